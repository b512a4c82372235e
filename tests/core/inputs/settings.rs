//! The settings of a site, which its operator writes.

use jari::model::{self, Settings, limits};
use jari::words::{Lang, problem};

/// Reads them as the page does: never refused, within their limits, and no address that is more.
pub fn check(bytes: &[u8]) {
    let (settings, problems) = model::settings(bytes);
    let Settings {
        capacity_url,
        refresh_seconds,
        stale_after_hours,
        review_after_days,
        submit_url,
        identity,
    } = &settings;
    let own = [submit_url, &identity.url, &identity.apply_url].map(Option::as_ref);
    for address in own.into_iter().chain([Some(capacity_url)]).flatten() {
        assert!(!address.is_empty() && !address.contains(model::is_hidden), "{address:?}");
        let scheme = address.split_once(':').map(|(scheme, _)| scheme);
        let is_web = |scheme: &str| ["http", "https"].contains(&scheme);
        let is_path = |before: &str| before.contains(['/', '?', '#']);
        assert!(scheme.is_none_or(|it| is_web(it) || is_path(it)), "{address:?}");
    }
    let texts = [&identity.name, &identity.about, &identity.operator, &identity.unofficial];
    for text in texts.into_iter().chain([&identity.apply_name]).flatten() {
        for text in [&text.ko, &text.en] {
            assert!(!text.is_empty() && !text.contains(model::is_hidden), "{text:?}");
            assert!(text.len() <= limits::MAX_TEXT_BYTES);
        }
    }
    let refresh = limits::LEAST_REFRESH_SECONDS..=limits::MAX_REFRESH_SECONDS;
    assert!(refresh_seconds.is_none_or(|seconds| refresh.contains(&seconds)));
    assert!(stale_after_hours.is_none_or(|hours| (1..=limits::MAX_STALE_HOURS).contains(&hours)));
    assert!(review_after_days.is_none_or(|days| (1..=limits::MAX_REVIEW_DAYS).contains(&days)));
    for lang in [Lang::Ko, Lang::En] {
        assert!(problems.iter().all(|found| !problem::text(found, lang).is_empty()));
    }
}

//! Purchases in words.

use super::catalogue::capacity as words;
use super::format;
use super::lang::Lang;
use super::names::accelerator_name;
use crate::model::{Purchase, Snapshot};

/// Sums the purchases for which `which` returns `true` by accelerator and by the time when they are
/// in service.
#[must_use]
pub fn by_service(snapshot: &Snapshot, which: impl Fn(&Purchase) -> bool, lang: Lang) -> String {
    let mut parts: Vec<(&str, &str, u64)> = Vec::new();
    for purchase in snapshot.purchases.iter().filter(|purchase| which(purchase)) {
        let service = purchase.service.as_ref().map_or("", |it| lang.text(it));
        let gpus = u64::from(purchase.bought_gpus);
        match parts.iter_mut().find(|it| it.0 == purchase.accelerator && it.1 == service) {
            Some(part) => part.2 = part.2.saturating_add(gpus),
            None => parts.push((&purchase.accelerator, service, gpus)),
        }
    }
    let part = |&(id, service, gpus): &(&str, &str, u64)| {
        let values = [
            ("accelerator", accelerator_name(snapshot, id, lang)),
            ("gpus", &format::integer(gpus)),
            ("service", service),
        ];
        let entry = if service.is_empty() { words::COMES_WHEN_UNKNOWN } else { words::COMES_PART };
        entry.fill(lang, &values)
    };
    parts.iter().map(part).collect::<Vec<_>>().join(" · ")
}

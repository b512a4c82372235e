//! A line to cite what is shown.

use crate::model::{Hour, Snapshot};
use crate::words::catalogue::capacity as words;
use crate::words::format;
use crate::words::lang::Lang;

/// Returns the citation: the name of the site, the file by title, date and fingerprint, the link,
/// and the day of the visit.
#[must_use]
pub fn cite(
    site: &str,
    snapshot: &Snapshot,
    fingerprint: &str,
    link: &str,
    today: Hour,
    lang: Lang,
) -> String {
    let (file, today) = (cited_file(snapshot, fingerprint, lang), format::date(today, lang));
    let values = [("site", site), ("file", &file), ("link", link), ("today", &today)];
    words::CITE_LINE.fill(lang, &values)
}

/// Names a file by its title, its date and its fingerprint.
#[must_use]
pub fn cited_file(snapshot: &Snapshot, fingerprint: &str, lang: Lang) -> String {
    let entry = match snapshot.availability.is_looked_up() {
        true => words::CITE_CHECKED,
        false => words::CITE_AS_OF,
    };
    let date = format::date(snapshot.as_of, lang);
    let file = entry.fill(lang, &[("date", &date), ("hash", fingerprint)]);
    match lang.text(&snapshot.title) {
        "" => file,
        title => [title, ", ", &file].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Instant, read};

    fn line(file: &[u8], lang: Lang) -> String {
        let today = Instant::parse("2026-11-29").unwrap().floor();
        let link = "https://example.org/?lang=ko";
        cite("자리", &read(file).unwrap().snapshot, "c0ffee", link, today, lang)
    }

    #[test]
    fn what_is_shown_can_be_cited_with_its_date_and_link() {
        let published = include_bytes!("../../../public/capacity.json");
        assert_eq!(
            line(published, Lang::Ko),
            "자리, 첨단 GPU 활용 지원 사업: 공개된 자료로 정리한 현황, 2026년 10월 11일에 확인한 \
             현황 자료 c0ffee, https://example.org/?lang=ko (2026년 11월 29일 열람)"
        );
        let own = br#"{"schema":1,"as_of":"2027-01-04","availability":"complete"}"#;
        assert_eq!(
            line(own, Lang::En),
            "자리, capacity file c0ffee as of 4 Jan 2027, https://example.org/?lang=ko (read on \
             29 Nov 2026)"
        );
    }
}

//! What is read out to those who do not see the page.

/// Of what is said `now`, what was not said just `before`; `None` where that is nothing: what stays
/// as it is is not repeated at each answer.
#[must_use]
pub fn news(before: &[String], now: &[String]) -> Option<String> {
    let news = now.iter().filter(|part| !part.is_empty() && !before.contains(part));
    let news: Vec<&str> = news.map(String::as_str).collect();
    (!news.is_empty()).then(|| news.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_said() {
        let cases: [(&[&str], &[&str], Option<&str>); 6] = [
            (&[], &["It fits.", "Not a promise."], Some("It fits. Not a promise.")),
            (&["It fits.", "Not a promise."], &["No room.", "Not a promise."], Some("No room.")),
            (&["No room."], &["No room."], None),
            (&["Closed.", "No room."], &["No room."], None),
            (&["No room."], &["Closed.", "No room."], Some("Closed.")),
            (&["No room."], &["", ""], None),
        ];
        for (before, now, said) in cases {
            let [before, now] = [before, now].map(|it| it.iter().map(|it| (*it).into()).collect());
            let (before, now): (Vec<String>, Vec<String>) = (before, now);
            assert_eq!(news(&before, &now).as_deref(), said, "{before:?}, {now:?}");
        }
    }
}

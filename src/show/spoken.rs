//! Status messages for screen readers: only the parts that the last message did not have.

/// Joins the parts of `now` that `before` does not contain, so that what stays the same is not
/// repeated with each answer.
#[must_use]
pub fn news(before: &[String], now: &[String]) -> String {
    let news = now.iter().filter(|part| !part.is_empty() && !before.contains(part));
    news.map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_said() {
        let cases: [(&[&str], &[&str], &str); 6] = [
            (&[], &["It fits.", "Not a promise."], "It fits. Not a promise."),
            (&["It fits.", "Not a promise."], &["No room.", "Not a promise."], "No room."),
            (&["No room."], &["No room."], ""),
            (&["Closed.", "No room."], &["No room."], ""),
            (&["No room."], &["Closed.", "No room."], "Closed."),
            (&["No room."], &["", ""], ""),
        ];
        for (before, now, said) in cases {
            let [before, now] = [before, now].map(|it| it.iter().map(|it| (*it).into()).collect());
            let (before, now): (Vec<String>, Vec<String>) = (before, now);
            assert_eq!(news(&before, &now), said, "{before:?}, {now:?}");
        }
    }
}

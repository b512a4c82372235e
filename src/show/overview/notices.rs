//! Notices, which are shown before all figures.

use crate::model::{Notice, Snapshot};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::source::{SourceView, cited};

/// Statement with its source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticeView {
    /// The statement.
    pub text: String,
    /// Day for which it was made, if known.
    pub date: Option<String>,
    /// Source of the statement.
    pub source: Option<SourceView>,
}

/// Lists all notices in the order of the file.
#[must_use]
pub fn notices(snapshot: &Snapshot, lang: Lang) -> Vec<NoticeView> {
    let view = |notice: &Notice| NoticeView {
        text: lang.text(&notice.text).to_owned(),
        date: notice.date.map(|date| format::date(date, lang)),
        source: cited(snapshot, &notice.citation, lang),
    };
    snapshot.notices.iter().map(view).collect()
}

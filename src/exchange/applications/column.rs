//! Columns of a table of applications, and the headings by which they are recognised.

use super::problem::LineError;
use crate::exchange::cells::{plain, without_remark};
use crate::show::form::{CountUnit, FormDraft, PlacementKind, TermUnit};

/// A column of a table of applications.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ApplicationColumn {
    Id,
    Title,
    Class,
    Accelerators,
    Nodes,
    NodesMax,
    Gpus,
    Term,
    Months,
    Days,
    Hours,
    From,
    Until,
    Placement,
    Block,
    Call,
    Score,
    SubmittedAt,
}

/// Accepted headings per column, without spaces, punctuation and capitals. The first heading of
/// each column is the one that this project writes.
const NAMES: &[(ApplicationColumn, &[&str])] = &[
    (
        ApplicationColumn::Id,
        &["id", "no", "number", "번호", "신청번호", "접수번호", "신청서번호", "연번"],
    ),
    (ApplicationColumn::Title, &["title", "project", "name", "제목", "과제명", "과제", "사업명"]),
    (
        ApplicationColumn::Class,
        &["class", "applicant", "신청주체", "주체", "구분", "유형", "기관유형"],
    ),
    (
        ApplicationColumn::Accelerators,
        &["accelerator", "accelerators", "gputype", "가속기", "gpu종류"],
    ),
    (
        ApplicationColumn::Nodes,
        &["nodes", "node", "servers", "노드", "노드수", "서버", "서버수", "대수"],
    ),
    (
        ApplicationColumn::NodesMax,
        &["nodesmax", "maxnodes", "최대노드", "최대노드수", "최대서버수"],
    ),
    (ApplicationColumn::Gpus, &["gpus", "gpu", "gpucount", "gpu수", "gpu개수", "gpu장수"]),
    (ApplicationColumn::Term, &["term", "duration", "기간", "사용기간", "이용기간"]),
    (ApplicationColumn::Months, &["months", "개월", "개월수", "사용개월"]),
    (ApplicationColumn::Days, &["days", "일수"]),
    (ApplicationColumn::Hours, &["hours", "시간", "시간수"]),
    (
        ApplicationColumn::From,
        &["notbefore", "from", "start", "시작", "시작일", "희망시작일", "사용시작일"],
    ),
    (
        ApplicationColumn::Until,
        &["notafter", "until", "end", "종료", "종료일", "희망종료일", "사용종료일"],
    ),
    (ApplicationColumn::Placement, &["placement", "배치"]),
    (ApplicationColumn::Block, &["block", "blocks", "블록", "노드블록"]),
    (ApplicationColumn::Call, &["call", "공모"]),
    (ApplicationColumn::Score, &["score", "points", "점수", "평가점수", "평점"]),
    (
        ApplicationColumn::SubmittedAt,
        &["submittedat", "submitted", "접수일시", "접수일", "제출일시", "신청일"],
    ),
];

impl ApplicationColumn {
    /// Returns the column with this heading; tries the heading without its bracketed remark second.
    pub(super) fn from_heading(heading: &str) -> Option<Self> {
        let named = |name: &str| {
            let has = |(_, names): &&(Self, &[&str])| names.contains(&name);
            NAMES.iter().find(has).map(|(column, _)| *column)
        };
        named(&plain(heading)).or_else(|| named(&plain(without_remark(heading))))
    }

    /// Yields the headings that this project writes, in column order.
    pub(super) fn own_names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().filter_map(|(_, names)| names.first().copied())
    }

    /// Copies `cell` into the form if this column is a field of the form.
    ///
    /// # Errors
    /// [`LineError::NoPlacement`] if a placement cell cannot be parsed.
    pub(super) fn set_field(self, cell: &str, form: &mut FormDraft) -> Result<(), LineError> {
        let text = || cell.to_owned();
        match self {
            // The column sets the unit too, whatever the defaults count.
            Self::Nodes => (form.nodes, form.count) = (text(), CountUnit::Nodes),
            Self::NodesMax => form.nodes_max = text(),
            Self::Gpus => (form.nodes, form.count) = (text(), CountUnit::Gpus),
            Self::Term => form.term = text(),
            Self::Months => (form.term, form.unit) = (text(), TermUnit::Months),
            Self::Days => (form.term, form.unit) = (text(), TermUnit::Days),
            Self::Hours => (form.term, form.unit) = (text(), TermUnit::Hours),
            Self::From => form.from = text(),
            Self::Until => form.until = text(),
            Self::Call => form.call = text(),
            Self::Placement => {
                // `one leaf`, `one_leaf` and `leaves:2` are read like `one-leaf` and `leaves-2`.
                let plain = cell.to_ascii_lowercase().replace(['_', ' ', ':'], "-");
                let read = PlacementKind::read(&plain);
                let (kind, number) = read.ok_or_else(|| LineError::NoPlacement(text()))?;
                (form.placement, form.placement_n) = (kind, number.to_owned());
            }
            // Not fields of the form, or resolved by the row against names of the capacity file.
            Self::Id
            | Self::Title
            | Self::Class
            | Self::Accelerators
            | Self::Block
            | Self::Score
            | Self::SubmittedAt => {}
        }
        Ok(())
    }
}

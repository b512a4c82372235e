//! Ids of a request that the snapshot does not have.

use crate::model::Snapshot;

/// Id that a request names and the snapshot does not have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RequestError {
    /// Id of a block that the snapshot does not have.
    UnknownBlock(String),
    /// Id of a call that the snapshot does not have.
    UnknownCall(String),
}

impl RequestError {
    /// Returns the id that the snapshot does not have.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::UnknownBlock(id) | Self::UnknownCall(id) => id,
        }
    }
}

/// Returns those of `blocks`, and `call`, that the snapshot does not have.
///
/// ```
/// use jari::{fit, model};
/// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
/// let snapshot = model::read(file).unwrap().snapshot;
/// let unknown = fit::unknown(&snapshot, &["a".to_owned(), "b".to_owned()], None);
/// assert_eq!(unknown, [fit::RequestError::UnknownBlock("b".to_owned())]);
/// ```
#[must_use]
pub fn unknown(snapshot: &Snapshot, blocks: &[String], call: Option<&str>) -> Vec<RequestError> {
    let blocks = blocks.iter().filter(|id| snapshot.block(id).is_none());
    let call = call.filter(|id| snapshot.call(id).is_none());
    let blocks = blocks.map(|id| RequestError::UnknownBlock(id.clone()));
    blocks.chain(call.map(|id| RequestError::UnknownCall(id.to_owned()))).collect()
}

//! Why a request cannot be answered.

use crate::model::Snapshot;

/// Something that a request names and the snapshot does not have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RequestError {
    /// The snapshot has no block with this id.
    UnknownBlock(String),
    /// The snapshot has no call with this id.
    UnknownCall(String),
}

impl RequestError {
    /// The id that the snapshot does not have.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::UnknownBlock(id) | Self::UnknownCall(id) => id,
        }
    }
}

/// All of these blocks, and the call, that the snapshot does not have.
#[must_use]
pub fn unknown(snapshot: &Snapshot, blocks: &[String], call: Option<&str>) -> Vec<RequestError> {
    let blocks = blocks.iter().filter(|id| snapshot.block(id).is_none());
    let call = call.filter(|id| snapshot.call(id).is_none());
    let blocks = blocks.map(|id| RequestError::UnknownBlock(id.clone()));
    blocks.chain(call.map(|id| RequestError::UnknownCall(id.to_owned()))).collect()
}

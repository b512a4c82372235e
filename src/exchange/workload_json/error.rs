//! Messages for invalid numbers and workloads.

use crate::sizing::limits::BoundError;
use crate::sizing::workload::BadWorkload;

pub(super) fn workload(bad: &BadWorkload) -> String {
    match bad {
        BadWorkload::Arch(bad) => format!("model.{}: {}", bad.field, number(bad.why)),
        BadWorkload::Layout(bad) => format!("{}: {}", bad.field, number(bad.why)),
        BadWorkload::NoText => {
            "task.kind: an encoder makes no text to serve; give training".to_owned()
        }
        BadWorkload::Range { field, least, most } => {
            format!("{field}: must be from {least} to {most}")
        }
    }
}

pub(super) fn number(why: BoundError) -> String {
    match why {
        BoundError::Zero => "must be at least 1".to_owned(),
        BoundError::Above(most) => format!("must be at most {most}"),
        BoundError::MustDivide(field) => format!("must divide {field}"),
        BoundError::MoreThan(field) => format!("must not be more than {field}"),
    }
}

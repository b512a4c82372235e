//! Remarks for the user on how a model was read: defaults taken, parts left out, figures that
//! disagree.

use super::utilisation::Precision;

/// One remark on how a model was read.
#[derive(Clone, PartialEq, Debug)]
pub enum Remark {
    /// An unknown kind whose fields are those of a plain transformer, and which was read as one.
    ReadAsPlain {
        /// Its `model_type`.
        kind: String,
    },
    /// A field missing from the file, for which the default of the kind was taken.
    Assumed {
        /// Name of the field.
        field: &'static str,
        /// Value taken.
        value: u32,
    },
    /// Positions of layers of another kind, missing from the file and taken from published models
    /// of the kind.
    AssumedLayers {
        /// Name of the field that would give them.
        field: &'static str,
        /// Layers with attention.
        attention: u32,
    },
    /// A count unlike that of the published models of the kind, which all have the same.
    UnlikePublished {
        /// Parameters of the published models.
        published: f64,
        /// Parameters that the file gives.
        counted: f64,
    },
    /// A part that sees or hears (a tower), counted by shape with its link to the text.
    Tower {
        /// The tower.
        tower: Tower,
        /// Its parameters, with those of the link.
        parameters: f64,
    },
    /// A model that sees or hears, in a file without the shape of that part, which is left out.
    TowerLeftOut,
    /// Modules that predict further tokens, which are not counted or trained.
    FurtherTokens {
        /// Number of modules.
        modules: u32,
        /// Parameters of the modules.
        parameters: f64,
    },
    /// No output table, by the file's `architectures`, but scores for labels.
    NoOutputTable {
        /// Number of labels; 0 if there are no outputs at all.
        labels: u32,
    },
    /// A count that is not the published one.
    Mismatch {
        /// Published parameters.
        published: f64,
        /// Counted parameters.
        counted: f64,
        /// Likely cause.
        cause: MismatchCause,
    },
    /// A listed model of the same shape.
    Card {
        /// Id of the model.
        id: &'static str,
        /// Name of the model.
        name: &'static str,
        /// Published parameters of the model.
        published: f64,
    },
    /// An index of weights without a configuration: its parameters in 16 bits, with a typical
    /// shape.
    Index {
        /// Number of parameters.
        parameters: f64,
    },
    /// Quantised weights: serving takes them as they are stored, training in 16 bits.
    Stored {
        /// Format of the quantised weights.
        precision: Precision,
        /// Bytes of a quantised weight, scales included.
        bytes: f64,
    },
    /// Weights quantised by an unknown method, taken as 16 bits.
    StoredUnknown {
        /// Name of the method.
        method: String,
    },
    /// A window that is switched off, or longer than any text that the model reads.
    WindowOff {
        /// Tokens of the window.
        tokens: u32,
    },
    /// Attention to only some earlier tokens, all of which are cached.
    SparseAttention {
        /// Tokens attended to.
        tokens: u32,
    },
}

/// Likely cause for which a count is not the published one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MismatchCause {
    /// Published count of the text part alone.
    TextAlone,
    /// Published count that includes modules for further tokens.
    FurtherTokens,
    /// Output table that only one of the two counts includes.
    OutputTable,
    /// Published count of the active parameters.
    Active,
    /// Fields missing from the file.
    Assumed,
    /// Part that sees or hears, whose shape is not in the file.
    TowerLeftOut,
    /// No known cause.
    Unknown,
}

impl MismatchCause {
    /// Returns the name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TextAlone => "text_alone",
            Self::FurtherTokens => "further_tokens",
            Self::OutputTable => "output_table",
            Self::Active => "active",
            Self::Assumed => "assumed",
            Self::TowerLeftOut => "tower_left_out",
            Self::Unknown => "unknown",
        }
    }
}

/// A part of a model that sees or hears.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tower {
    /// Part that sees.
    Vision,
    /// Part that hears.
    Audio,
}

impl Tower {
    /// Both towers.
    pub const ALL: [Self; 2] = [Self::Vision, Self::Audio];

    /// Returns the field of a configuration that holds its shape.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Vision => "vision_config",
            Self::Audio => "audio_config",
        }
    }
}

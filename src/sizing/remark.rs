//! Remarks on how a model was read, for its user: what was taken, left out, or does not agree.

use super::utilisation::Precision;

/// Something to know about how a model was read.
#[derive(Clone, PartialEq, Debug)]
pub enum Remark {
    /// Its kind is not known, and its fields are those of a plain transformer: read as one.
    ReadAsPlain {
        /// Its `model_type`.
        kind: String,
    },
    /// A field is not in the file; what its kind has by default was taken.
    Assumed {
        /// The field.
        field: &'static str,
        /// The value taken.
        value: u32,
    },
    /// Where a layer of another kind stands is not in the file; what published models of its kind
    /// have was taken.
    AssumedLayers {
        /// The field that says it.
        field: &'static str,
        /// Layers with attention.
        attention: u32,
    },
    /// Published models of its kind all have so many parameters, and this file makes other ones.
    UnlikePublished {
        /// Parameters of the published models.
        published: f64,
        /// Parameters that the file makes.
        counted: f64,
    },
    /// A tower, which sees or hears, and its link to the text were counted by shape.
    Tower {
        /// The part.
        tower: Tower,
        /// Its parameters, with those of the link.
        parameters: f64,
    },
    /// The file names a model that sees or hears, but not the shape of that part: it is left out.
    TowerLeftOut,
    /// Modules that predict further tokens are not in the counts, nor trained.
    FurtherTokens {
        /// Their number.
        modules: u32,
        /// Their parameters.
        parameters: f64,
    },
    /// It has no table for the output, by its `architectures`, but scores for so many labels.
    NoOutputTable {
        /// Their number; 0 where it has none at all.
        labels: u32,
    },
    /// The count is not the published one.
    Mismatch {
        /// Parameters as published.
        published: f64,
        /// Parameters as counted.
        counted: f64,
        /// The likely cause.
        cause: CountDoubt,
    },
    /// A model of the list has the same shape.
    Card {
        /// Its id.
        id: &'static str,
        /// Its name.
        name: &'static str,
        /// Its parameters as published.
        published: f64,
    },
    /// Only the index of its weights is known: so many parameters in 16 bits, their shape typical.
    Index {
        /// Their number.
        parameters: f64,
    },
    /// The weights are quantised: serving takes them as they are stored, training in 16 bits.
    Stored {
        /// The format of the quantised weights.
        precision: Precision,
        /// Bytes of a quantised weight, scales included.
        bytes: f64,
    },
    /// The weights are quantised by a method that is not known: taken for 16 bits.
    StoredUnknown {
        /// The method.
        method: String,
    },
    /// It has a window that is switched off, or longer than any text that it reads.
    WindowOff {
        /// Tokens of the window.
        tokens: u32,
    },
    /// Only some earlier tokens are attended to; all are cached.
    SparseAttention {
        /// Those attended to.
        tokens: u32,
    },
}

/// Why a count is likely not the published one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CountDoubt {
    /// The published one is that of the text part alone.
    TextAlone,
    /// The published one has the modules for further tokens in it.
    FurtherTokens,
    /// The output table: one counts it, the other not.
    OutputTable,
    /// The published one is that of the parameters which a token meets.
    Active,
    /// Fields that the file leaves out.
    Assumed,
    /// A part that sees or hears, whose shape is not in the file.
    TowerLeftOut,
    /// None that is known.
    Unknown,
}

impl CountDoubt {
    /// The name in files.
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

/// A part that sees or hears.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tower {
    /// It sees.
    Vision,
    /// It hears.
    Audio,
}

impl Tower {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Vision, Self::Audio];

    /// The field of a configuration that holds its shape.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Vision => "vision_config",
            Self::Audio => "audio_config",
        }
    }
}

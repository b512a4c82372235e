//! Problems of a capacity file, as data; the `show` room has the words for them.

use super::nodes::{NodeRanges, RangesError};
use super::time::Hour;

/// One problem of a file: its path, its kind, and its resolution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// JSON path, such as `$.blocks[2].nodes`; `$` is the whole file.
    pub path: String,
    /// Kind of the problem.
    pub kind: ProblemKind,
    /// Resolution of the problem.
    pub resolution: Resolution,
}

/// Kind of a problem.
///
/// A `found` is a quotation from the file, shortened and without hidden characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProblemKind {
    /// A file or list entry with more bytes than may be read.
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        most: usize,
    },
    /// Bytes that are not UTF-8.
    NotUtf8 {
        /// Number of valid bytes before the first wrong one.
        offset: usize,
    },
    /// A file that is empty or only white space.
    Empty,
    /// JSON text that ends too early.
    Truncated {
        /// Line of the end, 1-based.
        line: usize,
        /// Column of the end in bytes, 1-based; 0 before the first byte of a line.
        column: usize,
    },
    /// Text that is not JSON.
    NotJson {
        /// Line of the first fault, 1-based.
        line: usize,
        /// Column of the first fault in bytes, 1-based; 0 before the first byte of a line.
        column: usize,
    },
    /// Objects and lists nested too deeply.
    TooDeep {
        /// Levels allowed.
        most: usize,
    },
    /// An unknown version of the format.
    OtherVersion {
        /// The version found.
        found: String,
    },
    /// JSON that has no representable value: a number out of range (`1e400`) or half a surrogate
    /// pair (`"\ud800"`).
    NotAValue,
    /// A required field that is missing.
    Missing,
    /// A value of the wrong JSON type.
    WrongKind {
        /// Type that is required.
        wanted: JsonType,
        /// Type found.
        found: JsonType,
    },
    /// A field that the format does not define.
    UnknownField,
    /// A field that occurs twice.
    RepeatedField,
    /// A list with more entries than may be read.
    TooMany {
        /// Entries found.
        found: usize,
        /// Entries allowed.
        most: usize,
    },
    /// A text that is too long.
    TooLong {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        most: usize,
    },
    /// Control characters, or characters that change the direction of writing.
    HiddenCharacters,
    /// A text that is not an id: ids are short and contain no space, comma, quote or bracket.
    BadId {
        /// The text found.
        found: String,
    },
    /// A text that is not a URL beginning with `http://` or `https://`.
    BadUrl {
        /// The text found.
        found: String,
    },
    /// A text that is neither a path relative to the page nor a URL beginning with `http://` or
    /// `https://`.
    BadAddress {
        /// The text found.
        found: String,
    },
    /// A text that is neither a date nor an instant.
    NotATime {
        /// The text found.
        found: String,
    },
    /// A time outside the years 2000 to 2099.
    TimeOutOfRange {
        /// The text found.
        found: String,
    },
    /// A number that is not whole.
    NotWhole {
        /// The number found.
        found: String,
    },
    /// A number outside its bounds.
    OutOfRange {
        /// The number found.
        found: String,
        /// Lowest number allowed.
        least: u64,
        /// Highest number allowed.
        most: u64,
    },
    /// A figure that is not above 0, or above the limit.
    BadFigure {
        /// The number found.
        found: String,
        /// Highest figure allowed.
        most: u64,
    },
    /// A word that is not among the `known` ones.
    UnknownWord {
        /// The word found.
        found: String,
        /// Words allowed here.
        known: &'static [&'static str],
    },
    /// An id that no entry of the file has.
    UnknownId {
        /// Kind of entry that it should refer to.
        entry: EntityKind,
        /// The id.
        id: String,
    },
    /// An id, or a combination of ids, that an earlier entry already has.
    Duplicate {
        /// The id, or the ids joined by " / ".
        id: String,
    },
    /// A file without any usable block.
    NoBlocks,
    /// A block that raises the total above the nodes that may be read.
    TooManyNodes {
        /// Nodes allowed in all blocks together.
        most: u32,
    },
    /// Leaves whose sizes do not add up to the nodes of the block.
    LeavesDoNotAddUp {
        /// Sum of the sizes.
        sum: u64,
        /// Nodes of the block.
        nodes: u32,
    },
    /// A text that is not a set of nodes.
    BadNodes(RangesError),
    /// Nodes beyond the size of the block.
    BeyondBlock {
        /// Highest node named, or the count.
        highest: u32,
        /// Nodes of the block.
        nodes: u32,
    },
    /// An end that is not after its start.
    EndNotAfterStart {
        /// The start.
        from: Hour,
        /// The end.
        until: Hour,
    },
    /// Two holds on the same nodes at the same time.
    OverBooked {
        /// Path of the hold that began earlier, or at the same hour and is earlier in the file.
        other: String,
        /// Some of the nodes that both hold.
        nodes: NodeRanges,
        /// First hour at which both hold them.
        from: Hour,
        /// First hour at which one of them no longer does.
        until: Hour,
    },
    /// Holds of a block that together need more nodes than it has.
    OverFull {
        /// Id of the block.
        block: String,
        /// Nodes held at the worst hour.
        held: u64,
        /// Nodes of the block.
        nodes: u32,
        /// The worst hour.
        hour: Hour,
    },
    /// Named holds that together name more nodes than can be laid out in time.
    HeldTooOften {
        /// Nodes allowed, each counted as often as it is held.
        most: u64,
    },
    /// Holds made of, or overlapping in, more pieces than can be laid out in time.
    TooManyPieces {
        /// Pieces allowed.
        most: usize,
    },
    /// A file that claims to know no holds, yet has some.
    HoldsInNominal {
        /// Number of holds.
        holds: usize,
    },
    /// A file that claims to know every hold, yet has holds that only follow from published facts.
    PublishedInComplete {
        /// Number of published holds.
        holds: usize,
    },
    /// A field that is only allowed on a published hold.
    NotPublished,
    /// A call without size rules, which therefore offers no accelerator.
    NoSizes,
    /// A block of an accelerator that is only announced.
    AnnouncedHasBlock,
    /// A minimum above its maximum.
    LeastAboveMost,
    /// A part larger than its whole.
    PartAboveWhole {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
    },
    /// Further problems beyond those listed one by one.
    More {
        /// Number of further problems.
        count: usize,
    },
}

/// Resolution of a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Resolution {
    /// Refusal of the whole file.
    Refused,
    /// Entry left out: the path itself if it ends in `]`, else the entry that contains it.
    Dropped,
    /// Field left out; the entry around it was read.
    Ignored,
    /// Value read unchanged.
    Kept,
    /// Replacement value that was used instead.
    Used(String),
    /// Interval read as unbounded on this side: since ever, or open-ended.
    Unbounded,
    /// Hidden characters replaced by `U+FFFD`.
    Replaced,
    /// Excess left out.
    Shortened,
    /// Accelerator of that id added, with nothing else known about it.
    Added,
    /// Problems only counted.
    Counted,
}

/// A kind of JSON value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// A text, or an object of texts by language (`ko`, `en`).
    Texts,
    /// Node ranges as a text, or a number of nodes.
    Nodes,
}

/// Kind of entry that an id belongs to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EntityKind {
    /// A source.
    Source,
    /// An accelerator.
    Accelerator,
    /// A provider.
    Provider,
    /// A block.
    Block,
}

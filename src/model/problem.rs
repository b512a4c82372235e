//! What is wrong with a capacity file, as data. The words are in the `show` room.

use super::nodes::{NodeRanges, RangesError};
use super::time::Hour;

/// One thing that is wrong with a file: where, what, and what was done about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// JSON path, such as `$.blocks[2].nodes`; `$` is the whole file.
    pub path: String,
    /// What is wrong.
    pub what: ProblemKind,
    /// What was done.
    pub done: Resolution,
}

/// What is wrong. A `found` is what the file says, shortened and without hidden characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProblemKind {
    /// The file, or the entry of a list, has more bytes than may be read.
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        most: usize,
    },
    /// Not UTF-8.
    NotUtf8 {
        /// Bytes before the first wrong one.
        offset: usize,
    },
    /// Nothing at all.
    Empty,
    /// The JSON text ends too early.
    Truncated {
        /// Line of the end, from 1.
        line: usize,
        /// Column of the end, in bytes from 1; 0 before the first.
        column: usize,
    },
    /// Not JSON.
    NotJson {
        /// Line of the first fault, from 1.
        line: usize,
        /// Column of the first fault, in bytes from 1; 0 before the first.
        column: usize,
    },
    /// Objects and lists lie too deep inside each other.
    TooDeep {
        /// Levels allowed.
        most: usize,
    },
    /// A version of the format that is not known.
    OtherVersion {
        /// The version found.
        found: String,
    },
    /// JSON that stands for no value: a number beyond all bounds (`1e400`) or half a character
    /// (`"\ud800"`).
    NotAValue,
    /// Something that is needed is not there.
    Missing,
    /// Another kind of value is needed.
    WrongKind {
        /// The kind that is needed.
        wanted: JsonType,
        /// The kind found.
        found: JsonType,
    },
    /// A field that the format does not know.
    UnknownField,
    /// A field that is there twice.
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
    /// Control characters, or characters that turn the direction of writing.
    HiddenCharacters,
    /// Not an id: ids are short and hold no space, comma, quote or bracket.
    BadId {
        /// The text found.
        found: String,
    },
    /// Not an address that begins with `http://` or `https://`.
    BadUrl {
        /// The text found.
        found: String,
    },
    /// Neither a path from the page on nor an address that begins with `http://` or `https://`.
    BadAddress {
        /// The text found.
        found: String,
    },
    /// Neither a date nor an instant.
    NotATime {
        /// The text found.
        found: String,
    },
    /// A time outside the years 2000 to 2099.
    TimeOutOfRange {
        /// The text found.
        found: String,
    },
    /// Not a whole number.
    NotWhole {
        /// The number found.
        found: String,
    },
    /// A number outside its bounds.
    OutOfRange {
        /// The number found.
        found: String,
        /// The least allowed.
        least: u64,
        /// The most allowed.
        most: u64,
    },
    /// A figure that is not above 0, or beyond all reason.
    BadFigure {
        /// The number found.
        found: String,
        /// The most allowed.
        most: u64,
    },
    /// A word that means nothing here.
    UnknownWord {
        /// The word found.
        found: String,
        /// The words that are known here.
        known: &'static [&'static str],
    },
    /// An id that nothing in the file has.
    UnknownId {
        /// What it should be the id of.
        entry: EntityKind,
        /// The id.
        id: String,
    },
    /// An id, or a pair of ids, that an earlier entry has already.
    Duplicate {
        /// The id, or the pair.
        id: String,
    },
    /// There is no block to ask for.
    NoBlocks,
    /// With this block there are more nodes than may be read.
    TooManyNodes {
        /// Nodes allowed in all blocks together.
        most: u32,
    },
    /// The leaves do not add up to the nodes of the block.
    LeavesDoNotAddUp {
        /// Their sum.
        sum: u64,
        /// The nodes of the block.
        nodes: u32,
    },
    /// A text that names no nodes.
    BadNodes(RangesError),
    /// Nodes that the block does not have.
    BeyondBlock {
        /// The highest node named, or the count.
        highest: u32,
        /// The nodes of the block.
        nodes: u32,
    },
    /// An end that is not after its start.
    EndNotAfterStart {
        /// The start.
        from: Hour,
        /// The end.
        until: Hour,
    },
    /// Two holds stand on the same nodes at the same time.
    OverBooked {
        /// Path of the hold that began before it.
        other: String,
        /// Some of the nodes that both hold.
        nodes: NodeRanges,
        /// The first hour at which both do.
        from: Hour,
        /// The first hour at which one of them no longer does.
        until: Hour,
    },
    /// More nodes of a block are held than it has.
    OverFull {
        /// Id of the block.
        block: String,
        /// Nodes held at the worst hour.
        held: u64,
        /// The nodes of the block.
        nodes: u32,
        /// The worst hour.
        at: Hour,
    },
    /// All named holds together name more nodes than can be laid out in time.
    HeldTooOften {
        /// Nodes allowed, each counted as often as it is held.
        most: u64,
    },
    /// Holds are in more pieces, or overlap in more, than can be laid out in time.
    TooManyPieces {
        /// Pieces allowed.
        most: usize,
    },
    /// The file says that it knows no holds, and has some.
    HoldsInNominal {
        /// How many.
        holds: usize,
    },
    /// The file says that it knows every hold, and some are only known from what is published.
    PublishedInComplete {
        /// How many.
        holds: usize,
    },
    /// A field that only a published hold has.
    NotPublished,
    /// A call that says of no accelerator how many nodes may be asked, and so offers none.
    NoSizes,
    /// An accelerator that is only announced has a block.
    AnnouncedHasBlock,
    /// A least that is above its most.
    LeastAboveMost,
    /// A part that is larger than its whole.
    PartAboveWhole {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
    },
    /// More problems than are told one by one.
    More {
        /// How many more.
        count: usize,
    },
}

/// What was done about a problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Resolution {
    /// Nothing was read.
    Refused,
    /// The entry was left out: the path itself where it ends in `]`, else what holds it.
    Dropped,
    /// This field was left out; the entry around it was read.
    Ignored,
    /// It was read as it is.
    Kept,
    /// This was read instead.
    Used(String),
    /// It was read as without a bound on this side: since ever, or open-ended.
    Unbounded,
    /// Each such character was replaced by `U+FFFD`.
    Replaced,
    /// The rest was left out.
    Shortened,
    /// An accelerator of that id, with nothing known about it, was added.
    Added,
    /// They are counted only.
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
    /// Ranges of nodes as a text, or a count of nodes.
    Nodes,
}

/// What an id belongs to.
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

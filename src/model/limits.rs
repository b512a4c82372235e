//! Limits on the content of a capacity file, each with its reason.
//!
//! They keep a page responsive that is given junk, and are far above the needs of any real file.

/// Most bytes of a capacity file: 1,000,000 holds of 120 bytes fit, and a browser tab can still
/// hold it.
pub const MAX_BYTES: usize = 128 * 1024 * 1024;
/// Most bytes of a site's settings file: four short fields, and notes of the operator's own.
pub const MAX_SETTINGS_BYTES: usize = 16 * 1024;
/// Most bytes of white space before a file begins: no tool writes that many.
pub const MAX_LEADING_SPACE: usize = 64 * 1024;
/// Deepest nesting of objects and lists: the format needs 5, and parsing is recursive.
pub const MAX_DEPTH: usize = 32;
/// Most bytes of one list entry: a hold of 100,000 nodes, every second one, needs 300 kB.
pub const MAX_ENTRY_BYTES: usize = 1024 * 1024;
/// Most bytes of one text in one language: a paragraph, as it is shown in full.
pub const MAX_TEXT_BYTES: usize = 2_000;
/// Most bytes of an id: it appears in links and calendars.
pub const MAX_ID_BYTES: usize = 64;
/// Most bytes of a URL: the length that browsers and servers agree on.
pub const MAX_URL_BYTES: usize = 2_000;

/// Most sources: each is a line on the page.
pub const MAX_SOURCES: usize = 1_000;
/// Most accelerators: each is a choice in a form.
pub const MAX_ACCELERATORS: usize = 1_000;
/// Most providers: each is a choice in a form.
pub const MAX_PROVIDERS: usize = 1_000;
/// Most blocks: each is answered for at every change of a request.
pub const MAX_BLOCKS: usize = 10_000;
/// Most nodes of one block: each slot of its calendar has one bit per node.
pub const MAX_NODES: u32 = 100_000;
/// Most leaves of one block: a search that tells them apart visits each leaf for every start.
///
/// 100,000 nodes in leaves of 32 are 3,125 leaves.
pub const MAX_LEAVES: usize = 4_096;
/// Most nodes of all blocks together: a hundred times the programme of 2025.
pub const MAX_TOTAL_NODES: u32 = 1_000_000;
/// Most GPUs of a node: no chassis holds more behind one node name.
pub const MAX_GPUS_PER_NODE: u32 = 64;
/// Most GPUs of one NVLink domain: seven times the largest that is announced.
pub const MAX_GPUS_PER_DOMAIN: u32 = 512;
/// First year allowed for a wave of purchases.
pub const FIRST_YEAR: u32 = 2_000;
/// Last year allowed for a wave of purchases.
pub const LAST_YEAR: u32 = 2_099;
/// Most holds: twice the stated need of 1,000,000, so that the byte limit is reached first.
pub const MAX_HOLDS: usize = 2_000_000;
/// Most nodes of all named holds, each counted as often as it is held: 2,000 for each of 100,000
/// nodes.
///
/// Building the calendar and finding the holds in the way of a request visit each of them.
pub const MAX_HELD_NODES: u64 = 200_000_000;
/// Most pieces of holds: their ranges, and the ranges of earlier holds that each of them overlaps.
///
/// Each can leave a hole in a calendar, of 48 bytes; 1,000,000 holds one after the other make
/// 2,000,000 pieces.
pub const MAX_PIECES: usize = 5_000_000;
/// Most purchases: each is a row of a table.
pub const MAX_PURCHASES: usize = 10_000;
/// Most calls: each is a section on the page.
pub const MAX_CALLS: usize = 1_000;
/// Most notices: each is shown above everything else.
pub const MAX_NOTICES: usize = 20;
/// Most other schemes: each is a row of a table beside an answer.
pub const MAX_SCHEMES: usize = 100;
/// Most entries of a list inside a call (sizes, pool, fees, conditions, open points).
pub const MAX_CALL_ENTRIES: usize = 200;

/// Most GPUs of a purchase or a pool: ten times the GPUs of all clusters in the world today, yet
/// small enough that sums of 10,000 of them stay exact.
pub const MAX_GPUS: u32 = 100_000_000;
/// Largest number of projects or nodes in the results of a call.
pub const MAX_RESULT: u32 = 100_000_000;
/// Most won per node and month: anything above is a typing error.
pub const MAX_WON: u64 = 1_000_000_000_000;
/// Largest figure of an accelerator, in its unit (GB, TB/s, TFLOP/s, GB/s, W).
pub const MAX_FIGURE: u32 = 1_000_000_000;

/// Most problems that are listed one by one; further ones are only counted.
pub const MAX_PROBLEMS: usize = 1_000;
/// Most pairs of holds reported as clashing on a node; the search then ends.
pub const MAX_CLASHES: usize = 100;
/// Most characters of a wrong value that a problem quotes.
pub const MAX_QUOTE_CHARS: usize = 60;

/// Fewest seconds between two polls for a newer file, to spare the host.
pub const LEAST_REFRESH_SECONDS: u32 = 30;
/// Most seconds between two polls for a newer file: a day.
pub const MAX_REFRESH_SECONDS: u32 = 86_400;
/// Most hours after which a file counts as old: a leap year.
pub const MAX_STALE_HOURS: u32 = 8_784;
/// Most days after which published facts are due for review: a leap year.
pub const MAX_REVIEW_DAYS: u32 = 366;

/// Most hours by which a clock may lag behind a correct file.
pub const MAX_CLOCK_LAG_HOURS: u32 = 24;

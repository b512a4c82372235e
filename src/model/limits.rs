//! How much a capacity file may hold: every limit with its reason.
//!
//! They keep a page alive that is handed junk, and are far above every file of use.

/// Bytes of a file: 1,000,000 holds of 120 bytes fit, and a browser tab can still hold it.
pub const MAX_BYTES: usize = 128 * 1024 * 1024;
/// Bytes of the settings of a site: four short fields, and notes of the operator's own.
pub const MAX_SETTINGS_BYTES: usize = 16 * 1024;
/// Bytes of nothing but space before a file begins: no tool writes as many.
pub const MAX_LEADING_SPACE: usize = 64 * 1024;
/// Objects and lists inside each other: the format needs 5, and reading recurses.
pub const MAX_DEPTH: usize = 32;
/// Bytes of one entry of a list: a hold of 100,000 nodes, every second one, needs 300 kB.
pub const MAX_ENTRY_BYTES: usize = 1024 * 1024;
/// Bytes of one text in one language: a paragraph; it is painted as it is.
pub const MAX_TEXT_BYTES: usize = 2_000;
/// Bytes of an id: it goes into links and calendars.
pub const MAX_ID_BYTES: usize = 64;
/// Bytes of an address: what browsers and servers agree on.
pub const MAX_URL_BYTES: usize = 2_000;

/// Sources: each is a line on the page.
pub const MAX_SOURCES: usize = 1_000;
/// Accelerators: each is a choice in a form.
pub const MAX_ACCELERATORS: usize = 1_000;
/// Providers: each is a choice in a form.
pub const MAX_PROVIDERS: usize = 1_000;
/// Blocks: each is answered for at every change of a request.
pub const MAX_BLOCKS: usize = 10_000;
/// Nodes of one block: each slot of its calendar holds a bit for each.
pub const MAX_NODES: u32 = 100_000;
/// Leaves of one block: a search that tells them apart looks at each of them for every start.
/// 100,000 nodes in leaves of 32 are 3,125.
pub const MAX_LEAVES: usize = 4_096;
/// Nodes of all blocks together: a hundred times the programme of 2025.
pub const MAX_TOTAL_NODES: u32 = 1_000_000;
/// GPUs of a node: no chassis holds more behind one node name.
pub const MAX_GPUS_PER_NODE: u32 = 64;
/// GPUs that one NVLink domain joins: seven times the largest that is announced.
pub const MAX_GPUS_PER_DOMAIN: u32 = 512;
/// The first year that a wave of purchases may bear.
pub const FIRST_YEAR: u32 = 2_000;
/// The last one.
pub const LAST_YEAR: u32 = 2_099;
/// Holds: twice the stated need of 1,000,000, so that the bytes are the limit met first.
pub const MAX_HOLDS: usize = 2_000_000;
/// Nodes of all named holds together: 2,000 for each of 100,000 nodes. Laying them out in time, and
/// telling which stand in the way, touches each of them.
pub const MAX_HELD_NODES: u64 = 200_000_000;
/// Pieces of holds: their ranges, and the ranges of earlier holds that each of them meets. Each can
/// leave a hole in a calendar, of 48 bytes; 1,000,000 holds one after the other come to 2,000,000.
pub const MAX_PIECES: usize = 5_000_000;
/// Purchases: each is a row of a table.
pub const MAX_PURCHASES: usize = 10_000;
/// Calls: each is a section on the page.
pub const MAX_CALLS: usize = 1_000;
/// Notices: each stands above everything.
pub const MAX_NOTICES: usize = 20;
/// Schemes beside this one: each is a row of a table beside an answer.
pub const MAX_SCHEMES: usize = 100;
/// Entries of a list inside a call (sizes, pool, fees, conditions, what is unknown).
pub const MAX_CALL_ENTRIES: usize = 200;

/// GPUs of a purchase or a pool: ten times what all of the world's clusters hold today, so that
/// sums of 10,000 of them stay exact.
pub const MAX_GPUS: u32 = 100_000_000;
/// Projects or nodes of a call's results.
pub const MAX_RESULT: u32 = 100_000_000;
/// Won per node and month: above it, a slip of the pen.
pub const MAX_WON: u64 = 1_000_000_000_000;
/// A figure of an accelerator, in its unit (GB, TB/s, TFLOP/s, GB/s, W).
pub const MAX_FIGURE: u32 = 1_000_000_000;

/// Problems that are told one by one; more are counted.
pub const MAX_PROBLEMS: usize = 1_000;
/// Pairs of holds told to stand on the same node at the same time; then the search ends.
pub const MAX_CLASHES: usize = 100;
/// Characters of a wrong value that a problem repeats.
pub const MAX_QUOTE_CHARS: usize = 60;

/// Seconds between two looks for a newer file, at the least: a host is not to be worn out.
pub const LEAST_REFRESH_SECONDS: u32 = 30;
/// Seconds between two looks for a newer file, at the most: a day.
pub const MAX_REFRESH_SECONDS: u32 = 86_400;
/// Hours after which a file is old, at the most: a leap year.
pub const MAX_STALE_HOURS: u32 = 8_784;
/// Days after which published facts are to be looked through again, at the most: a leap year.
pub const MAX_REVIEW_DAYS: u32 = 366;

/// Hours by which a clock may be behind a file that is right.
pub const MAX_CLOCK_LAG_HOURS: u32 = 24;

//! How much a link may say.

/// No longer query is read: servers and chat programs cut links near this length.
pub const MAX_QUERY_BYTES: usize = 8_192;
/// The most assumed holds in a link.
pub const MAX_HOLDS: usize = 50;
/// The most requests to compare with: with the one of the form, as many as fit side by side.
pub const MAX_PINS: usize = 3;
/// The most accelerators in a link.
pub const MAX_ACCELERATORS: usize = 50;
/// The most characters of one typed text or id in a link.
pub const MAX_PART_CHARS: usize = 200;
/// The most characters of a `config.json` in a link: those that a shape follows from take some 400.
pub const MAX_CONFIG_CHARS: usize = 2_000;

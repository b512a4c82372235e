//! Size limits of a link.

/// Maximum length of a query, in bytes: servers and chat programs cut links near this length.
pub const MAX_QUERY_BYTES: usize = 8_192;
/// Maximum number of assumed holds.
pub const MAX_HOLDS: usize = 50;
/// Maximum number of pinned requests: with the one of the form, as many as fit side by side.
pub const MAX_PINS: usize = 3;
/// Maximum number of accelerators.
pub const MAX_ACCELERATORS: usize = 50;
/// Maximum length of one typed text or id, in characters.
pub const MAX_PART_CHARS: usize = 200;
/// Maximum length of a `config.json`, in characters: the fields that matter take some 400.
pub const MAX_CONFIG_CHARS: usize = 2_000;

//! The state of a view as the query of its link: `?view=fit&acc=h200&nodes=32&term=3m`.
//!
//! Typed text is kept verbatim, mistakes included. Reading never fails, because a link is untrusted
//! input: parts that are not understood or too long are left out and listed by
//! [`Route::read_link`]. If a key is repeated, the first one counts, except for `hold` and `pin`.
//!
//! | key | holds |
//! |---|---|
//! | `view` | `fit`, `size`, `round` or `data`; left out for the capacity view |
//! | `lang` | `ko` or `en` |
//! | `acc` | ids of accelerators, with commas |
//! | `nodes`, `max` | nodes, nodes at most |
//! | `count` | `gpus`, if both count GPUs instead of nodes |
//! | `term` | a number and `h`, `d` or `m`: `3m`; by hand also `1년`, `6 months` |
//! | `from`, `until` | earliest start, latest end |
//! | `place` | `any`, `one-leaf`, `leaves-2`, `segments-4` |
//! | `split` | the fewest nodes of a part, if nodes may be split over blocks |
//! | `class`, `call` | applicant class, id of the call |
//! | `layer` | `size`: published holds are left out |
//! | `scenario` | `busy-year`, which stands in for published holds |
//! | `hold` | an assumed hold, `block:nodes:from:until`; may be repeated |
//! | `at` | the date shown on node maps and on the axes of time |
//! | `span` | how much time pictures show: `week`, `month`, `quarter`, `all`; left out for a year |
//! | `lanes`, `leaf` | the block whose holds are shown leaf by leaf, and from which leaf on |
//! | `map` | `term` for a fit map of starts and terms; left out for starts and nodes |
//! | `policy` | how a round is decided, in the syntax of `jari plan`; its list is in no link |
//! | `own` | the fingerprint of the reader's own file, if the view is based on one |
//! | `pin` | a request to compare with: the query of its form and scenario; may be repeated |
//! | each [`SizeField::id`] | a field of the size form that differs from its default |
//!
//! Within a list, `~` is escaped as `~~` and the separator as `~.`; everything is percent-encoded
//! after that, so a tool that re-encodes the separators themselves does no harm.
//!
//! [`SizeField::id`]: crate::show::size::SizeField::id

mod form;
mod limits;
mod parts;
mod percent;
mod query_writer;
mod read;
mod route;
mod view;
mod write;

pub use form::FormLink;
pub use limits::{
    MAX_ACCELERATORS, MAX_CONFIG_CHARS, MAX_HOLDS, MAX_PART_CHARS, MAX_PINS, MAX_QUERY_BYTES,
};
pub use route::Route;
pub use view::View;

/// Returns every key of a link: single ones, repeatable ones and those of the size form.
#[cfg(test)]
pub(crate) fn keys() -> Vec<&'static str> {
    let sizes = crate::show::size::SizeField::ALL.map(crate::show::size::SizeField::id);
    let form = crate::show::form::Field::IN_LINK.map(|field| field.key);
    [&read::KEYS[..], &form, &["hold", "pin"], &sizes].concat()
}

#[cfg(test)]
mod tests;

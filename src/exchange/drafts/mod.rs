//! Drafts: requests with their assumptions, kept by name in the browser's store.
//!
//! A draft is a name and the query that [`Route::asked`](super::link::Route::asked) gives. All of
//! them are one JSON text, so that whoever writes reads first and changes one of them:
//!
//! ```json
//! {"version":1,"next":3,"last":2,"drafts":[{"id":2,"name":"봄","query":"acc=h200&nodes=8"}]}
//! ```
//!
//! The store is anybody's input: scripts, older and newer versions of the page, a disk that broke.
//! Reading takes what it understands and tells whether that was everything; the page then keeps
//! the text as it was.

mod list;
mod tab;

pub use list::{
    Draft, Drafts, Full, MAX_DRAFTS, MAX_NAME_CHARS, MAX_STORE_BYTES, Reading, VERSION, clean_name,
    read,
};
pub use tab::{Clash, Place, Saved, Tab};

#[cfg(test)]
mod tests;

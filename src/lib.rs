//! Preview logic of *Jari*: does a request for GPU nodes fit, from when, and why not.
//!
//! Rooms, each knowing only those before it: [`model`], [`fit`], [`sizing`], [`odds`], [`words`],
//! [`picture`], [`show`], [`exchange`], [`session`]; in a browser also `edge` and `page`.

pub mod exchange;
pub mod fit;
pub mod model;
pub mod odds;
pub mod picture;
pub mod session;
pub mod show;
pub mod sizing;
pub mod words;

#[cfg(all(feature = "dist", not(target_arch = "wasm32")))]
pub mod dist;
#[cfg(target_arch = "wasm32")]
pub mod edge;
#[cfg(target_arch = "wasm32")]
pub mod page;

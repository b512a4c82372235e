//! Page that the reader sees and touches.
//!
//! Views only lay out the words and shapes of [`crate::show`]; they never compute capacity.

mod address;
mod app;
mod chunks;
mod components;
mod context;
pub mod dom;
mod feed;
mod footer;
mod header;
mod lazy;
mod notice;
mod reactive;
mod shared;
mod unread_bar;
mod views;

pub use app::start;

//! The finished site in `dist/`: serve it as production would, weigh its first load.
//! The tool `src/bin/dist.rs` and the browser tests share it.
pub mod headers;
pub mod press;
pub mod serve;
pub mod size;
pub mod worker;

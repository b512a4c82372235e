//! The site in `dist/`: cut its program, finish it, serve it as production would, weigh its first load.
//! The tool `src/bin/dist.rs` and the browser tests share it.
pub mod cut;
pub mod embed;
pub mod files;
pub mod finish;
pub mod headers;
pub mod identity;
pub mod integrity;
pub mod markup;
pub mod names;
pub mod paths;
pub mod policy;
pub mod press;
pub mod serve;
pub mod shell;
pub mod size;
pub mod subscriptions;
pub mod worker;

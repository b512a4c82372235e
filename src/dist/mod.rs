//! Site in `dist/`: splitting its program, finishing it, serving it as production would, and
//! measuring its first load. The tool `src/bin/dist.rs` and the browser tests share this code.
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

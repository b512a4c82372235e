//! How much is needed: from a workload to nodes and days on each accelerator.

pub mod arch;
pub mod band;
pub mod config;
pub mod flops;
pub mod known;
pub mod kv;
pub mod params;
pub mod typical;

//! How much is needed: from a workload to nodes and days on each accelerator.

pub mod activations;
pub mod arch;
pub mod band;
pub mod config;
pub mod flops;
pub mod hardware;
pub mod known;
pub mod kv;
pub mod layout;
pub mod memory;
pub mod params;
pub mod run_time;
pub mod serving;
pub mod states;
pub mod typical;
pub mod utilisation;

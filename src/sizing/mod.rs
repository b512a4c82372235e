//! How much is needed: from a workload to nodes and days on each accelerator.

pub mod activations;
pub mod answer;
pub mod arch;
pub mod ask;
pub mod band;
pub mod config;
pub mod effects;
pub mod flops;
pub mod hardware;
mod hours;
pub mod known;
pub mod kv;
pub mod layout;
pub mod memory;
pub mod params;
pub mod point;
pub mod ranks;
pub mod recommend;
pub mod rules;
pub mod run_time;
mod serve;
pub mod serving;
pub mod site;
pub mod source;
pub mod states;
pub mod step;
mod train;
mod train_steps;
pub mod typical;
pub mod utilisation;
pub mod workload;

pub use answer::{Answer, SiteAnswer, size};
pub use site::Site;
pub use workload::Workload;

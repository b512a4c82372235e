//! Accelerator on which a workload may run, with its nodes and the rules of a call.

use super::band::Band;
use super::hardware::{GPUS_PER_NODE, Gpu};
use super::rules::CallBounds;
use crate::model::{Call, Hour, Snapshot};

/// An accelerator on which a workload is sized.
#[derive(Clone, PartialEq, Debug)]
pub struct SizingTarget {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Its GPU.
    pub gpu: Gpu,
    /// GPUs in a node.
    pub gpus_per_node: u32,
    /// Nodes of the largest block.
    pub most_nodes: u32,
    /// Throughput of one GPU relative to an H200, if the file gives it.
    pub relative: Option<Band>,
    /// Bounds of the call.
    pub rules: CallBounds,
}

impl SizingTarget {
    /// Returns a site without a capacity file: `most_nodes` nodes of a GPU, and no call.
    #[must_use]
    pub fn of_gpu(gpu: Gpu, most_nodes: u32) -> Self {
        Self {
            accelerator: gpu.id.to_owned(),
            gpu,
            gpus_per_node: GPUS_PER_NODE,
            most_nodes,
            relative: None,
            rules: CallBounds::NONE,
        }
    }

    /// Returns the accelerators of a capacity file that have blocks and sufficient figures, in the
    /// file's order.
    ///
    /// Bounds are those of `call`, for use from `start` on.
    ///
    /// ```
    /// use jari::{model, sizing::SizingTarget};
    /// let file = br#"{"schema":1,"as_of":"2027-01-01","accelerators":[{"id":"h200"}],
    ///   "blocks":[{"id":"a","accelerator":"h200","nodes":4},
    ///     {"id":"b","accelerator":"h200","nodes":16}]}"#;
    /// let snapshot = model::read(file).unwrap().snapshot;
    /// let sites = SizingTarget::all(&snapshot, None, None);
    /// assert_eq!((sites[0].accelerator.as_str(), sites[0].most_nodes), ("h200", 16));
    /// ```
    #[must_use]
    pub fn all(snapshot: &Snapshot, call: Option<&Call>, start: Option<Hour>) -> Vec<Self> {
        let mut sites = Vec::new();
        for accelerator in &snapshot.accelerators {
            let id = &accelerator.id;
            let blocks = snapshot.blocks.iter().filter(|block| block.accelerator == *id);
            let largest = blocks.max_by_key(|block| block.nodes());
            let (Some(block), Some(gpu)) = (largest, Gpu::from_accelerator(accelerator)) else {
                continue;
            };
            let relative = accelerator.relative_throughput.as_ref().filter(|it| it.value > 0.0);
            sites.push(Self {
                accelerator: id.clone(),
                gpu,
                gpus_per_node: block.gpus_per_node,
                most_nodes: block.nodes(),
                relative: relative.map(|it| {
                    Band::new(it.low.unwrap_or(it.value), it.value, it.high.unwrap_or(it.value))
                }),
                rules: CallBounds::for_call(call, id, start),
            });
        }
        sites
    }
}

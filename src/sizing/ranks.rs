//! How a run is split over GPUs.

/// Ranks of each kind of parallelism.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Tensor parallel, with sequence parallel; within a node.
    pub tp: u32,
    /// Pipeline stages.
    pub pp: u32,
    /// Context parallel.
    pub cp: u32,
    /// Expert parallel, over tensor, context and data ranks.
    pub ep: u32,
    /// Data parallel.
    pub dp: u32,
    /// ZeRO stage: what data-parallel ranks share out.
    pub zero: u8,
    /// Micro-batches of a rank in one step.
    pub micro_batches: u32,
}

impl Layout {
    /// One GPU.
    pub const ONE: Self = Self { tp: 1, pp: 1, cp: 1, ep: 1, dp: 1, zero: 0, micro_batches: 1 };

    /// GPUs in all.
    #[must_use]
    pub fn gpus(&self) -> u32 {
        self.tp.saturating_mul(self.pp).saturating_mul(self.cp).saturating_mul(self.dp)
    }

    /// Idle time of the pipeline next to computing: (p - 1) / m (arXiv 2104.04473), two stages a
    /// GPU where there are micro-batches enough.
    #[must_use]
    pub fn bubble(&self) -> f64 {
        f64::from(self.pp.saturating_sub(1)) / (2.0 * f64::from(self.micro_batches.max(1)))
    }
}

/// Ranks that the user has settled; data-parallel ones are what is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Settled {
    /// Tensor parallel.
    pub tp: u32,
    /// Pipeline stages.
    pub pp: u32,
    /// Context parallel.
    pub cp: u32,
    /// Expert parallel.
    pub ep: u32,
    /// ZeRO stage, up to 3.
    pub zero: u8,
}

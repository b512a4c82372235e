//! Split of a run over GPUs.

/// Number of ranks of each kind of parallelism.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Tensor-parallel ranks, with sequence parallelism; within a node.
    pub tp: u32,
    /// Pipeline stages.
    pub pp: u32,
    /// Context-parallel ranks.
    pub cp: u32,
    /// Expert-parallel ranks, dealt over tensor, context and data ranks.
    pub ep: u32,
    /// Data-parallel ranks.
    pub dp: u32,
    /// ZeRO stage, 0 to 3: the states that data-parallel ranks share out.
    pub zero: u8,
    /// Micro-batches of a rank in one step.
    pub micro_batches: u32,
}

impl Layout {
    /// A single GPU.
    pub const ONE: Self = Self { tp: 1, pp: 1, cp: 1, ep: 1, dp: 1, zero: 0, micro_batches: 1 };

    /// Returns the number of GPUs; saturates.
    #[must_use]
    pub fn gpus(&self) -> u32 {
        self.tp.saturating_mul(self.pp).saturating_mul(self.cp).saturating_mul(self.dp)
    }

    /// Returns the idle time of the pipeline relative to computing: (p - 1) / (2 m).
    ///
    /// After arXiv 2104.04473, interleaved with two stages a GPU. For example 4 stages and 12
    /// micro-batches are idle for 3 / 24, an eighth of the computing time.
    ///
    /// ```
    /// use jari::sizing::layout::Layout;
    /// let layout = Layout { tp: 8, pp: 4, dp: 2, micro_batches: 12, ..Layout::ONE };
    /// assert_eq!((layout.gpus(), layout.bubble()), (64, 0.125));
    /// let short = Layout { micro_batches: 3, ..layout };
    /// assert_eq!(short.bubble(), 0.5);
    /// ```
    #[must_use]
    pub fn bubble(&self) -> f64 {
        f64::from(self.pp.saturating_sub(1)) / (2.0 * f64::from(self.micro_batches.max(1)))
    }
}

/// Ranks fixed by the user; data-parallel ranks take the GPUs that are left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FixedLayout {
    /// Tensor-parallel ranks.
    pub tp: u32,
    /// Pipeline stages.
    pub pp: u32,
    /// Context-parallel ranks.
    pub cp: u32,
    /// Expert-parallel ranks.
    pub ep: u32,
    /// ZeRO stage, up to 3.
    pub zero: u8,
}

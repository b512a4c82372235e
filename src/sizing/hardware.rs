//! GPUs: dense peaks, memory that programs see, and bandwidths.

use crate::model::Accelerator;

/// Bytes of one GiB, 2^30.
pub const GIB: f64 = 1_073_741_824.0;

/// A GPU model.
///
/// Peaks are dense; data sheets that print twice as much count zeros (sparsity).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Gpu {
    /// Id, as in capacity files.
    pub id: &'static str,
    /// Generation; default utilisations depend on it.
    pub generation: Generation,
    /// Dense BF16 peak, FLOP/s.
    pub bf16: f64,
    /// Dense FP8 peak, FLOP/s; equal to `bf16` if it has no FP8.
    pub fp8: f64,
    /// Dense FP4 peak, FLOP/s; equal to `fp8` if it has no FP4.
    pub fp4: f64,
    /// Bytes that a program can use: the true capacity, not the label.
    pub memory: f64,
    /// Memory bandwidth, bytes/s.
    pub bandwidth: f64,
    /// Bandwidth to the other GPUs of the node, both directions together, bytes/s.
    pub nvlink: f64,
    /// Bandwidth to other nodes, one direction, bytes/s.
    pub network: f64,
}

/// Generation of a GPU.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Generation {
    /// A100.
    Ampere,
    /// H100, H800, H200, GH200.
    Hopper,
    /// B200, GB200, B300, GB300.
    Blackwell,
}

/// GPUs of a node if nothing else is known: H100, H200 and B200 nodes (HGX) have 8.
pub const GPUS_PER_NODE: u32 = 8;

/// Builds an entry from peaks in TFLOP/s, memory in GiB and bandwidths in GB/s.
const fn gpu(
    id: &'static str,
    generation: Generation,
    peaks: [f64; 3],
    gib: f64,
    bandwidths: [f64; 3],
) -> Gpu {
    Gpu {
        id,
        generation,
        bf16: peaks[0] * 1e12,
        fp8: peaks[1] * 1e12,
        fp4: peaks[2] * 1e12,
        memory: gib * GIB,
        bandwidth: bandwidths[0] * 1e9,
        nvlink: bandwidths[1] * 1e9,
        network: bandwidths[2] * 1e9,
    }
}

/// Known GPUs.
///
/// Peaks and bandwidths: NVIDIA data sheets, github.com/NVIDIA/dgxc-benchmarking (README, commit
/// 841f546) and github.com/ai-dynamo/aiconfigurator (`systems/*.yaml`, commit 095f58a). Capacities:
/// what `nvidia-smi` shows (81,920, 81,559, 143,771 and 189,471 MiB; B200 about 179 GiB; B300
/// 275,040 MiB), by the same, thundergolfer.com and github.com/stas00/ml-engineering (accelerator
/// README, commit 744d01e). All as of November 2026. A judgement: GB300 takes the capacity of B300.
/// Between nodes 400 Gb/s a GPU, for A100 200 Gb/s, for B300 and GB300 800 Gb/s.
pub const GPUS: [Gpu; 9] = [
    gpu("a100", Generation::Ampere, [312.0; 3], 80.0, [2_039.0, 600.0, 25.0]),
    gpu("a100-40", Generation::Ampere, [312.0; 3], 40.0, [1_555.0, 600.0, 25.0]),
    gpu("h100", Generation::Hopper, [989.0, 1_979.0, 1_979.0], 79.65, [3_350.0, 900.0, 50.0]),
    gpu("h800", Generation::Hopper, [989.0, 1_979.0, 1_979.0], 79.65, [3_350.0, 400.0, 50.0]),
    gpu("h200", Generation::Hopper, [989.0, 1_979.0, 1_979.0], 140.4, [4_800.0, 900.0, 50.0]),
    gpu(
        "b200",
        Generation::Blackwell,
        [2_250.0, 4_500.0, 9_000.0],
        179.0,
        [7_700.0, 1_800.0, 50.0],
    ),
    gpu(
        "gb200",
        Generation::Blackwell,
        [2_450.0, 4_900.0, 9_800.0],
        185.0,
        [8_000.0, 1_800.0, 50.0],
    ),
    gpu(
        "b300",
        Generation::Blackwell,
        [2_250.0, 4_500.0, 13_500.0],
        268.6,
        [8_000.0, 1_800.0, 100.0],
    ),
    gpu(
        "gb300",
        Generation::Blackwell,
        [2_450.0, 4_900.0, 14_700.0],
        268.6,
        [8_000.0, 1_800.0, 100.0],
    ),
];

/// H200, the unit in which GPU-hours of different accelerators are compared.
pub const H200: Gpu = GPUS[4];

impl Gpu {
    /// Returns the known GPU with this id.
    ///
    /// ```
    /// use jari::sizing::hardware::{GIB, Gpu};
    /// let h200 = Gpu::known("h200").unwrap();
    /// assert_eq!((h200.bf16, h200.bandwidth), (989e12, 4_800e9)); // FLOP/s, bytes/s
    /// assert_eq!(h200.memory / GIB, 140.4); // 141 on its label
    /// assert_eq!(Gpu::known("h300"), None);
    /// ```
    #[must_use]
    pub fn known(id: &str) -> Option<Self> {
        GPUS.into_iter().find(|gpu| gpu.id == id)
    }

    /// Returns the GPU of an accelerator of a capacity file: a known one, or one built from the
    /// file's own figures.
    ///
    /// Returns `None` if the file lacks its BF16 peak, memory or bandwidth.
    #[must_use]
    pub fn from_accelerator(accelerator: &Accelerator) -> Option<Self> {
        if let Some(known) = Self::known(&accelerator.id) {
            return Some(known);
        }
        let figure =
            |value: Option<f64>, unit: f64| value.filter(|it| *it > 0.0).map(|it| it * unit);
        let bf16 = figure(accelerator.bf16_tflops, 1e12)?;
        let fp8 = figure(accelerator.fp8_tflops, 1e12).unwrap_or(bf16);
        Some(Self {
            id: "",
            generation: if fp8 > bf16 { Generation::Hopper } else { Generation::Ampere },
            bf16,
            fp8,
            fp4: figure(accelerator.fp4_tflops, 1e12).unwrap_or(fp8),
            // A judgement: labels round up, and a program sees a little less, taken as 2 %.
            memory: figure(accelerator.memory_gb, 0.98e9)?,
            bandwidth: figure(accelerator.bandwidth_tb_s, 1e12)?,
            // A judgement: without a figure the GPU is taken to have PCIe alone (64 GB/s both
            // directions) and the 400 Gb/s network of the known GPUs.
            nvlink: figure(accelerator.nvlink_gb_s, 1e9).unwrap_or(64e9),
            network: 50e9,
        })
    }
}

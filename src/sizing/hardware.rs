//! GPUs: dense peaks, true capacities, bandwidths.

use crate::model::Accelerator;

/// Bytes of a GiB.
pub const GIB: f64 = 1_073_741_824.0;

/// A GPU model. Peaks are dense; data sheets that print twice as much count zeros.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Gpu {
    /// Id, as in capacity files.
    pub id: &'static str,
    /// Generation: defaults of utilisation go by it.
    pub generation: Generation,
    /// Dense BF16, FLOP/s.
    pub bf16: f64,
    /// Dense FP8, FLOP/s; `bf16` where there is none.
    pub fp8: f64,
    /// Dense FP4, FLOP/s; `fp8` where there is none.
    pub fp4: f64,
    /// Bytes that a program can see, true and not as labelled.
    pub memory: f64,
    /// Bandwidth of the memory, bytes/s.
    pub bandwidth: f64,
    /// Bandwidth to the other GPUs of the node, both directions, bytes/s.
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

/// GPUs of a node, where nothing else is known.
pub const GPUS_PER_NODE: u32 = 8;

/// Makes an entry: peaks in TFLOP/s, memory in GiB, bandwidths in GB/s.
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

/// Known GPUs. Peaks and bandwidths: NVIDIA data sheets and github.com/ai-dynamo/aiconfigurator
/// (`systems/*.yaml`); capacities: what `nvidia-smi` shows (81,920, 81,559, 143,771 and 189,471 MiB;
/// B200 about 179 GiB; B300 275,040 MiB). Between nodes 400 Gb/s a GPU, for A100 200 Gb/s.
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

/// H200, by which GPU-hours of unlike accelerators are compared.
pub const H200: Gpu = GPUS[4];

impl Gpu {
    /// The known GPU with this id.
    #[must_use]
    pub fn known(id: &str) -> Option<Self> {
        GPUS.into_iter().find(|gpu| gpu.id == id)
    }

    /// The GPU of an accelerator of a capacity file: a known one, or one from the file's own
    /// figures; `None` where these do not suffice (BF16 peak, memory and bandwidth).
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
            // Labels round up; what a program sees is a little less.
            memory: figure(accelerator.memory_gb, 0.98e9)?,
            bandwidth: figure(accelerator.bandwidth_tb_s, 1e12)?,
            nvlink: figure(accelerator.nvlink_gb_s, 1e9).unwrap_or(64e9),
            network: 50e9,
        })
    }
}

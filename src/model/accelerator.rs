//! GPU models and what they do.

use super::text::Text;

/// A GPU model. Figures are per GPU, dense; `None` where not published or not supported.
#[derive(Clone, PartialEq, Debug)]
pub struct Accelerator {
    /// Id, such as `h200`.
    pub id: String,
    /// Name, such as "NVIDIA H200 SXM".
    pub name: Text,
    /// Whether it is announced and not there yet.
    pub announced: bool,
    /// GPUs in a node of it, from 1, where its blocks do not say otherwise.
    pub gpus_per_node: Option<u32>,
    /// GPUs that one NVLink domain joins, from 1: 8 in a usual node, 72 in a rack of its own.
    pub gpus_per_domain: Option<u32>,
    /// Memory in GB (10^9 bytes).
    pub memory_gb: Option<f64>,
    /// Memory bandwidth in TB/s.
    pub bandwidth_tb_s: Option<f64>,
    /// Dense BF16 throughput in TFLOP/s.
    pub bf16_tflops: Option<f64>,
    /// Dense FP8 throughput in TFLOP/s.
    pub fp8_tflops: Option<f64>,
    /// Dense FP4 throughput in TFLOP/s.
    pub fp4_tflops: Option<f64>,
    /// NVLink bandwidth in GB/s.
    pub nvlink_gb_s: Option<f64>,
    /// Power in W.
    pub power_w: Option<f64>,
    /// How much it does, next to the file's other accelerators.
    pub relative_throughput: Option<Throughput>,
    /// Id of the source, where known.
    pub source: Option<String>,
}

impl Accelerator {
    /// One of which nothing but the id is known.
    #[must_use]
    pub fn unlisted(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: Text::same(id),
            announced: false,
            gpus_per_node: None,
            gpus_per_domain: None,
            memory_gb: None,
            bandwidth_tb_s: None,
            bf16_tflops: None,
            fp8_tflops: None,
            fp4_tflops: None,
            nvlink_gb_s: None,
            power_w: None,
            relative_throughput: None,
            source: None,
        }
    }
}

/// What one GPU of a model does in training, in a unit common to the file (one H200, say): the
/// ratio of two of these turns nodes of one accelerator into nodes of another.
#[derive(Clone, PartialEq, Debug)]
pub struct Throughput {
    /// The usual figure.
    pub value: f64,
    /// The least that was seen, where stated; not above `value`.
    pub low: Option<f64>,
    /// The most that was seen, where stated; not below `value`.
    pub high: Option<f64>,
    /// Id of the source, where known.
    pub source: Option<String>,
}

//! GPU models and their published figures.

use super::text::Text;

/// A GPU model.
///
/// Figures are per GPU and for dense arithmetic; `None` if a figure is not published or the
/// precision is not supported.
#[derive(Clone, PartialEq, Debug)]
pub struct Accelerator {
    /// Id, such as `h200`.
    pub id: String,
    /// Name, such as "NVIDIA H200 SXM".
    pub name: Text,
    /// `true` if the model is announced but not yet installed anywhere.
    pub announced: bool,
    /// GPUs per node, from 1; used by blocks that do not state their own number.
    pub gpus_per_node: Option<u32>,
    /// GPUs joined by one NVLink domain, from 1: 8 in a usual node, 72 in a rack of its own.
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
    /// Training throughput relative to the other accelerators of the file.
    pub relative_throughput: Option<Throughput>,
    /// Id of the source, if known.
    pub source: Option<String>,
}

impl Accelerator {
    /// Returns an accelerator of which only the id is known.
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

/// Training throughput of one GPU of a model, in a unit common to the file (one H200, say).
///
/// The ratio of two of these converts nodes of one accelerator into nodes of another.
#[derive(Clone, PartialEq, Debug)]
pub struct Throughput {
    /// Typical figure.
    pub value: f64,
    /// Lowest observed figure, if stated; not above `value`.
    pub low: Option<f64>,
    /// Highest observed figure, if stated; not below `value`.
    pub high: Option<f64>,
    /// Id of the source, if known.
    pub source: Option<String>,
}

//! Memory: rows as runs to count it of, what fits, states and closed forms.

use jari::sizing::activations::{Framework, closed_form};
use jari::sizing::arch::{Arch, Bias, Norm};
use jari::sizing::band::Band;
use jari::sizing::flops::Recompute;
use jari::sizing::hardware::GIB;
use jari::sizing::layout::Layout;
use jari::sizing::memory::{MemoryVerdict, Setup, memory};
use jari::sizing::network::Network;
use jari::sizing::params::params;
use jari::sizing::states::Optimizer;

use super::runs::gpu;
use super::table::{Models, Row, rows};
use crate::say;

/// Shapes that the table of architectures does not have.
pub fn shape(models: &Models, row: &Row) -> Option<Arch> {
    let name = row.text("model");
    let plain = |hidden, layers, heads, vocab, tied| Arch {
        gated: false,
        tied,
        norm: Norm::ScaleAndBias,
        bias: Bias::LAYER,
        ..Arch::dense(hidden, layers, heads, heads, 4 * hidden, vocab)
    };
    Some(match name {
        "Qwen-1.8B" => Arch { bias: Bias::QKV, ..Arch::dense(2_048, 24, 16, 16, 5_504, 151_936) },
        "phi-1.5 1.3B" => plain(2_048, 24, 32, 51_200, false),
        "StableLM-Alpha 3B" => plain(4_096, 16, 32, 50_688, false),
        "bloomz-7b1" => plain(4_096, 30, 32, 250_880, true),
        "Qwen3-8B" => models.get("qwen3-8b")?,
        _ if name.starts_with("Llama-3.2-3B") => models.get("llama-3.2-3b")?,
        _ if name.starts_with("Llama-2-13B") => models.get("llama-2-13b")?,
        _ if name.starts_with("Llama-2-7B") => models.get("llama-2-7b")?,
        _ if name.starts_with("GPT 200B") => plain(14_400, 80, 80, 250_880, true),
        _ if name.starts_with("GPT 181B") => plain(14_336, 72, 112, 250_880, true),
        _ if name.starts_with("GPT 187B") => plain(13_824, 80, 108, 250_880, true),
        _ if name.starts_with("MPT") => models.get(&format!("{name}-s{}", row.text("seq_len")))?,
        _ => models.get(name)?,
    })
}

fn framework(row: &Row) -> Framework {
    let name = row.text("name");
    match name {
        _ if [
            "torchtitan",
            "torchtune",
            "litgpt",
            "llm-foundry",
            "InternEvo",
            "llama-cookbook",
        ]
        .iter()
        .any(|it| name.starts_with(it)) =>
        {
            Framework::Fsdp
        }
        _ if ["Qwen", "stas00", "peft"].iter().any(|it| name.starts_with(it)) => {
            Framework::HuggingFace
        }
        _ => Framework::Megatron,
    }
}

/// A row as a run to count the memory of.
pub struct Case {
    network: Network,
    pub setup: Setup,
    layout: Layout,
    /// Levels that the row leaves open.
    pub levels: Vec<Recompute>,
}

impl Case {
    pub fn new(models: &Models, row: &Row) -> Option<Self> {
        let network = shape(models, row)?.network();
        let text = |column| row.text(column);
        let number = |column| row.number(column);
        let precision = text("precision_optimizer");
        let shard = text("shard");
        let mode = text("mode");
        let seq = match text("seq_len") {
            "<=1304 (Alpaca max)" => 1_304.0,
            "<=768" => 768.0,
            _ => number("seq_len").unwrap_or(2_048.0),
        };
        let ranks = |column| row.number(column).unwrap_or(1.0) as u32;
        let gpus = number("gpu_count").unwrap_or(1.0) as u32;
        let [tp, pp, cp, ep] = ["TP", "PP", "CP", "EP"].map(ranks);
        let dp = number("DP").map_or(gpus / (tp * pp * cp), |it| it as u32).max(1);
        let zero = match shard {
            _ if shard.contains("FULL_SHARD") || shard.contains("FSDP") => 3,
            _ if shard.contains("ZeRO-3") => 3,
            _ if text("name").contains("full s") && dp > 1 => 3,
            "ZeRO-2" => 2,
            "ZeRO-1" | "distributed optimizer" => 1,
            "ZeRO-0" => 0,
            _ if text("name").contains("ZeRO-3") => 3,
            // Megatron-Bridge's recipes share optimizer states out.
            _ if text("name").starts_with("Megatron-Bridge") => 1,
            _ if gpus > 1 && mode == "lora" => 2,
            _ => 0,
        };
        let framework = framework(row);
        let optimizer = match precision {
            _ if text("name").contains("8-bit") => Optimizer::Adam8Bit,
            _ if precision.contains("DeepSpeed") => Optimizer::AdamFp32Gradients,
            _ if precision.contains("18 B/param") => Optimizer::AdamFp32Gradients,
            _ if precision.contains("pure bf16") => Optimizer::PureBf16,
            // The script of this table loads 16-bit weights and trains them as they are.
            _ if text("name").starts_with("peft MetaMathQA") => Optimizer::PureBf16,
            // Adapters on one GPU, 16-bit weights: nothing has a 32-bit copy.
            _ if dp == 1 && framework == Framework::HuggingFace && mode != "full" => {
                Optimizer::PureBf16
            }
            _ => Optimizer::Adam,
        };
        let levels = match text("recompute") {
            it if it.starts_with("full") => vec![Recompute::Full],
            it if it.starts_with("selective") => vec![Recompute::Selective],
            it if it.starts_with("none") => vec![Recompute::None],
            // Switches of a README, one added after the other.
            _ if text("name").contains("act. ckpt")
                || text("name").contains("fuse opt")
                || text("name").contains("8-bit")
                || text("name").contains("offload") =>
            {
                vec![Recompute::Full]
            }
            _ if text("name").contains("torchtune") && mode == "full" => vec![Recompute::None],
            _ => vec![Recompute::Full, Recompute::Selective, Recompute::None],
        };
        let batch = number("MBS").unwrap_or(1.0);
        // torchtitan's batch is that of a rank: with stages it is cut into micro-batches.
        let is_local = text("name").starts_with("torchtitan") && pp > 1;
        let setup = Setup {
            optimizer,
            framework,
            recompute: levels[0],
            seq,
            micro_batch: if is_local { 1.0 } else { batch },
            adapter_rank: match mode {
                "lora" | "qlora" if text("name").starts_with("Qwen") => 64,
                "lora" | "qlora" => 16,
                _ => 0,
            },
            four_bits: mode == "qlora",
            // Megatron-DeepSpeed of 2021 had none.
            sequence_parallel: !text("name").starts_with("BLOOM"),
            train_tables: precision.contains("lora+emb"),
            reference: false,
            offload: shard.contains("CPU")
                || text("name").contains("offload")
                || precision.contains("Paged"),
        };
        let micro_batches = match pp {
            1 => 1,
            _ if is_local => batch as u32,
            _ => 64,
        };
        Some(Self {
            network,
            setup,
            layout: Layout { tp, pp, cp, ep, dp, zero, micro_batches },
            levels,
        })
    }

    fn at(&self, recompute: Recompute) -> jari::sizing::memory::Memory {
        let setup = Setup { recompute, ..self.setup };
        memory(&self.network, &params(&self.network), &setup, &self.layout)
    }

    /// The band of each level that the row leaves open.
    pub fn bands(&self) -> Vec<Band> {
        self.levels.iter().map(|it| self.at(*it).total()).collect()
    }

    /// The least of any level.
    fn least(&self) -> f64 {
        self.bands().iter().map(|band| band.low).fold(f64::MAX, f64::min)
    }
}

#[test]
fn what_ran_can_fit_and_what_ran_out_is_not_said_to() {
    let (Some(models), Some(rows)) = (Models::read(), rows("memory_cases.csv")) else { return };
    let (mut ran, mut can, mut out, mut said) = (0, 0, 0, 0);
    for row in &rows {
        let (Some(case), Some(gpu)) = (Case::new(&models, row), gpu(row.text("gpu"))) else {
            continue;
        };
        if row.text("kind") == "fit" {
            ran += 1;
            let fits = case.least() <= gpu.memory;
            can += usize::from(fits);
            if !fits {
                say(&format!("  {} ran: {:.1} GB", row.text("name"), case.least() / 1e9));
            }
        } else if row.text("value").contains("OOM") && row.text("mode") != "infer" {
            out += 1;
            let fits = case.at(case.levels[0]).verdict(gpu.memory) == MemoryVerdict::Fits;
            said += usize::from(fits);
            if fits {
                say(&format!("  {} ran out of memory", row.text("name")));
            }
        }
    }
    say(&format!("memory: {can} of {ran} that ran can fit; {said} of {out} that ran out said to"));
    assert_eq!((can, said), (ran, 0));
}

/// Weights, gradients and optimizer states alone, as logged or stated.
#[test]
fn states_are_exact() {
    let Some(models) = Models::read() else { return };
    let case = |name: &str, optimizer, rank, layout| {
        let network = models.get(name).unwrap().network();
        let setup = Setup {
            optimizer,
            framework: Framework::Megatron,
            recompute: Recompute::None,
            seq: 4_096.0,
            micro_batch: 1.0,
            adapter_rank: rank,
            four_bits: false,
            sequence_parallel: true,
            train_tables: false,
            reference: false,
            offload: false,
        };
        memory(&network, &params(&network), &setup, &layout).fixed()
    };
    let ranks = |tp, pp, cp, dp, zero| Layout { tp, pp, cp, ep: 1, dp, zero, micro_batches: 64 };
    let adam = Optimizer::Adam;
    // Logs of NeMo on H100 (bytes allocated before the first step): NVIDIA/dgxc-benchmarking.
    let cases = [
        ("Llama-3.1-8B", adam, 0, ranks(1, 1, 2, 4, 1), 44_271_689_728.0),
        ("Nemotron-4-15B", adam, 0, ranks(2, 1, 1, 32, 1), 34_466_545_664.0),
        ("Llama-3.1-8B", adam, 16, ranks(1, 1, 1, 8, 1), 16_209_118_208.0),
    ];
    let mut good = 0;
    for (name, optimizer, rank, layout, logged) in cases {
        let ratio = case(name, optimizer, rank, layout) / logged;
        say(&format!("static memory, {name} {layout:?}: {ratio:.4} of what was logged"));
        good += usize::from((ratio - 1.0).abs() < 0.02);
    }
    assert_eq!(good, cases.len());
}

/// The closed forms of arXiv 2205.05198 give the values of its figure 1 to the last digit, and the
/// shares of figure 7 as far as they can be read off.
#[test]
fn closed_forms_are_those_of_the_paper() {
    let Some(rows) = rows("memory_cases.csv") else { return };
    // Hidden, layers, heads, pipeline stages, interleaved stages a GPU (table 3).
    let shape = |name: &str| match name {
        "Megatron-22B" => (6_144.0, 48.0, 64.0, 1.0, 1.0),
        "GPT-3-175B" => (12_288.0, 96.0, 96.0, 8.0, 3.0),
        "Megatron-530B" => (20_480.0, 105.0, 128.0, 35.0, 3.0),
        _ => (25_600.0, 128.0, 160.0, 64.0, 1.0),
    };
    let (mut exact, mut read_off) = (0, 0);
    for row in rows.iter().filter(|row| row.text("name").starts_with("Korthikanti")) {
        let (h, layers, a, p, v): (f64, f64, f64, f64, f64) = shape(row.text("model"));
        let b = row.number("MBS").unwrap_or(1.0);
        let value = row.number("value").unwrap();
        let (sp, level) = match row.text("recompute") {
            "selective+SP" => (true, Recompute::Selective),
            "selective" => (false, Recompute::Selective),
            "full" => (false, Recompute::Full),
            "SP" => (true, Recompute::None),
            _ => (false, Recompute::None),
        };
        let form = |sp, level| closed_form(h, a, 2_048.0, b, 8.0, sp, level);
        match row.text("quantity") {
            "activations" => {
                let interleaved = if v > 1.0 { 1.0 + (p - 1.0) / (p * v) } else { 1.0 };
                let gib = form(sp, level) * layers * interleaved / GIB;
                assert!((gib / value - 1.0).abs() < 1e-6, "{}: {gib}", row.text("name"));
                exact += 1;
            }
            "params+grads+optimizer" => {
                let gib = 18.0 * 12.0 * layers * h * h / (8.0 * p) / GIB;
                assert!((gib / value - 1.0).abs() < 1e-6, "{}: {gib}", row.text("name"));
                exact += 1;
            }
            _ => {
                let share = 100.0 * form(sp, level) / form(false, Recompute::None);
                assert!((share / value - 1.0).abs() < 0.03, "{}: {share}", row.text("name"));
                read_off += 1;
            }
        }
    }
    say(&format!("closed forms: {exact} values of the paper exact, {read_off} shares within 3 %"));
}

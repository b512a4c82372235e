//! The shared tables, and the models that they name.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jari::sizing::arch::{Arch, AttentionWindow, Bias, Latent, Moe, Norm, QkNorm};
use jari::sizing::known;

use crate::say;

/// A row by the names of its columns.
pub struct Row(BTreeMap<String, String>);

impl Row {
    pub fn text(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// The number in a column; `None` where it is empty or no number.
    pub fn number(&self, column: &str) -> Option<f64> {
        self.text(column).parse().ok()
    }

    pub fn id(&self) -> &str {
        self.text("id")
    }
}

/// The rows of a table, or `None` with a line that says so.
pub fn rows(name: &str) -> Option<Vec<Row>> {
    let shared = std::env::var_os("JARI_SHARED").map(PathBuf::from);
    let folder = shared
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"))
        .join("data/sizing");
    let Ok(text) = std::fs::read_to_string(folder.join(name)) else {
        say(&format!("skipped: shared table not found ({name})"));
        return None;
    };
    let mut lines = records(&text).into_iter();
    let head = lines.next().unwrap();
    Some(lines.map(|line| Row(head.iter().cloned().zip(line).collect())).collect())
}

/// Fields of every record; quotes may hold commas.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut all = vec![vec![String::new()]];
    let mut quoted = false;
    for c in text.trim_end().chars() {
        let record = all.last_mut().unwrap();
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => all.push(vec![String::new()]),
            c => record.last_mut().unwrap().push(c),
        }
    }
    all
}

/// Models by name: those of the table of architectures, and some of the list of known ones.
pub struct Models(BTreeMap<String, Arch>);

impl Models {
    pub fn read() -> Option<Self> {
        let table = rows("architectures.csv")?;
        let mut models: BTreeMap<String, Arch> =
            table.iter().map(|row| (row.text("name").to_owned(), arch(row))).collect();
        for known in known::all() {
            models.entry(known.id.to_owned()).or_insert(known.arch);
        }
        Some(Self(models))
    }

    pub fn get(&self, name: &str) -> Option<Arch> {
        self.0.get(name).copied()
    }
}

/// The shape in a row of the table of architectures.
pub fn arch(row: &Row) -> Arch {
    let number = |column| row.number(column).unwrap_or(0.0) as u32;
    let flag = |column| row.text(column) == "True";
    let tuple = |column| -> Vec<u32> {
        let text = row.text(column).trim_matches(['(', ')']);
        text.split(',').filter_map(|part| part.trim().parse().ok()).collect()
    };
    let [layers, experts, every] = ["layers", "experts", "moe_every"].map(number);
    let all = flag("bias");
    let mut arch = Arch {
        head_dim: number("head_dim"),
        gated: flag("gated"),
        tied: flag("tied"),
        norm: if row.text("norm") == "ln" { Norm::ScaleAndBias } else { Norm::Scale },
        qk_norm: if flag("qk_norm") { QkNorm::Head } else { QkNorm::None },
        bias: if all { Bias::LAYER } else { Bias { qkv: flag("qkv_bias"), ..Bias::NONE } },
        positions: number("learned_positions"),
        embedding_norm: row.text("name").starts_with("BLOOM"),
        sinks: row.text("name").starts_with("gpt-oss"),
        ..Arch::dense(
            number("hidden"),
            layers,
            number("heads"),
            number("kv_heads"),
            number("ffn"),
            number("vocab"),
        )
    };
    if row.text("name").starts_with("InternLM") {
        // Its `bias` is that of attention alone.
        arch.bias = Bias { qkv: true, out: true, ..Bias::NONE };
    }
    if let [q_rank, kv_rank, nope, rope, value] = tuple("mla")[..] {
        arch.latent = Some(Latent { q_rank, kv_rank, nope, rope, value });
        arch.bias.router = true;
    }
    if let [tokens, layers] = tuple("sliding")[..] {
        arch.window = Some(AttentionWindow { tokens, layers });
    }
    if experts > 0 {
        arch.moe = Some(Moe {
            experts,
            per_token: number("experts_per_token"),
            ffn: number("expert_ffn"),
            shared_ffn: number("shared_experts") * number("expert_ffn"),
            shared_gate: false,
            layers: (layers - number("dense_layers")) / every.max(1),
        });
    }
    arch
}

/// A share in percent, of counts.
pub fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// The middle value.
pub fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

/// The kind of a row of training, for reports: what is trained, how long its sequences are, on what.
pub fn kind(row: &Row, arch: &Arch) -> String {
    let what = match row.text("method") {
        "lora" | "qlora" => "LoRA",
        _ if row.number("seq_len").is_some_and(|seq| seq >= 32_768.0) => "long context",
        _ if arch.moe.is_some() => "MoE",
        _ => "dense",
    };
    let gpu = row.text("gpu").split('-').next().unwrap_or_default();
    format!("{what} {gpu}")
}

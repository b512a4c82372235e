//! Peaks of memory, as measured, beside their bands.

use std::collections::BTreeMap;

use jari::sizing::activations::Framework;
use jari::sizing::band::Band;
use jari::sizing::flops::Recompute;
use jari::sizing::hardware::GIB;
use jari::sizing::memory::inference;
use jari::sizing::network::Network;
use jari::sizing::params::params;
use jari::sizing::states::NF4_BYTES;

use super::memory::{Case, shape};
use super::table::{Models, Row, percent, rows};
use crate::say;

/// A measured peak and the band that `sizing` gives it.
pub struct Peak {
    id: String,
    pub name: String,
    mode: String,
    /// The framework; `None` for a script that generates text.
    pub framework: Option<Framework>,
    /// What is recomputed, or that the row leaves it open.
    pub level: &'static str,
    /// A band for each level that the row leaves open.
    bands: Vec<Band>,
    /// Bytes: the least and the most that the row can mean.
    measured: [f64; 2],
}

impl Peak {
    fn new(models: &Models, row: &Row) -> Option<Self> {
        let measured = measured(row)?;
        let (framework, level, bands) = if row.text("mode") == "infer" {
            (None, "", vec![generation(models, row)?])
        } else {
            let case = Case::new(models, row)?;
            let level = match case.levels[..] {
                [Recompute::None] => "nothing recomputed",
                [Recompute::Selective] => "selective",
                [Recompute::Full] => "full",
                _ => "not told what is recomputed",
            };
            (Some(case.setup.framework), level, case.bands())
        };
        // "GB" may be GiB, as tools show it.
        let most = if row.text("unit") == "GB" { measured / 1e9 * GIB } else { measured };
        Some(Self {
            id: row.id().to_owned(),
            name: row.text("name").to_owned(),
            mode: row.text("mode").to_owned(),
            framework,
            level,
            bands,
            measured: [measured, most],
        })
    }

    /// How far the ends of its band would have to lie out to reach it, below and above: 1 is where
    /// they lie, less is within.
    pub fn needs(&self) -> [f64; 2] {
        let [least, most] = self.measured;
        let least_of =
            |needs: &dyn Fn(&Band) -> f64| self.bands.iter().map(needs).fold(f64::MAX, f64::min);
        [
            least_of(&|band| (band.central - most) / (band.central - band.low)),
            least_of(&|band| (least - band.central) / (band.high - band.central)),
        ]
    }

    pub fn is_held(&self) -> bool {
        self.needs().into_iter().all(|needed| needed <= 1.0)
    }

    /// Whether the row tells what `sizing` asks for: it does where its miss has no such cause.
    pub fn is_told(&self) -> bool {
        let name = &self.name;
        // A micro-batch of stages that is not told; 32-bit gradients twice, by its own account.
        !(name.starts_with("torchtitan 405B") || name.contains("ZeRO stage 0"))
    }

    fn print(&self) {
        let of = |value: fn(&Band) -> f64| self.bands.iter().map(value);
        let [low, high] = [
            of(|band| band.low).fold(f64::MAX, f64::min),
            of(|band| band.high).fold(0.0, f64::max),
        ];
        let cause = if self.is_held() { "" } else { cause(&self.name) };
        say(&format!(
            "  {} {:.1} GB, band {:.1} / {:.1} / {:.1}: {} {cause}",
            self.id,
            self.measured[0] / 1e9,
            low / 1e9,
            self.bands[0].central / 1e9,
            high / 1e9,
            self.name
        ));
    }
}

/// Every measured peak of the tables that tells a sequence length, and how many others there are.
pub fn peaks() -> Option<(Vec<Peak>, usize)> {
    let models = Models::read()?;
    let mut all = rows("memory_cases.csv")?;
    all.extend(rows("memory_cases_2.csv")?);
    let is_peak = |row: &&Row| {
        let quantity = row.text("quantity");
        row.text("kind") == "measured"
            && ["memory", "peak", "reserved", "allocated"].iter().any(|it| quantity.contains(it))
            && measured(row).is_some()
    };
    let (told, untold): (Vec<&Row>, Vec<&Row>) =
        all.iter().filter(is_peak).partition(|row| tells_length(row));
    let peaks = told.into_iter().filter_map(|row| Peak::new(&models, row)).collect();
    Some((peaks, untold.len()))
}

/// Whether the row tells how long its sequences are. The baseline of torchtune's README does not
/// pack them yet, so that they are shorter than its column says.
fn tells_length(row: &Row) -> bool {
    let is_unpacked =
        row.text("name").starts_with("torchtune") && row.text("name").contains("baseline");
    row.text("mode") == "infer" || !row.text("seq_len").is_empty() && !is_unpacked
}

/// Bytes on one GPU, as measured.
fn measured(row: &Row) -> Option<f64> {
    let unit = match row.text("unit") {
        "GB" | "GB(1e9)" => 1e9,
        "GiB" => GIB,
        "B" => 1.0,
        _ => return None,
    };
    let shares = if row.text("scope") == "total" { row.number("gpu_count")? } else { 1.0 };
    Some(row.number("value")? * unit / shares)
}

/// The band of a script that generates text.
fn generation(models: &Models, row: &Row) -> Option<Band> {
    let network = shape(models, row)?.network();
    let bytes = if row.text("name").contains("int8 KV") { 1.0 } else { 2.0 };
    let tokens = row.number("seq_len").unwrap_or(0.0);
    let sequences = row.number("MBS").unwrap_or(1.0);
    let gpus = row.number("gpu_count").unwrap_or(1.0);
    let all = inference(&network, weights(row, &network), bytes, tokens, sequences);
    Some(all.times(1.0 / gpus))
}

/// Weights of an inference row: 16 bits, or fewer but for the tables.
fn weights(row: &Row, network: &Network) -> f64 {
    let params = params(network);
    let tables = 2.0 * (params.embedding + params.head);
    let layers = params.total() - params.embedding - params.head;
    let name = row.text("name");
    match name {
        _ if name.contains("Int8") => layers + tables,
        _ if name.contains("Int4") || name.contains("nf4") => NF4_BYTES * layers + tables,
        _ => 2.0 * layers + tables,
    }
}

/// Why a row misses its band, as far as its source shows.
fn cause(name: &str) -> &'static str {
    match name {
        _ if name.contains("ZeRO stage 0") => {
            "(32-bit gradients twice, by the source's own account)"
        }
        _ if name.starts_with("BLOOM") => "(attention of 2021 kept its scores)",
        _ if name.starts_with("InternEvo") => "(copies at the step: 27 to 33 bytes a parameter)",
        _ if name.contains("405B") => "(micro-batch of a stage not told)",
        _ if name.contains("8-bit") => "(activations go to the host as well)",
        _ => "(not explained)",
    }
}

#[test]
fn peaks_are_within_their_bands() {
    let Some((peaks, left_out)) = peaks() else { return };
    let mut by_kind: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for peak in &peaks {
        let is_held = peak.is_held();
        if !is_held || std::env::var_os("JARI_ROWS").is_some_and(|it| it == "all") {
            peak.print();
        }
        let source = peak.name.split(' ').next().unwrap_or_default();
        for kind in [&peak.mode, source, "all"] {
            let (all, held) = by_kind.entry(kind).or_default();
            *all += 1;
            *held += usize::from(is_held);
        }
    }
    for (kind, (all, held)) in &by_kind {
        let share = percent(*held, *all);
        say(&format!("peak memory, {kind}: {held} of {all} within ({share:.0} %)"));
    }
    say(&format!("peak memory: {left_out} rows tell no sequence length and are left out"));
    let (all, held) = by_kind["all"];
    assert!(all >= 150 && percent(held, all) >= 90.0);
}

/// Losses by chunks, steps fused into the backward pass, and states in 16 or 8 bits alone.
#[test]
fn what_saves_memory_is_within_the_bands() {
    let Some((peaks, _)) = peaks() else { return };
    for (what, marks, least) in [
        ("chunked or fused losses", &["chunked CE", "8xH200", "8xB200"][..], 8),
        ("fused steps", &["fuse opt", "act. offload", "8-bit AdamW"], 3),
        ("states of 16 bits or less", &["torchtune Llama-3.2-3B", "peft MetaMathQA"], 8),
    ] {
        let with = |peak: &&Peak| marks.iter().any(|mark| peak.name.contains(mark));
        let (held, out): (Vec<&Peak>, Vec<&Peak>) =
            peaks.iter().filter(with).partition(|peak| peak.is_held());
        let all = held.len() + out.len();
        say(&format!("peak memory, {what}: {} of {all} within", held.len()));
        assert!(all >= least && out.is_empty(), "{what}: {all} rows");
    }
}

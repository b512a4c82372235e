//! Real `config.json` files: what is counted of each, next to what its makers published.

use std::path::PathBuf;

use jari::sizing::config::{Config, ConfigError, essential, parse};
use jari::sizing::kv;
use jari::sizing::layer::mixing::Cache;
use jari::sizing::params::params;
use jari::sizing::remark::{Remark, Tower};

use crate::say;

/// What is right for a file.
enum Right {
    /// Parameters as published (of the weights file, the card, or the name); the text part's to
    /// within 0.1 %, 0 where no better count than the published one is known; active ones as
    /// published, 0 where they are not; and bytes of cache for a token in 16 bits once windows are
    /// full, 0 where nothing is published.
    Counts(f64, f64, f64, f64),
    /// It is refused, for this.
    Refused(ConfigError),
}

use Right::{Counts, Refused};

/// The files, by name. Figures are those of the model cards, weights files and names; text parts and
/// caches as counted layer by layer from the models' own code.
const FILES: [(&str, Right); 59] = [
    ("A.X-K1", Counts(519e9, 518_982_633_728.0, 33e9, 70_272.0)),
    ("Arctic-embed-m-BERT", Counts(109e6, 109_482_240.0, 0.0, 0.0)),
    ("Command-R-35B", Counts(34_980_831_232.0, 34_980_831_232.0, 0.0, 0.0)),
    // Not the published model's file: 48 layers for 40, 12 key and value heads for 8.
    ("DBRX", Counts(132e9, 157_970_307_072.0, 0.0, 0.0)),
    ("DeepSeek-V2-Lite", Counts(15_706_484_224.0, 15_706_484_224.0, 2.66e9, 31_104.0)),
    ("DeepSeek-V3.1-NVFP4", Counts(671_026_419_200.0, 671_026_419_200.0, 37e9, 70_272.0)),
    ("DeepSeek-V3.2", Counts(671e9, 671.03e9 + 0.85e9, 38.4e9, 70_272.0 + 15_616.0)),
    ("DeepSeek-V3", Counts(671_026_419_200.0, 671_026_419_200.0, 37e9, 70_272.0)),
    ("DeepSeek-V4-Flash", Refused(ConfigError::SparseAttention)),
    ("Devstral-2-123B", Counts(125_025_988_608.0, 125_025_988_608.0, 0.0, 360_448.0)),
    ("EXAONE-3.0-7.8B", Counts(7_818_448_896.0, 7_818_448_896.0, 0.0, 131_072.0)),
    ("EXAONE-4.5-33B", Counts(33e9, 32_527_504_384.0, 0.0, 65_536.0)),
    ("FLUX.1-dev-transformer", Refused(ConfigError::Diffusion)),
    ("Falcon-7B", Counts(6_921_720_704.0, 6_921_720_704.0, 0.0, 8_192.0)),
    ("Falcon-H1-7B-Instruct", Counts(7.6e9, 0.0, 0.0, 45_056.0)),
    ("GLM-4-9B", Counts(9_399_951_360.0, 9_399_951_360.0, 0.0, 40_960.0)),
    ("GLM-4.5", Counts(355e9, 0.0, 33.6e9, 376_832.0)),
    ("GLM-4.7-Flash", Counts(30e9, 29_943_393_920.0, 3.9e9, 54_144.0)),
    ("GLM-5", Counts(744e9, 743_180_209_920.0 + 0.73e9, 41.8e9, 89_856.0 + 19_968.0)),
    ("GPT-2", Counts(124_439_808.0, 124_439_808.0, 0.0, 36_864.0)),
    ("InternLM2-7B", Counts(7_737_708_544.0, 7_737_708_544.0, 0.0, 131_072.0)),
    ("Kimi-K2-Instruct", Counts(1_026_408_232_448.0, 1_026_408_232_448.0, 32.86e9, 70_272.0)),
    ("Kimi-K2.5-NVFP4", Counts(1_026_408_232_448.0, 1_026_408_232_448.0, 32.86e9, 70_272.0)),
    ("Llama-3.1-405B", Counts(405_853_388_800.0, 405_853_388_800.0, 0.0, 516_096.0)),
    ("Llama-3_3-Nemotron-Super-49B-v1", Counts(49.9e9, 0.0, 0.0, 0.0)),
    ("Llama-4-Maverick", Counts(400e9, 0.0, 17e9, 0.0)),
    ("Llama-4-Scout", Counts(109e9, 0.0, 17e9, 0.0)),
    ("Llava-1.5-7B-hf", Counts(7.06e9, 0.0, 0.0, 524_288.0)),
    ("MiniCPM3-4B", Counts(4.07e9, 0.0, 0.0, 35_712.0)),
    ("MiniMax-M2.5", Counts(229e9, 0.0, 11.03e9, 253_952.0)),
    ("MiniMax-M3", Refused(ConfigError::SparseAttention)),
    ("Mixtral-8x7B", Counts(46_702_792_704.0, 46_702_792_704.0, 12.9e9, 131_072.0)),
    ("NVIDIA-Nemotron-3-Nano-30B-A3B-BF16", Counts(31.6e9, 31_577_940_288.0, 3.58e9, 6_144.0)),
    ("Olmo-3.1-32B", Counts(32.2e9, 0.0, 0.0, 65_536.0)),
    ("Phi-3.5-mini", Counts(3_821_079_552.0, 3_821_079_552.0, 0.0, 393_216.0)),
    ("Qwen1.5-MoE-A2.7B", Counts(14_315_784_192.0, 14_315_784_192.0, 2.7e9, 196_608.0)),
    ("Qwen2.5-VL-7B", Counts(8.29e9, 7_615_616_512.0, 0.0, 57_344.0)),
    ("Qwen3-0.6B", Counts(596_049_920.0, 596_049_920.0, 0.0, 114_688.0)),
    ("Qwen3-235B-A22B-FP8", Counts(235_093_634_560.0, 235_093_634_560.0, 22.19e9, 192_512.0)),
    ("Qwen3-30B-A3B", Counts(30_532_122_624.0, 30_532_122_624.0, 3.35e9, 98_304.0)),
    ("Qwen3-32B-FP8", Counts(32_762_123_264.0, 32_762_123_264.0, 0.0, 262_144.0)),
    ("Qwen3-Next-80B-A3B", Counts(79_674_391_296.0, 79_674_391_296.0, 3.87e9, 24_576.0)),
    ("Qwen3-VL-30B-A3B-Instruct", Counts(31.1e9, 30_532_122_624.0, 0.0, 98_304.0)),
    ("Qwen3-VL-8B-Instruct", Counts(8.77e9, 8_190_735_360.0, 0.0, 147_456.0)),
    ("Qwen3.5-27B", Counts(27e9, 26_895_998_464.0, 0.0, 65_536.0)),
    ("Qwen3.5-35B-A3B", Counts(35e9, 34_660_610_688.0, 0.0, 20_480.0)),
    ("RWKV-5-3B", Refused(ConfigError::NotATransformer)),
    ("Skywork-Reward-Llama-3.1-8B", Counts(7_504_928_768.0, 7_504_928_768.0, 0.0, 131_072.0)),
    ("Solar-Open-100B", Counts(102.6e9, 102_651_799_552.0, 12.05e9, 196_608.0)),
    ("StableLM-3B-4E1T", Counts(2_795_443_200.0, 2_795_443_200.0, 0.0, 327_680.0)),
    ("StarCoder2-7B", Counts(7_173_923_840.0, 7_173_923_840.0, 0.0, 0.0)),
    ("VAETKI", Counts(112.2e9, 112.19e9, 10.27e9, 9_216.0)),
    ("Voxtral-Mini-3B-2507", Counts(4.68e9, 0.0, 0.0, 122_880.0)),
    ("gemma-3-1b-it", Counts(999_885_952.0, 999_885_952.0, 0.0, 0.0)),
    ("gemma-3-27b-it", Counts(27.4e9, 27_009_346_304.0, 0.0, 0.0)),
    ("gemma-4-26B-A4B", Counts(25.2e9, 0.0, 0.0, 20_480.0)),
    ("gpt-oss-120b", Counts(116_829_156_672.0, 116_829_156_672.0, 5.71e9, 36_864.0)),
    ("gpt-oss-20b", Counts(20_914_757_184.0, 20_914_757_184.0, 4.19e9, 24_576.0)),
    ("granite-4.0-h-small", Counts(32e9, 0.0, 9e9, 16_384.0)),
];

/// The text of a file, or `None` with a line that says so.
pub fn file(name: &str) -> Option<String> {
    let shared = std::env::var_os("JARI_SHARED").map(PathBuf::from);
    let folder = shared
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"))
        .join("data/configs");
    let text = std::fs::read_to_string(folder.join(format!("{name}.json"))).ok();
    if text.is_none() {
        say(&format!("skipped: shared configuration not found ({name})"));
    }
    text
}

/// Whether something is said that tells why a count is not the published one.
fn explains(remark: &Remark) -> bool {
    !matches!(remark, Remark::WindowOff { .. } | Remark::SparseAttention { .. })
}

#[test]
fn every_file_is_right_or_says_why_not() {
    let (mut right, mut said, mut refused, mut found) = (0, 0, 0, 0);
    for (name, wanted) in &FILES {
        let Some(text) = file(name) else { return };
        found += 1;
        let read = parse(&text);
        let (published, text_part, active, growth) = match wanted {
            Refused(why) => {
                assert_eq!(read.unwrap_err().why, *why, "{name}");
                refused += 1;
                row(&format!("refused  {name}: {why:?}"));
                continue;
            }
            Counts(published, text, active, growth) => (*published, *text, *active, *growth),
        };
        let Config { network, remarks, .. } =
            read.unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        let counted = params(&network);
        let near =
            |counted: f64, wanted: f64, within: f64| (counted / wanted - 1.0).abs() <= within;
        if text_part > 0.0 {
            assert!(near(counted.text(), text_part, 1e-3), "{name}: text {}", counted.text());
        }
        if active > 0.0 {
            let found = counted.active();
            assert!(near(found, active, 0.03), "{name}: active {found}");
        }
        // Once all windows are full, layers that keep all of the context grow alone.
        let of = |cache: Cache| if cache.window.is_some() { 0.0 } else { cache.per_token };
        let grows = 2.0 * network.sum(|layer| layer.caches().map(of).sum());
        if growth > 0.0 {
            assert!(near(grows, growth, 1e-3), "{name}: cache {grows}");
        }
        let off = counted.total() / published - 1.0;
        // A name or a card may mean the text alone: both are told.
        let is_right = off.abs() <= 0.01 || near(counted.text(), published, 0.01);
        let is_said = remarks.iter().any(explains);
        assert!(is_right || is_said, "{name}: {} for {published}, unsaid", counted.total());
        right += usize::from(is_right);
        said += usize::from(!is_right);
        let word = if is_right { "right   " } else { "said    " };
        row(&format!(
            "{word} {name}: {:.0} counted ({:+.2} %), text {:.0}, active {:.0}, cache {grows:.0} B, {remarks:?}",
            counted.total(),
            100.0 * off,
            counted.text(),
            counted.active(),
        ));
    }
    say(&format!(
        "configurations: {right} of {found} right, {said} off by more than 1 % and said why, 0 \
         wrong without a word, {refused} refused for what they are"
    ));
    assert!(refused <= 4 && said <= 4);
}

fn row(text: &str) {
    if std::env::var_os("JARI_ROWS").is_some() {
        say(&format!("  {text}"));
    }
}

/// States of hybrids: bytes of a sequence that do not grow with it, in 32 bits, but for the last
/// inputs of convolutions.
#[test]
fn states_of_hybrids() {
    for (name, published) in [("Qwen3.5-27B", 151e6), ("Qwen3-Next-80B-A3B", 75.5e6)] {
        let Some(text) = file(name) else { return };
        let network = parse(&text).unwrap().network;
        let state = network.sum(|layer| layer.caches().map(|cache| 4.0 * cache.state).sum());
        assert!((state / published - 1.0_f64).abs() < 1e-3, "{name}: {state}");
        let all = kv::sequence_bytes(&network, 0.0, 2.0);
        assert!(all > state && all < 1.03 * state, "{name}: {all}");
    }
}

/// Everything that is left out of a count, or taken though the file does not say it, is said.
#[test]
fn what_was_read_is_said() {
    let remarks = |name: &str| file(name).map(|text| parse(&text).unwrap().remarks);
    let has = |name: &str, is: fn(&Remark) -> bool| {
        let Some(remarks) = remarks(name) else { return };
        assert!(remarks.iter().any(is), "{name}: {remarks:?}");
    };
    has("Qwen3-VL-8B-Instruct", |it| matches!(it, Remark::Tower { tower: Tower::Vision, .. }));
    has("Voxtral-Mini-3B-2507", |it| matches!(it, Remark::Tower { tower: Tower::Audio, .. }));
    has("Llama-4-Scout", |it| *it == Remark::TowerLeftOut);
    has("Skywork-Reward-Llama-3.1-8B", |it| *it == Remark::NoOutputTable { labels: 1 });
    has("DeepSeek-V3", |it| matches!(it, Remark::FurtherTokens { modules: 1, .. }));
    has("Qwen3.5-27B", |it| matches!(it, Remark::FurtherTokens { modules: 1, .. }));
    has("Qwen1.5-MoE-A2.7B", |it| *it == Remark::WindowOff { tokens: 32_768 });
    has("Phi-3.5-mini", |it| *it == Remark::WindowOff { tokens: 262_144 });
    has("GLM-5", |it| *it == Remark::SparseAttention { tokens: 2_048 });
    let vocab = Remark::Assumed { field: "vocab_size", value: 262_208 };
    if let Some(remarks) = remarks("gemma-3-27b-it") {
        assert!(remarks.contains(&vocab), "{remarks:?}");
    }
    let layers = |it: &Remark| matches!(it, Remark::AssumedLayers { attention: 4, .. });
    has("granite-4.0-h-small", layers);
}

/// What a link has to carry of a file reads the same.
#[test]
fn the_essential_part_of_a_file_reads_the_same() {
    for (name, wanted) in &FILES {
        let Some(text) = file(name) else { return };
        if matches!(wanted, Refused(_)) {
            continue;
        }
        let kept = essential(&text).expect(name);
        assert_eq!(parse(&kept), parse(&text), "{name}");
        assert!(kept.len() <= text.len(), "{name}");
    }
}

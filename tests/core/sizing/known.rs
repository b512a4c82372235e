//! Published counts of parameters.

use jari::sizing::known::{self, PublishedCount};
use jari::sizing::params::params;
use jari::sizing::typical;

use super::table::{self, rows};
use crate::say;

#[test]
fn counts_are_the_published_ones() {
    let (mut exact, mut about) = (0, 0);
    for known in known::all() {
        let name = known.name;
        known.arch.check().unwrap_or_else(|bad| panic!("{name}: {bad:?}"));
        let counted = params(&known.arch.network()).total();
        match known.published {
            PublishedCount::Exact(published) => {
                assert_eq!(counted, published as f64, "{name}");
                exact += 1;
            }
            PublishedCount::About(published) => {
                let off = counted / published - 1.0;
                assert!(off.abs() < 0.01, "{name}: {counted} is {:.2} % off", 100.0 * off);
                about += 1;
            }
        }
    }
    say(&format!("parameters: {exact} known models exact to the unit, {about} within 1 %"));
}

#[test]
fn the_list_is_fit_for_a_choice() {
    let all: Vec<_> = known::all().collect();
    assert!(all.len() >= 30 && all.iter().filter(|known| known.korean).count() >= 6);
    let ids: std::collections::BTreeSet<_> = all.iter().map(|known| known.id).collect();
    assert_eq!(ids.len(), all.len());
    for known in all {
        assert_eq!(known::find(known.id), Some(known));
    }
}

/// Active parameters as published: some count all but idle experts, some the matrices alone.
#[test]
fn active_parameters() {
    let cases = [
        ("qwen3-235b-a22b", 22.19e9, 0.01),
        ("qwen3-30b-a3b", 3.35e9, 0.01),
        ("deepseek-v3", 37.55e9, 0.01),
        ("mixtral-8x7b", 12.9e9, 0.01),
        ("gpt-oss-120b", 5.71e9, 0.01),
        ("llama-3.1-8b", 8.03e9, 0.01),
    ];
    for (id, published, within) in cases {
        let counted = params(&known::find(id).unwrap().arch.network()).active();
        assert!((counted / published - 1.0).abs() < within, "{id}: {counted}");
    }
}

#[test]
fn counts_of_the_shared_table() {
    let (Some(architectures), Some(runs)) = (rows("architectures.csv"), rows("training_runs.csv"))
    else {
        return;
    };
    let mut compared = 0;
    for row in &architectures {
        let counted = params(&table::arch(row).network()).total();
        let name = row.text("name");
        if let Some(published) = row.number("published_params") {
            let off = counted / published - 1.0;
            assert!(off.abs() < 0.01, "{name}: {counted} for {published}");
            compared += 1;
        }
        let run = runs.iter().find(|run| run.text("arch") == name);
        if let Some(total) = run.and_then(|run| run.number("params_total")) {
            assert!((counted / total - 1.0).abs() < 1e-4, "{name}: {counted} for {total}");
            compared += 1;
        }
    }
    say(&format!("parameters: {compared} counts of the shared tables agree"));
}

#[test]
fn a_typical_shape_has_the_parameters_asked() {
    let mut parameters = typical::PARAMETERS.0;
    while parameters <= typical::PARAMETERS.1 {
        let arch = typical::dense(parameters).unwrap();
        arch.check().unwrap();
        let counted = params(&arch.network()).total();
        assert!((counted / parameters - 1.0).abs() < 0.01, "{parameters}: {counted}, {arch:?}");
        // A cache of grouped queries, as models of that size have it.
        assert!(arch.kv_heads <= 8 && arch.kv_heads < arch.heads, "{arch:?}");
        parameters *= 1.07;
    }
    for (total, active) in [
        (519e9, 33e9),
        (235e9, 22e9),
        (30e9, 3e9),
        (671e9, 37e9),
        (1e12, 32e9),
        (112e9, 10e9),
        (109e9, 17e9),
        (47e9, 13e9),
        (120e9, 5.1e9),
        (20.9e9, 3.6e9),
        (7e9, 1e9),
        (1.6e9, 0.4e9),
        (2e12, 100e9),
    ] {
        let arch = typical::experts(total, active).unwrap();
        arch.check().unwrap();
        let counted = params(&arch.network());
        assert!((counted.total() / total - 1.0).abs() < 0.01, "{total}: {}", counted.total());
        assert!(arch.kv_heads <= 8 && arch.kv_heads < arch.heads, "{arch:?}");
        assert!((counted.active() / active - 1.0).abs() < 0.01, "{active}: {}", counted.active());
    }
    for (total, active) in [(0.0, 0.0), (1e9, 2e9), (1e9, 1e9), (f64::NAN, 1.0), (1e9, f64::NAN)] {
        assert_eq!(typical::experts(total, active), None);
    }
}

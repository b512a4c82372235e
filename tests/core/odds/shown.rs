//! The odds in words, as the page and the tool show them.

use super::{snapshot, sums};
use jari::odds::{Prospect, ROUNDS, SEED};
use jari::show::odds::{OddsAsk, OddsView, odds_view, own_rank};
use jari::words::Lang;
use jari::words::catalogue::odds as words;

fn shown(prospect: &Prospect, ask: OddsAsk, lang: Lang) -> OddsView {
    let snapshot = snapshot();
    odds_view(&snapshot, snapshot.call("25-1").unwrap(), prospect, ask, lang).unwrap()
}

/// What reads like a chance, with a decimal: `30.9 of 100`, `31.6%`.
fn has_decimal_chance(text: &str) -> bool {
    let digit = |part: &str| part.ends_with(|it: char| it.is_ascii_digit());
    text.match_indices('.').any(|(at, _)| {
        let after: String =
            text[at + 1..].chars().skip_while(char::is_ascii_digit).take(7).collect();
        digit(&text[..at]) && (after.starts_with(" of 100") || after.starts_with("건"))
    })
}

#[test]
fn every_size_rank_and_language_is_told_alike() {
    let prospect = Prospect::new(sums(), ROUNDS, SEED).unwrap().run();
    for lang in [Lang::Ko, Lang::En] {
        for nodes in [None, Some(1), Some(2), Some(4), Some(32), Some(33)] {
            for rank in [None, Some(1), Some(160), Some(514)] {
                let view = shown(&prospect, OddsAsk { nodes, rank }, lang);
                let is_out = matches!(nodes, Some(1 | 33));
                assert_eq!(view.about.len(), 1 + usize::from(is_out));
                assert_eq!(view.scenarios.len(), 3);
                for scenario in &view.scenarios {
                    let count = scenario.icons.selected.to_string();
                    assert!(
                        scenario.share.contains(&count) && scenario.label.contains(&scenario.share)
                    );
                    assert!(!has_decimal_chance(&scenario.share));
                }
                assert!(!has_decimal_chance(&view.sentence), "{}", view.sentence);
                assert_eq!(view.line.own_rank.is_some(), rank.is_some());
                assert_eq!((view.table.rows(), view.steps.len()), (3, 5));
                assert_eq!((view.unchanged.len(), view.unknown.len(), view.helps.len()), (1, 4, 2));
                assert_eq!(view.schemes.len(), 4);
                assert!(view.unchanged[0].source.is_some() && view.unknown[0].source.is_some());
            }
        }
    }
}

#[test]
fn own_rank_is_above_the_line_never_or_always_in_words() {
    let prospect = Prospect::new(sums(), ROUNDS, SEED).unwrap().run();
    let own = |rank| {
        let ask = OddsAsk { nodes: Some(4), rank: Some(rank) };
        shown(&prospect, ask, Lang::En).line.own_rank.unwrap()
    };
    assert!(own(1).ends_with("in 99 of 100 or more simulated rounds."), "{}", own(1));
    assert!(own(400).ends_with("in 1 of 100 or fewer simulated rounds."), "{}", own(400));
}

/// The sizes that differ least in the scenarios: whole hundredths, by size.
#[test]
fn scenarios_are_as_the_record_says() {
    let prospect = Prospect::new(sums(), ROUNDS, SEED).unwrap().run();
    let counts = |nodes| -> Vec<u32> {
        let view = shown(&prospect, OddsAsk { nodes, rank: None }, Lang::En);
        view.scenarios.iter().map(|it| it.icons.selected).collect()
    };
    assert_eq!(counts(None), [32, 21, 42]);
    assert_eq!(counts(Some(2)), [32, 21, 42]);
    assert_eq!(counts(Some(32)), [30, 20, 40]);
}

#[test]
fn nothing_is_shown_of_rounds_that_were_not_simulated() {
    let prospect = Prospect::new(sums(), ROUNDS, SEED).unwrap();
    let view = shown(&prospect, OddsAsk { nodes: Some(4), rank: Some(9) }, Lang::En);
    assert!(view.sentence.contains("about 31 of 100"));
    assert!(view.scenarios.is_empty() && view.steps.is_empty() && view.unchanged.is_empty());
    assert_eq!((view.table.rows(), view.line.own_rank), (0, None));
}

/// Slice by slice, all three demands are simulated.
#[test]
fn a_prospect_is_simulated_in_slices() {
    let mut prospect = Prospect::new(sums(), 3_000, SEED).unwrap();
    let mut steps = 1;
    while prospect.step() {
        steps += 1;
    }
    assert!(steps >= 6, "{steps}");
    assert!(prospect.outcomes().all(|(_, outcome)| outcome.rounds == 3_000));
    assert!(!prospect.step());
}

#[test]
fn a_rank_is_read_as_it_is_typed() {
    for (text, rank) in [
        ("", None),
        ("  ", None),
        ("1", Some(1)),
        (" 514 ", Some(514)),
        ("007", Some(7)),
        ("１５위", Some(15)),
    ] {
        assert_eq!(own_rank(text, 514, Lang::En), Ok(rank), "{text:?}");
    }
    for text in ["0", "515", "-1", "+1", "1.5", "x", "99999999999999999999"] {
        let wrong = words::OWN_RANK_WRONG.fill(Lang::En, &[("projects", "514")]);
        assert_eq!(own_rank(text, 514, Lang::En), Err(wrong), "{text:?}");
    }
}

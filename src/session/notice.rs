//! Texts in the frame of the page: its title, the layer of evidence behind the figures, and the
//! file.

use super::scenario::PreparedScenario;
use crate::exchange::link::View;
use crate::model::{Hour, Occupancy, TruthLayer};
use crate::words::catalogue::{Entry, page as words};
use crate::words::{Lang, format};

/// Layer of evidence behind the figures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayerView {
    /// Style: `size`, `published`, `known`, `snapshot` or `scenario`.
    pub id: &'static str,
    /// Name of the layer.
    pub name: Entry,
    /// Meaning of the layer.
    pub text: String,
}

/// Returns the layer of evidence behind a scenario's figures, as of the hour `today`.
#[must_use]
pub fn layer(prepared: &PreparedScenario, today: Hour, lang: Lang) -> LayerView {
    let as_of = prepared.file.snapshot.as_of;
    let date = format::date(as_of, lang);
    let (id, name, text) = match prepared.scenario.layer() {
        TruthLayer::Size => {
            let text = match prepared.scenario.occupancy {
                Occupancy::Size => words::BY_SIZE_LEFT_OUT,
                Occupancy::File | Occupancy::BusyYear => words::BY_SIZE_NOTICE,
            };
            ("size", words::BY_SIZE, text.get(lang).to_owned())
        }
        TruthLayer::Published => {
            let age = format::age(as_of, today, lang);
            let values = [("as_of", date.as_str()), ("age", &age)];
            ("published", words::PUBLISHED, words::PUBLISHED_NOTICE.fill(lang, &values))
        }
        TruthLayer::Known => {
            let age = format::age(as_of, today, lang);
            let values = [("as_of", date.as_str()), ("age", &age)];
            ("known", words::KNOWN, words::KNOWN_NOTICE.fill(lang, &values))
        }
        TruthLayer::Snapshot => {
            let values = [("as_of", date.as_str()), ("hash", &prepared.file.fingerprint)];
            ("snapshot", words::SNAPSHOT, words::SNAPSHOT_NOTICE.fill(lang, &values))
        }
        TruthLayer::Scenario => ("scenario", words::SCENARIO, assumed(prepared, lang)),
    };
    LayerView { id, name, text }
}

/// Returns the name of the layer that a scenario's figures rest on.
#[must_use]
pub fn layer_name(prepared: &PreparedScenario) -> Entry {
    match prepared.scenario.layer() {
        TruthLayer::Size => words::BY_SIZE,
        TruthLayer::Published => words::PUBLISHED,
        TruthLayer::Known => words::KNOWN,
        TruthLayer::Snapshot => words::SNAPSHOT,
        TruthLayer::Scenario => words::SCENARIO,
    }
}

/// Returns the assumptions in words: the synthetic year, holds by hand, or both.
fn assumed(prepared: &PreparedScenario, lang: Lang) -> String {
    let mut sentences = vec![words::SCENARIO_NOTICE.get(lang).to_owned()];
    match prepared.scenario.occupancy {
        Occupancy::BusyYear if prepared.file.snapshot.has_published_holds() => {
            sentences.push(words::BUSY_YEAR_INSTEAD.get(lang).to_owned());
        }
        Occupancy::BusyYear => sentences.push(words::BUSY_YEAR_NOTICE.get(lang).to_owned()),
        Occupancy::Size => sentences.push(words::BY_SIZE_LEFT_OUT.get(lang).to_owned()),
        Occupancy::File => {}
    }
    if let Ok(holds @ 1..) = u32::try_from(prepared.holds_by_hand) {
        let holds = format::holds(holds, lang);
        sentences.push(words::ASSUMED_HOLDS_NOTICE.fill(lang, &[("holds", &holds)]));
    }
    sentences.join(" ")
}

/// Returns the window title for a view of the site called `name`.
///
/// ```
/// use jari::{exchange::link::View, session::notice::title, words::Lang};
/// assert_eq!(title(View::Fit, "Jari", Lang::En), "Fit · Jari: GPU capacity preview");
/// assert_eq!(title(View::Size, "Jari", Lang::En), "Size · Jari: GPU capacity preview");
/// assert_eq!(title(View::Fit, "자리", Lang::Ko), "맞춰보기 · 자리: GPU 노드 미리보기");
/// ```
#[must_use]
pub fn title(view: View, name: &str, lang: Lang) -> String {
    let view = match view {
        View::Capacity => words::VIEW_CAPACITY,
        View::Fit => words::VIEW_FIT,
        View::Size => words::VIEW_SIZE,
        View::Round => words::VIEW_ROUND,
        View::Data => words::VIEW_DATA,
    };
    [view.get(lang), " · ", &words::TITLE.fill(lang, &[("name", name)])].concat()
}

/// Returns a text that names the file by its fingerprint.
#[must_use]
pub fn file_name(fingerprint: &str, lang: Lang) -> String {
    words::FOOTER_FILE.fill(lang, &[("hash", fingerprint)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Instant, read};
    use crate::session::CapacityFile;
    use crate::show::form::HoldDraft;
    use std::sync::Arc;

    const BOTH: [Lang; 2] = [Lang::Ko, Lang::En];
    const HOLD: &str = r#"{"block":"a","nodes":"1","published":true}"#;

    fn hour(date: &str) -> Hour {
        Instant::parse(date).unwrap().floor()
    }

    fn prepared(
        availability: &str,
        holds: &str,
        occupancy: Occupancy,
        by_hand: &[HoldDraft],
    ) -> PreparedScenario {
        let text = format!(
            r#"{{"schema":1,"as_of":"2027-01-04","availability":"{availability}",
                "accelerators":[{{"id":"h200","name":"H200"}}],
                "blocks":[{{"id":"a","name":"A","accelerator":"h200","nodes":4}}],
                "holds":[{holds}],"calls":[{{"id":"c","name":"C"}}]}}"#
        );
        let file = CapacityFile::new(read(text.as_bytes()).unwrap(), "c0ffee".into());
        PreparedScenario::new(Arc::new(file), occupancy, by_hand)
    }

    fn by_hand() -> HoldDraft {
        HoldDraft {
            block: "a".into(),
            nodes: "1".into(),
            from: "2027-05-01".into(),
            until: "2027-06-01".into(),
        }
    }

    #[test]
    fn a_layer_says_how_much_truth_the_figures_have() {
        let one = [by_hand()];
        type Case<'a> = (&'a str, &'a str, Occupancy, &'a [HoldDraft], &'a str, [&'a str; 2]);
        let cases: [Case<'_>; 7] = [
            (
                "nominal",
                "",
                Occupancy::File,
                &[],
                "size",
                [
                    "있다고 공개된 노드의 규모입니다. 지금 누가 쓰는지는 반영하지 않았습니다.",
                    "These nodes were published to exist. Who uses them now is not counted.",
                ],
            ),
            (
                "published",
                HOLD,
                Occupancy::Size,
                &[],
                "size",
                [
                    "블록 규모와 규칙만 봅니다. 공개된 사실로 본 점유는 반영하지 않았습니다.",
                    "Sizes and rules alone. Published holds are left out.",
                ],
            ),
            (
                "published",
                HOLD,
                Occupancy::File,
                &[],
                "published",
                [
                    "2027년 1월 4일(3일 전)까지 공개된 사실과 규칙으로 본 점유(이미 쓰이는 노드)입니다. 공개되지 않은 것은 알 수 없습니다.",
                    "Nodes taken, as far as facts and rules published by 4 Jan 2027 (3 days ago) tell. What is not published is not known.",
                ],
            ),
            (
                "complete",
                "",
                Occupancy::File,
                &[],
                "snapshot",
                [
                    "2027년 1월 4일 현황 자료(c0ffee)로 정확히 계산한 결과이며, 약속은 아닙니다.",
                    "Computed exactly from the snapshot of 4 Jan 2027 (c0ffee). It is not a promise.",
                ],
            ),
            (
                "published",
                HOLD,
                Occupancy::BusyYear,
                &[],
                "scenario",
                [
                    "실제가 아닌 가정이 들어 있습니다. 공개된 사실로 본 점유 대신 난수로 만든 합성 \
                     예시를 씁니다. 실제 점유가 아닙니다.",
                    "This includes assumptions that are not real. A made-up example replaces the published holds. These are not real holds.",
                ],
            ),
            (
                "nominal",
                "",
                Occupancy::BusyYear,
                &one,
                "scenario",
                [
                    "실제가 아닌 가정이 들어 있습니다. 난수로 만든 합성 예시입니다. 실제 점유가 \
                     아닙니다. 직접 가정한 점유 1건을 반영했습니다.",
                    "This includes assumptions that are not real. Made up at random. \
                     These are not real holds. Counts 1 hold that you assumed.",
                ],
            ),
            (
                "published",
                HOLD,
                Occupancy::Size,
                &one,
                "scenario",
                [
                    "실제가 아닌 가정이 들어 있습니다. 블록 규모와 규칙만 봅니다. 공개된 사실로 본 \
                     점유는 반영하지 않았습니다. 직접 가정한 점유 1건을 반영했습니다.",
                    "This includes assumptions that are not real. Sizes and rules alone. Published \
                     holds are left out. Counts 1 hold that you assumed.",
                ],
            ),
        ];
        for (availability, holds, occupancy, by_hand, id, texts) in cases {
            let prepared = prepared(availability, holds, occupancy, by_hand);
            for (lang, text) in BOTH.into_iter().zip(texts) {
                let view = layer(&prepared, hour("2027-01-07"), lang);
                assert_eq!((view.id, view.text.as_str()), (id, text));
            }
        }
    }

    #[test]
    fn the_frame_has_its_words_in_both_languages() {
        assert_eq!(file_name("c0ffee", Lang::Ko), "현황 자료 c0ffee");
        assert_eq!(file_name("c0ffee", Lang::En), "Capacity file c0ffee");
        for (view, ko, en) in [
            (View::Capacity, "현황", "Capacity"),
            (View::Fit, "맞춰보기", "Fit"),
            (View::Size, "필요한 규모", "Size"),
            (View::Round, "회차", "Round"),
            (View::Data, "내 자료", "Your data"),
        ] {
            assert_eq!(title(view, "자리", Lang::Ko), [ko, " · 자리: GPU 노드 미리보기"].concat());
            assert_eq!(
                title(view, "Jari", Lang::En),
                [en, " · Jari: GPU capacity preview"].concat()
            );
        }
    }
}

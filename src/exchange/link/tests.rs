use super::*;
use crate::model::{Class, Occupancy};
use crate::picture::fit_map::MapBy;
use crate::picture::time_axis::TimeSpan;
use crate::show::form::{CountUnit, Field, FormDraft, HoldDraft, PlacementKind, TermUnit};
use crate::show::size::{SizeDraft, SizeField};
use crate::words::Lang;
use proptest::prelude::*;

fn draft() -> FormDraft {
    FormDraft {
        accelerators: vec!["h200".into(), "b200".into()],
        nodes: "32".into(),
        term: "3".into(),
        unit: TermUnit::Months,
        from: "2027-01-01".into(),
        placement: PlacementKind::Leaves,
        placement_n: "2".into(),
        class: Class::YouthCompany,
        call: "25-1".into(),
        ..FormDraft::default()
    }
}

fn fit(form: FormLink) -> Route {
    Route { view: View::Fit, form, ..Route::default() }
}

#[test]
fn links_are_short_and_readable() {
    assert_eq!(Route::default().to_query(), "");
    let route = Route {
        lang: Some(Lang::En),
        occupancy: Occupancy::BusyYear,
        holds: vec![HoldDraft {
            block: "nhn-b200-a".into(),
            nodes: "1-64,100".into(),
            from: "2027-01-01".into(),
            until: "2027-02-01T09:00:00+09:00".into(),
        }],
        date: Some("2027-01-15".into()),
        span: TimeSpan::Quarter,
        lanes: Some("kakao-b200".into()),
        leaf: Some(33),
        map: MapBy::Term,
        rank: Some("150".into()),
        seed: Some(7),
        own: Some("00c0ffee".into()),
        ..fit(FormLink::from_draft(&draft()))
    };
    let query = "view=fit&lang=en&acc=h200,b200&nodes=32&term=3m&from=2027-01-01&place=leaves-2\
                 &class=youth_company&call=25-1&scenario=busy-year\
                 &hold=nhn-b200-a:1-64,100:2027-01-01:2027-02-01T09~.00~.00%2B09~.00&at=2027-01-15\
                 &span=quarter&lanes=kakao-b200&leaf=33&map=term&myrank=150&seed=7&own=00c0ffee";
    assert_eq!(route.to_query(), query);
    assert_eq!(Route::parse(&["?", query].concat()), route);
    assert!(route.fits_in_link());
}

#[test]
fn what_counts_as_taken_is_in_the_link() {
    let of = |query: &str| Route::parse(query).occupancy;
    let cases = [
        ("", Occupancy::File),
        ("layer=size", Occupancy::Size),
        ("layer=published", Occupancy::File),
        ("scenario=busy-year", Occupancy::BusyYear),
        // Both leave published holds out, and the busy year adds holds of its own.
        ("layer=size&scenario=busy-year", Occupancy::BusyYear),
        ("scenario=busy-year&layer=size", Occupancy::BusyYear),
    ];
    for (query, wanted) in cases {
        assert_eq!(of(query), wanted, "{query}");
    }
    let by_size = Route { occupancy: Occupancy::Size, ..Route::default() };
    assert_eq!(by_size.to_query(), "layer=size");
}

#[test]
fn a_workload_is_in_the_link_as_far_as_it_differs() {
    let query = "view=size&model=phi-4&tokens=1T";
    let route = Route::parse(query);
    assert_eq!(route.size.get(SizeField::Tokens), "1T");
    assert_eq!(route.size.get(SizeField::Within), SizeField::Within.default());
    assert_eq!(route.to_query(), query);
    // The first of two values counts, and values that are too long are not read.
    let route = Route::parse(&format!("tokens=1T&tokens=2T&batch={}", "1".repeat(201)));
    assert_eq!(route.to_query(), "tokens=1T");
    // The first counts even if it says what an empty link says too.
    let within = SizeField::Within.default();
    let (route, unread) = Route::read_link(&format!("within={within}&within=7"));
    assert_eq!(route.size.get(SizeField::Within), within);
    assert_eq!(unread, ["within=7"]);
    assert_eq!(Route::parse("view=size&model=phi-4").asked(), "", "a draft of a request has none");
}

#[test]
fn a_link_by_hand_gives_only_what_it_says() {
    let route = Route::parse("view=fit&nodes=8&term=14d&place=one-leaf&hold=a:*40:2027-01-01");
    assert_eq!(route.form.apply(draft()).nodes, "8");
    assert_eq!(route.form.apply(draft()).unit, TermUnit::Days);
    assert_eq!(route.form.apply(draft()).from, "2027-01-01");
    assert_eq!(route.form.apply(draft()).placement, PlacementKind::OneLeaf);
    assert_eq!(route.form.apply(draft()).placement_n, "");
    assert_eq!(route.form.get(Field::Class), None);
    assert_eq!(route.holds.first().map(|hold| hold.nodes.as_str()), Some("*40"));
    assert_eq!(route.holds.first().map(|hold| hold.until.as_str()), Some(""));
}

#[test]
fn what_is_asked_is_apart_from_how_it_is_shown() {
    let asked = "acc=h200&nodes=8&term=14d&from=2027-01-01&place=any&class=industry\
                 &scenario=busy-year&hold=a:1:2027-01-01:";
    let mut route = Route::parse(&format!("view=fit&lang=en&at=2027-02-01&{asked}"));
    assert_eq!(route.asked(), asked);
    assert_eq!(Route::default().asked(), "");
    route.ask("nodes=9&view=capacity&lang=ko&at=2028-01-01&pin=nodes=1");
    assert_eq!(route.to_query(), "view=fit&lang=en&nodes=9&at=2027-02-01");
    route.ask("");
    assert_eq!(route.to_query(), "view=fit&lang=en&at=2027-02-01");
    // A change too large for a link can still be undone.
    let nodes = "1,".repeat(99);
    let hold = HoldDraft { block: "a".into(), nodes, from: "2027-01-01".into(), until: "".into() };
    route.holds = vec![hold; MAX_HOLDS];
    let asked = route.asked();
    assert!(asked.len() > MAX_QUERY_BYTES && !route.fits_in_link());
    let mut other = Route::default();
    other.ask(&asked);
    assert_eq!((other.asked(), other.holds), (asked, route.holds));
}

#[test]
fn pins_are_requests_and_at_most_three() {
    let pin = "acc=h200,b200&nodes=8&term=3m&hold=a:1:2027-01-01T09~.00~.00%2B09~.00:";
    let mut route = fit(FormLink::default());
    assert!(route.pin(pin) && route.pin(pin), "one that is there stays one");
    assert!(route.pin("nodes=2") && route.pin("scenario=busy-year"));
    assert!(!route.pin("nodes=3") && route.pin("nodes=2") && !route.pin(""));
    let query = route.to_query();
    assert!(query.ends_with("&pin=nodes%3D2&pin=scenario%3Dbusy-year"), "{query}");
    assert_eq!(Route::parse(&query), route);
    assert!(route.fits_in_link());

    // Written by hand: unencoded separators, keys that pins do not have, pins of pins, too many.
    check("pin=nodes=1&pin=view%3Dfit%26nodes%3D2%26x%3D1", "pin=nodes%3D1&pin=nodes%3D2");
    check("pin=&pin=lang%3Den&pin=pin%3Dnodes%253D1&pin=%ff", "");
    check(
        "pin=nodes=1&pin=nodes=1&pin=nodes=2&pin=nodes=3&pin=nodes=4",
        "pin=nodes%3D1&pin=nodes%3D2&pin=nodes%3D3",
    );
    let long = Route { pins: vec![format!("nodes={}", "9".repeat(300))], ..Route::default() };
    assert!(!long.fits_in_link());
    let hold = format!("hold={}", "1".repeat(190));
    let pins = (0..3).map(|n| format!("nodes={n}{}", format!("&{hold}").repeat(20))).collect();
    let too_many = Route { pins, ..Route::default() };
    assert!(!too_many.fits_in_link(), "{}", too_many.to_query().len());
}

#[test]
fn a_draft_survives_with_its_mistakes() {
    let typed = FormDraft {
        accelerators: vec!["a,b".into(), "~.".into()],
        nodes: "abc & %20=&hold=".into(),
        nodes_max: "서른둘 ＋".into(),
        count: CountUnit::Gpus,
        term: "3개월m".into(),
        unit: TermUnit::Hours,
        from: "내일:모레~".into(),
        until: "  ".into(),
        placement_n: "-1".into(),
        split: "둘 & 셋".into(),
        class: Class::Research,
        call: "?".into(),
        ..FormDraft::default()
    };
    let route = fit(FormLink::from_draft(&typed));
    let read = Route::parse(&route.to_query());
    assert_eq!(read, route);
    assert_eq!(read.form.apply(draft()), typed);
}

/// Parses a query and compares its rewritten form with `understood`.
fn check(query: &str, understood: &str) {
    assert_eq!(Route::parse(query).to_query(), understood, "{query:?}");
}

#[test]
fn what_is_not_understood_is_left_out() {
    check("", "");
    check("?&&=&=x&view&utm_source=a", "");
    check("view=plan&lang=fr&class=guest&term=30&place=leaves2&scenario=other&count=x", "");
    check("span=decade&span=week&leaf=-1&map=nodes&span=all", "");
    check("span=year&leaf=4294967296&map=", "");
    check("nodes=1&nodes=2", "nodes=1");
    check("nodes=%zz%4", "nodes=%25zz%254");
    check("nodes=%ff&max=%ED%95", "");
    check("n%6Fdes=1+2&max=", "nodes=1%202&max=");
    check("acc=,,h200,", "acc=h200");
    check("acc=", "acc=");
    // Some programs encode the separators too.
    check("acc=h200%2Cb200&hold=a%3A1%3A%3A", "acc=h200,b200&hold=a:1::");
    check("hold=&hold=a:b:c:d:e&hold=a", "hold=a:::");
    check("hold=~a:~", "hold=~~a:~~::");
}

/// Parses a query and compares the parts that could not be read with `wanted`.
fn check_unread(query: &str, wanted: &[&str]) {
    assert_eq!(Route::read_link(query).1, wanted, "{query:?}");
}

#[test]
fn what_is_not_understood_is_named() {
    check_unread("", &[]);
    check_unread("?view=fit&acc=h200&nodes=abc&term=3m&from=soon&call=99-9&", &[]);
    check_unread("view=fit&term=6&class=academia).", &["term=6", "class=academia)."]);
    check_unread(
        "view=plan&lang=fr&place=roof&span=decade&leaf=-1&map=x&count=cpus",
        &["view=plan", "lang=fr", "place=roof", "span=decade", "leaf=-1", "map=x", "count=cpus"],
    );
    check_unread(
        "layer=moon&scenario=calm&at=2027-02-30&hold=",
        &["layer=moon", "scenario=calm", "at=2027-02-30", "hold="],
    );
    // A fingerprint is compared as it is written.
    check_unread("own=00C0FFEE", &["own=00C0FFEE"]);
    // Values that equal the default are read.
    check_unread("view=capacity&layer=published&span=year&map=nodes&count=nodes", &[]);
    check_unread("at=2027.3.1&layer=size&scenario=busy-year", &[]);
    // A truncated part, an unknown key, a repeated key.
    check_unread("nodes=5&clas", &["clas="]);
    check_unread("nodess=5&nodes=4&nodes=6", &["nodess=5", "nodes=6"]);
    check_unread("nodes=%ff&%E0%A4%A=1", &["nodes=%ff", "%E0%A4%A=1"]);
    check_unread("pin=nodes%3D1%26term%3D6&pin=", &["pin: term=6", "pin="]);
    // Keys that other sites add to links are not reported.
    check_unread("utm_source=mail&fbclid=x&gclid=y&&=", &[]);
    let long = "x".repeat(MAX_PART_CHARS + 1);
    check_unread(&format!("nodes={long}"), &[&format!("nodes={long}")]);
    let holds = Route::read_link(&"hold=a&".repeat(MAX_HOLDS + 2)).1;
    assert_eq!(holds, ["hold=a"; 2]);
    check_unread(&"가".repeat(3_000), &[&"가".repeat(3_000)]);
    let filler = format!("utm_x={}", "가".repeat(2_725));
    check_unread(&format!("nodes=1&{filler}&from=2027-01-01"), &["from=2027-01-01"]);
}

#[test]
fn a_term_in_a_link_is_read_with_its_unit_or_not_at_all() {
    let of = |value: &str| {
        let form = Route::parse(&format!("term={value}")).form;
        let draft = form.apply(FormDraft::default());
        form.get(Field::Term).map(|_| (draft.term, draft.unit))
    };
    let term = |text: &str, unit| Some((text.to_owned(), unit));
    assert_eq!(of("6m"), term("6", TermUnit::Months));
    assert_eq!(of("14d"), term("14", TermUnit::Days));
    for written in ["1년", "6개월", "2주", "6 months", "1 month", "6 month", "2 weeks", "반년"]
    {
        assert_eq!(of(written), term(written, TermUnit::Months), "{written}");
        // The rewritten link reads the same.
        let route = Route::parse(&format!("term={written}"));
        assert_eq!(Route::parse(&route.to_query()), route);
    }
    assert_eq!(of("6"), None);
    assert_eq!(of(""), None);
}

#[test]
fn a_link_with_all_of_the_request_asks_the_same_on_another_day() {
    let nothing_typed = Route::parse("view=fit&lang=en");
    let query = nothing_typed.with_request(&draft()).to_query();
    let wanted = "view=fit&lang=en&acc=h200,b200&nodes=32&term=3m&from=2027-01-01&place=leaves-2\
                  &class=youth_company&call=25-1";
    assert_eq!(query, wanted);
    let another_day = FormDraft { from: "2028-01-01".into(), nodes: "4".into(), ..draft() };
    assert_eq!(Route::parse(&query).form.apply(another_day), draft());
    let gpus = FormDraft { count: CountUnit::Gpus, nodes: "256".into(), ..draft() };
    let query = nothing_typed.with_request(&gpus).to_query();
    assert!(query.contains("&nodes=256&count=gpus&"), "{query}");
    assert_eq!(Route::parse(&query).form.apply(draft()), gpus);
}

#[test]
fn limits_hold() {
    let long = "x".repeat(MAX_PART_CHARS + 1);
    check(&format!("nodes={long}&from={long}&hold={long}:::&acc={long}&place=leaves-{long}"), "");
    let most = "가".repeat(MAX_PART_CHARS);
    assert_eq!(Route::parse(&format!("nodes={most}")).form.get(Field::Nodes), Some(&*most));
    assert_eq!(Route::parse(&"hold=a&".repeat(99)).holds.len(), MAX_HOLDS);
    let many = Route::parse(&format!("acc={}", "a,".repeat(99)));
    assert_eq!(many.form.get(Field::Accelerators), None);
    // The pair that crosses the limit is left out completely.
    let filler = format!("nodes=1&x={}", "가".repeat(2_727));
    let cut = Route::parse(&format!("{filler}&from=2027-01-01"));
    assert_eq!((cut.form.get(Field::Nodes), cut.form.get(Field::From)), (Some("1"), None));
    let too_many = Route { holds: vec![HoldDraft::default(); MAX_HOLDS + 1], ..Route::default() };
    assert!(!too_many.fits_in_link());
}

/// Generates texts that people type, and texts that break links.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof!["[-0-9a-z:,~.*]{0,12}", "[~:.,&=%+? #가-힣]{0,8}", ".{0,8}"]
}

fn unit() -> impl Strategy<Value = TermUnit> {
    prop::sample::select(TermUnit::ALL.to_vec())
}

/// Generates a form of which a link sets some fields, each to anything that it can hold.
fn form() -> impl Strategy<Value = FormLink> {
    let ids = prop::collection::vec(typed().prop_filter("an id", |id| !id.is_empty()), 0..4);
    let all = Field::IN_LINK.map(|it| it.field);
    let fields = prop::sample::subsequence(all.to_vec(), 0..=all.len());
    let choices = (
        unit(),
        prop::sample::select(PlacementKind::ALL.to_vec()),
        prop::sample::select(Class::ALL.to_vec()),
        prop::sample::select(CountUnit::ALL.to_vec()),
    );
    let texts = prop::collection::vec(typed(), all.len());
    (fields, ids, texts, typed(), choices).prop_map(move |(fields, ids, texts, number, choices)| {
        let mut draft = FormDraft { accelerators: ids, ..FormDraft::default() };
        (draft.unit, draft.placement, draft.class, draft.count) = choices;
        let numbers = [Field::PlacementNumber].into_iter().zip([number]);
        for (field, text) in all.into_iter().zip(texts).chain(numbers) {
            // A text that is no choice leaves the choice made above.
            draft.set_text(field, text);
        }
        let mut form = FormLink::from_draft(&draft);
        for field in all.into_iter().filter(|field| !fields.contains(field)) {
            form.set(field, None);
        }
        form
    })
}

fn pictures() -> impl Strategy<Value = (TimeSpan, Option<String>, Option<u32>, MapBy)> {
    let span = prop::sample::select(TimeSpan::ALL.to_vec());
    let map = prop::sample::select(MapBy::ALL.to_vec());
    (span, prop::option::of(typed()), prop::option::of(any::<u32>()), map)
}

fn hold() -> impl Strategy<Value = HoldDraft> {
    prop::array::uniform4(typed()).prop_map(|[block, nodes, from, until]| HoldDraft {
        block,
        nodes,
        from,
        until,
    })
}

fn occupancy() -> impl Strategy<Value = Occupancy> {
    prop::sample::select(vec![Occupancy::File, Occupancy::Size, Occupancy::BusyYear])
}

/// Generates pins: none empty, and none repeated.
fn pins() -> impl Strategy<Value = Vec<String>> {
    let pin = (form(), occupancy(), prop::collection::vec(hold(), 0..3));
    let pin = pin.prop_map(|(form, occupancy, holds)| Route {
        form,
        occupancy,
        holds,
        ..Route::default()
    });
    prop::collection::vec(pin, 0..=MAX_PINS).prop_map(|pins| {
        let mut route = Route::default();
        for pin in pins {
            route.pin(&pin.asked());
        }
        route.pins
    })
}

fn size() -> impl Strategy<Value = SizeDraft> {
    let field = prop::sample::select(SizeField::ALL.to_vec());
    prop::collection::vec((field, typed()), 0..4).prop_map(|fields| {
        let mut draft = SizeDraft::default();
        for (field, text) in fields {
            draft.set(field, text);
        }
        draft
    })
}

fn two() -> impl Strategy<Value = [Option<String>; 2]> {
    prop::array::uniform2(prop::option::of(typed()))
}

fn route() -> impl Strategy<Value = Route> {
    (
        prop::sample::select(View::ALL.to_vec()),
        prop::option::of(prop::sample::select(vec![Lang::Ko, Lang::En])),
        form(),
        occupancy(),
        prop::collection::vec(hold(), 0..6),
        prop::option::of(typed()),
        (
            pins(),
            pictures(),
            (two(), any::<Option<u64>>(), prop::option::of("[0-9a-f]{8}")),
            size(),
        ),
    )
        .prop_map(
            |(view, lang, form, occupancy, holds, date, (pins, pictures, round, size))| {
                let (span, lanes, leaf, map) = pictures;
                let ([rank, policy], seed, own) = round;
                Route {
                    view,
                    lang,
                    form,
                    occupancy,
                    holds,
                    date,
                    pins,
                    span,
                    lanes,
                    leaf,
                    map,
                    rank,
                    seed,
                    policy,
                    own,
                    size,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_route_survives_its_link(route in route()) {
        let query = route.to_query();
        prop_assert!(query.is_ascii());
        prop_assert_eq!(&Route::parse(&query), &route);
        let (form, holds) = Default::default();
        let occupancy = Occupancy::File;
        let mut other = Route { form, holds, occupancy, ..route.clone() };
        other.ask(&route.asked());
        prop_assert_eq!(other, route);
    }

    #[test]
    fn any_text_is_read_and_then_stays(query in prop_oneof![
        ".{0,200}",
        "((view|lang|acc|nodes|term|place|hold|at|layer|scenario|pin|span|lanes|leaf|map|model|tokens|config|task)=[-a-z0-9:,~.%+&=가-힣]{0,20}&){0,8}",
    ]) {
        let route = Route::parse(&query);
        prop_assert_eq!(Route::parse(&route.to_query()), route);
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..1_000)) {
        let _ = Route::parse(&String::from_utf8_lossy(&bytes));
    }
}

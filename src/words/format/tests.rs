use super::*;
use crate::model::NodeCount;

/// Compares what was formatted in Korean and in English with what is wanted.
fn check(format: impl Fn(Lang) -> String, ko: &str, en: &str) {
    assert_eq!((format(Lang::Ko).as_str(), format(Lang::En).as_str()), (ko, en));
}

fn at(year: i32, month: u8, day: u8, hour: u32) -> Hour {
    Hour::of_date(year, month, day).unwrap().plus(hour)
}

#[test]
fn integers_have_separators() {
    let cases = [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (13_136, "13,136"),
        (1_000_000, "1,000,000"),
        (u64::MAX, "18,446,744,073,709,551,615"),
    ];
    for (number, text) in cases {
        assert_eq!(integer(number), text);
    }
}

#[test]
fn counts_have_their_unit_and_number() {
    check(|lang| nodes(0, lang), "노드 0대", "0 nodes");
    check(|lang| nodes(1, lang), "노드 1대", "1 node");
    check(|lang| nodes(1_307, lang), "노드 1,307대", "1,307 nodes");
    check(|lang| nodes_between(2, 32, lang), "노드 2~32대", "2 to 32 nodes");
    check(|lang| gpus(1, lang), "GPU 1장", "1 GPU");
    check(|lang| gpus(256, lang), "GPU 256장", "256 GPUs");
    check(|lang| leaves(1, lang), "리프 1개", "1 leaf");
    check(|lang| leaves(2, lang), "리프 2개", "2 leaves");
    check(|lang| blocks(5, lang), "노드 블록 5개", "5 blocks");
    check(|lang| holds(1, lang), "점유 1건", "1 hold");
    check(|lang| projects(514, lang), "과제 514건", "514 projects");
    check(|lang| applications(514, lang), "신청서 514건", "514 applications");
    check(|lang| gpu_hours(18_432, lang), "18,432 GPU시간", "18,432 GPU-hours");
    check(|lang| gpu_hours(1, lang), "1 GPU시간", "1 GPU-hour");
}

#[test]
fn nodes_beside_their_name_have_their_gpus() {
    check(|lang| node_count(1_307, lang), "1,307대", "1,307");
    let four = NodeCount::exactly(4);
    check(|lang| nodes_with_gpus(four, Some(8), lang), "4대 (GPU 32장)", "4 (32 GPUs)");
    check(|lang| nodes_with_gpus(four, None, lang), "4대", "4");
    check(|lang| nodes_and_gpus(four, Some(8), lang), "노드 4대(GPU 32장)", "4 nodes (32 GPUs)");
    check(|lang| nodes_and_gpus(four, None, lang), "노드 4대", "4 nodes");
    let range = NodeCount { min: 8, max: 40 };
    check(
        |lang| nodes_with_gpus(range, Some(8), lang),
        "8~40대 (GPU 64~320장)",
        "8 to 40 (64 to 320 GPUs)",
    );
    let one = NodeCount::exactly(1);
    check(|lang| nodes_with_gpus(one, Some(1), lang), "1대 (GPU 1장)", "1 (1 GPU)");
    let most = NodeCount::exactly(u32::MAX);
    assert!(nodes_with_gpus(most, Some(u32::MAX), Lang::En).contains("18,446,744,065,119,617,025"));
}

#[test]
fn durations_are_days_and_hours() {
    check(|lang| duration(0, lang), "0시간", "0 hours");
    check(|lang| duration(1, lang), "1시간", "1 hour");
    check(|lang| duration(24, lang), "1일", "1 day");
    check(|lang| duration(720, lang), "30일", "30 days");
    check(|lang| duration(76, lang), "3일 4시간", "3 days 4 hours");
    check(|lang| duration(u32::MAX, lang), "178,956,970일 15시간", "178,956,970 days 15 hours");
}

#[test]
fn terms_keep_their_unit() {
    check(|lang| term(Term::Hours(72), lang), "72시간", "72 hours");
    check(|lang| term(Term::Days(14), lang), "14일", "14 days");
    check(|lang| term(Term::Months(1), lang), "1개월", "1 month");
    check(|lang| term(Term::Months(3), lang), "3개월", "3 months");
    let between = |low, high| move |lang| terms_between(low, high, lang);
    check(between(Term::Months(3), Term::Months(12)), "3~12개월", "3 to 12 months");
    check(between(Term::Days(14), Term::Days(14)), "14일", "14 days");
    check(between(Term::Days(14), Term::Months(12)), "14일~12개월", "14 days to 12 months");
}

#[test]
fn dates_are_koreas_and_have_an_hour_only_when_needed() {
    check(|lang| date(at(2027, 1, 3, 0), lang), "2027년 1월 3일", "3 Jan 2027");
    check(|lang| date(at(2027, 1, 3, 9), lang), "2027년 1월 3일 09시", "3 Jan 2027, 09:00");
    check(|lang| date(at(2027, 12, 31, 23), lang), "2027년 12월 31일 23시", "31 Dec 2027, 23:00");
    check(|lang| date(Hour::MAX, lang), "기한 없음", "no end");
    check(|lang| date(Hour::MIN, lang), "처음부터", "from the beginning");
    assert_eq!(date_input(at(2027, 1, 3, 9)), "2027-01-03");
    assert_eq!(date_input(at(2027, 12, 31, 0)), "2027-12-31");
    let _ = (date_input(Hour::MAX), date_input(Hour::MIN));
}

#[test]
fn won_is_counted_in_ten_thousands_in_korean() {
    check(|lang| won(0, lang), "0원", "₩0");
    check(|lang| won(2_345, lang), "2,345원", "₩2,345");
    check(|lang| won(10_000, lang), "1만 원", "₩10,000");
    check(|lang| won(3_200_000, lang), "320만 원", "₩3,200,000");
    check(|lang| won(153_600_000, lang), "1억 5,360만 원", "₩153,600,000");
    check(|lang| won(100_000_001, lang), "1억 1원", "₩100,000,001");
    check(|lang| won(1_460_000_000_000, lang), "1조 4,600억 원", "₩1,460,000,000,000");
    check(
        |lang| won_between(3_200_000, 6_400_000, lang),
        "320만~640만 원",
        "₩3,200,000 to ₩6,400,000",
    );
    check(|lang| won_between(0, 12_800_000, lang), "0~1,280만 원", "₩0 to ₩12,800,000");
    check(|lang| won_between(5, 5, lang), "5원", "₩5");
    assert_eq!(won(u64::MAX, Lang::Ko), "1,844경 6,744조 737억 955만 1,615원");
}

#[test]
fn shares_and_ratios_are_rounded_to_the_nearest() {
    let cases = [
        (159, 514, "30.9%"),
        (528, 1_714, "30.8%"),
        (0, 7, "0.0%"),
        (7, 7, "100.0%"),
        (1, 2_000, "0.1%"),
        (13_136, 1, "1,313,600.0%"),
        (1, 0, "–"),
    ];
    for (part, whole, text) in cases {
        assert_eq!(percent(part, whole), text, "{part} of {whole}");
    }
    check(|lang| ratio(1_714, 542, lang), "3.16배", "3.16 times");
    check(|lang| ratio(2, 1, lang), "2.00배", "2.00 times");
    check(|lang| ratio(1, 20, lang), "0.05배", "0.05 times");
    check(|lang| ratio(1, 0, lang), "–", "–");
    assert_eq!((mean(1_714, 514), mean(528, 159)), ("3.33".to_owned(), "3.32".to_owned()));
    let _ = percent(u64::MAX, 1);
}

#[test]
fn figures_drop_an_empty_decimal() {
    let cases = [
        (4.8, "4.8"),
        (8.0, "8"),
        (141.0, "141"),
        (2_250.0, "2,250"),
        (0.06, "0.1"),
        (-1.0, "0"),
        (f64::NAN, "0"),
    ];
    for (value, text) in cases {
        assert_eq!(figure(value), text);
    }
}

#[test]
fn what_would_round_to_the_next_unit_is_told_in_it() {
    const MIB: f64 = 1024.0 * 1024.0;
    assert_eq!(quantity::bytes(1_023.7 * MIB), "1 GiB");
    assert_eq!(quantity::bytes(1_023.3 * MIB), "1,023 MiB");
    check(|lang| quantity::seconds(0.999_6, lang), "1초", "1 s");
    check(|lang| quantity::seconds(0.999_4, lang), "999밀리초", "999 ms");
    assert_eq!(quantity::up_to(-87.25, 3), "−87.25");
    assert_eq!(quantity::up_to(90.0, 3), "90");
    assert_eq!(quantity::up_to(100.0, 0), "100");
}

#[test]
fn placements_and_classes_have_words() {
    check(|lang| placement(Placement::Any, lang), "블록 안 어디든", "anywhere in the block");
    check(|lang| placement(Placement::OneLeaf, lang), "한 리프 안", "on one leaf");
    check(|lang| placement(Placement::Leaves(2), lang), "리프 2개 이내", "on at most 2 leaves");
    check(
        |lang| placement(Placement::SegmentsOf(4), lang),
        "노드 4대씩 한 리프 안",
        "in groups of 4 nodes, each on one leaf",
    );
    for kind in Class::ALL {
        assert_ne!(class(kind, Lang::Ko), class(kind, Lang::En));
        assert_eq!(classes(kind, Lang::Ko), class(kind, Lang::Ko));
    }
}

#[test]
fn the_last_day_is_the_one_before_an_end_at_midnight() {
    check(|lang| last_day(at(2026, 8, 1, 0), lang), "2026년 7월 31일", "31 Jul 2026");
    check(|lang| last_day(at(2026, 8, 1, 9), lang), "2026년 8월 1일 09시", "1 Aug 2026, 09:00");
    check(|lang| last_day(Hour::MAX, lang), "기한 없음", "no end");
}

#[test]
fn minutes_and_sizes_have_words() {
    let nine = at(2027, 1, 3, 9).number().unsigned_abs() * 60;
    check(|lang| minute(nine + 5, lang), "2027년 1월 3일 09:05", "3 Jan 2027, 09:05");
    check(|lang| minute(nine - 540, lang), "2027년 1월 3일 00:00", "3 Jan 2027, 00:00");
    // The clock of any year gives some text.
    assert!(minute(0, Lang::En).starts_with("1 Jan 1970"));
    assert!(!minute(u32::MAX, Lang::Ko).is_empty());
    assert_eq!(megabytes(12), "12 MB");
    assert_eq!(megabytes(2_000), "2,000 MB");
}

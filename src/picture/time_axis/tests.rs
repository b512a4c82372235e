use super::*;
use crate::model::Instant;
use proptest::prelude::*;

fn at(date: &str) -> Hour {
    Instant::parse(date).unwrap().floor()
}

fn axis(span: TimeSpan, today: &str, date: &str) -> TimeAxis {
    TimeAxis::of_calendar(span, at(today), &(at("2026-09-11")..at("2028-02-01")), at(date))
}

fn labels(axis: TimeAxis, lang: Lang) -> Vec<String> {
    let group = |group: Option<String>| group.map_or(String::new(), |group| format!(" [{group}]"));
    axis.ticks(lang).into_iter().map(|tick| tick.label + &group(tick.group)).collect()
}

#[test]
fn each_span_is_of_the_calendar_and_has_the_date_on_it() {
    let cases = [
        (TimeSpan::Week, "2027-03-17", "2027-03-15", "2027-03-22"),
        (TimeSpan::Month, "2027-03-17", "2027-03-01", "2027-04-01"),
        (TimeSpan::Quarter, "2027-03-17", "2027-02-01", "2027-05-01"),
        (TimeSpan::Quarter, "2026-10-31", "2026-08-01", "2026-11-01"),
        (TimeSpan::Year, "2027-10-31", "2026-11-01", "2027-11-01"),
        (TimeSpan::Year, "2027-11-01", "2027-11-01", "2028-11-01"),
        (TimeSpan::Year, "2026-10-31", "2025-11-01", "2026-11-01"),
        (TimeSpan::All, "2027-03-17", "2026-09-01", "2028-03-01"),
        (TimeSpan::All, "2029-03-17", "2026-09-01", "2029-04-01"),
    ];
    for (span, date, from, until) in cases {
        let axis = axis(span, "2026-11-25", date);
        assert_eq!((axis.from, axis.until), (at(from), at(until)), "{span:?} at {date}");
    }
}

#[test]
fn starts_are_counted_from_the_first_one() {
    let horizon = at("2026-09-11")..at("2028-02-01");
    let cases = [
        (TimeSpan::Week, "2026-12-03", "2026-12-03", "2026-12-10"),
        (TimeSpan::Month, "2027-01-04", "2026-12-26", "2027-01-26"),
        (TimeSpan::Year, "2027-01-04", "2026-11-26", "2027-11-26"),
        (TimeSpan::Year, "2027-11-26", "2027-11-26", "2028-11-26"),
        (TimeSpan::Year, "2026-11-25", "2025-11-26", "2026-11-26"),
        (TimeSpan::All, "2027-11-26", "2026-11-26", "2028-11-26"),
    ];
    for (span, date, from, until) in cases {
        let axis = TimeAxis::of_starts(span, at("2026-11-26"), &horizon, at(date));
        assert_eq!((axis.from, axis.until), (at(from), at(until)), "{span:?} at {date}");
    }
    // Most months do not have this day.
    let axis = TimeAxis::of_starts(TimeSpan::Month, at("2027-01-31"), &horizon, at("2027-02-28"));
    assert_eq!((axis.from, axis.until), (at("2027-02-28"), at("2027-03-31")));
}

#[test]
fn ticks_say_what_begins_there() {
    let ko = |span| labels(axis(span, "2026-11-25", "2027-03-17"), Lang::Ko);
    assert_eq!(
        ko(TimeSpan::Week),
        ["월 15 [2027년 3월]", "화 16", "수 17", "목 18", "금 19", "토 20", "일 21"]
    );
    assert_eq!(ko(TimeSpan::Month), ["1일 [2027년 3월]", "8일", "15일", "22일", "29일"]);
    assert_eq!(ko(TimeSpan::Quarter), ["2월 [2027년]", "15일", "3월", "15일", "4월", "15일"]);
    let english = labels(axis(TimeSpan::Year, "2026-11-25", "2027-03-17"), Lang::En);
    assert_eq!(english[..3], ["Nov", "Dec", "Jan [2027]"]);
    assert_eq!(english.len(), 12);
    let decade = TimeAxis::of_calendar(
        TimeSpan::All,
        at("2026-11-25"),
        &(at("2020-05-01")..at("2031-01-01")),
        at("2027-01-01"),
    );
    assert_eq!(labels(decade, Lang::En)[..2], ["2021", "2022"]);
}

#[test]
fn places_and_days_are_each_others_inverse() {
    let axis = axis(TimeSpan::Year, "2026-11-25", "2027-03-17");
    assert_eq!(axis.days(), 365);
    for day in 0..axis.days() {
        let middle = axis.x(axis.day(day).plus(12));
        assert_eq!((axis.day_at(middle), axis.day_of(axis.day(day))), (day, day));
    }
    assert_eq!((axis.x(Hour::MIN), axis.x(Hour::MAX)), (0, WIDTH));
    assert_eq!((axis.day_at(u32::MAX), axis.day_of(Hour::MAX)), (364, 364));
    assert_eq!(axis.day(u32::MAX / 30), axis.day(364));
}

#[test]
fn a_horizon_has_no_open_ends() {
    let (snapshot, as_of) = (crate::picture::free_chart::tests::snapshot(), at("2027-01-01"));
    let horizon = horizon(&snapshot);
    assert!(horizon.start <= as_of && horizon.end > as_of && horizon.end <= Hour::LATEST);
}

proptest! {
    #[test]
    fn any_hours_give_an_axis(
        hours in prop::array::uniform4(any::<i32>()),
        span in prop::sample::select(TimeSpan::ALL.to_vec()),
        x in any::<u32>(),
    ) {
        let [today, start, end, at] = hours.map(Hour::new);
        for axis in [
            TimeAxis::of_calendar(span, today, &(start..end), at),
            TimeAxis::of_starts(span, today, &(start..end), at),
        ] {
            prop_assert!(axis.until.since(axis.from) >= 24);
            prop_assert!(axis.contains(within_dates(at)) || span == TimeSpan::All);
            prop_assert!(axis.ticks(Lang::Ko).len() <= MOST_TICKS);
            let _ = (axis.x(at), axis.day(x / 30), axis.day_at(x), axis.neighbour(at, true));
        }
    }
}

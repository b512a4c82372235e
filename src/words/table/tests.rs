use super::*;
use crate::model::Instant;

fn table() -> Table {
    let names = ["A", "B"].map(Value::words);
    let nodes = [1_200, 42].map(Value::Count);
    let gpus = [Value::Count(9_600), Value::Missing("not published")];
    let columns = vec![
        Column::new("Block", names),
        Column::new("Nodes", nodes).summed(Lang::En),
        Column::new("GPUs", gpus).summed(Lang::En),
    ];
    Table { caption: "Blocks".to_owned(), columns, lang: Lang::En }
}

#[test]
fn a_row_is_the_cells_of_all_columns() {
    assert_eq!(table().rows(), 2);
    assert_eq!(table().texts(), [["A", "1,200", "9,600"], ["B", "42", "not published"]]);
    assert_eq!(Table::default().texts(), Vec::<Vec<String>>::new());
}

#[test]
fn a_total_says_where_it_is_of_a_part() {
    let totals = table().totals().unwrap();
    let told: Vec<_> = totals.iter().map(|it| (it.value.text(Lang::En), it.mark)).collect();
    let part = Some("as far as published");
    let wanted = [("Total", None), ("1,242", None), ("9,600", part)];
    assert_eq!(told, wanted.map(|(text, mark)| (text.to_owned(), mark)));
    let without = Table { columns: vec![Column::new("Block", [Value::Blank])], ..table() };
    assert_eq!(without.totals(), None);
}

#[test]
fn columns_of_figures_are_told_from_words() {
    let is_numeric: Vec<bool> = table().columns.iter().map(Column::is_numeric).collect();
    assert_eq!(is_numeric, [false, true, true]);
}

#[test]
fn each_value_has_its_format() {
    let hour = Instant::parse("2027-03-01").unwrap().floor();
    for (value, ko, en) in [
        (Value::Blank, "", ""),
        (Value::none(), "–", "–"),
        (Value::Count(13_136), "13,136", "13,136"),
        (Value::figure(4.8, crate::words::format::figure), "4.8", "4.8"),
        (Value::Day(hour), "2027년 3월 1일", "1 Mar 2027"),
        (Value::LastDay(hour), "2027년 2월 28일", "28 Feb 2027"),
        (Value::Link("Notice".into(), "https://a.example".into()), "Notice", "Notice"),
    ] {
        assert_eq!((value.text(Lang::Ko), value.text(Lang::En)), (ko.into(), en.into()));
    }
}

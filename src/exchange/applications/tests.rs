use super::*;
use crate::model::{
    Accelerator, Availability, Block, Class, Hour, Instant, NodeCount, Placement, Term, Text,
};
use crate::show::form::default_draft;
use crate::words::lang::Lang;
use std::sync::Arc;

/// Returns a snapshot of two accelerators with eight GPUs per node, one block each, and no call.
fn snapshot() -> Snapshot {
    let block = |id: &str, accelerator: &str| Block {
        id: id.into(),
        name: Text { ko: id.into(), en: id.into() },
        provider: None,
        accelerator: accelerator.into(),
        gpus_per_node: 8,
        leaves: vec![32],
        available_from: None,
        assumed: Vec::new(),
        source: None,
    };
    Snapshot {
        as_of: Hour::of_date(2027, 1, 1).unwrap(),
        title: Text::default(),
        availability: Availability::Complete,
        sources: Arc::default(),
        accelerators: ["h200", "b200"].map(Accelerator::unlisted).into(),
        providers: Arc::default(),
        blocks: vec![block("a", "h200"), block("b", "b200")],
        holds: Vec::new(),
        purchases: Arc::default(),
        calls: Arc::default(),
        notices: Arc::default(),
        elsewhere: Arc::default(),
    }
}

fn read_list(text: &str) -> ReadApplications {
    let snapshot = snapshot();
    read(text, &snapshot, &default_draft(&snapshot, snapshot.as_of))
}

fn told(read: &ReadApplications) -> Vec<String> {
    read.problems.iter().map(|problem| problem.text(Lang::En)).collect()
}

#[test]
fn a_table_from_a_korean_spreadsheet_is_read() {
    let text = "\u{feff}신청번호\t과제명\t신청 주체\t가속기\t노드 수(대)\t개월\t희망 시작일\t점수\t접수일시\n\
        가-1\t언어 모델, 두 번째\t대학\tH200\t4대\t6\t2027. 3. 1.\t87.5점\t2027-01-03 09:30\n\
        가-2\t\t청년기업\tH200/B200\t2~4\t1년\t\t\t\n";
    let ReadApplications { applications, lines, problems } = read_list(text);
    assert_eq!(problems, []);
    assert_eq!(lines, [2, 3]);
    let [first, second] = &applications[..] else { panic!("{applications:?}") };
    assert_eq!((&*first.request.id, &*first.title), ("가-1", "언어 모델, 두 번째"));
    assert_eq!(first.request.class, Class::Academia);
    assert_eq!(first.request.accelerators, ["h200"]);
    assert_eq!(first.request.nodes, NodeCount::exactly(4));
    assert_eq!(first.request.term, Term::Months(6));
    assert_eq!(first.request.not_before, Hour::of_date(2027, 3, 1).unwrap());
    assert_eq!(first.score.map(|score| score.number().to_string()).as_deref(), Some("87.5"));
    let submitted = Instant::parse("2027-01-03T09:30:00+09:00").unwrap();
    assert_eq!(first.submitted_at, Some(submitted));
    assert_eq!(second.request.class, Class::YouthCompany);
    assert_eq!(second.request.accelerators, ["h200", "b200"]);
    assert_eq!(second.request.nodes, NodeCount { min: 2, max: 4 });
    assert_eq!(second.request.term, Term::Months(12));
    // Missing fields have the values of the untouched form.
    assert_eq!(second.request.not_before, Hour::of_date(2027, 1, 1).unwrap());
    assert_eq!((second.score, second.submitted_at, &*second.title), (None, None, ""));
}

#[test]
fn the_separator_is_that_of_the_headings() {
    for text in [
        "id,nodes,title\nx,3,\"a, b; c\"",
        "id;nodes;title\nx;3;\"a, b; c\"",
        "id\tnodes\ttitle\nx\t3\ta, b; c",
    ] {
        let read = read_list(text);
        assert_eq!(told(&read), Vec::<String>::new(), "{text}");
        assert_eq!(read.applications[0].title, "a, b; c");
        assert_eq!(read.applications[0].request.nodes, NodeCount::exactly(3));
    }
}

/// Empty lines, both kinds of line ends and multi-line cells are counted.
#[test]
fn a_line_is_that_of_the_file() {
    let table = "\nid,nodes,title\n\na,1,\"two\nlines\"\nb,2,\n \nc,x,\n";
    for text in [table.to_owned(), table.replace('\n', "\r\n")] {
        let read = read_list(&text);
        assert_eq!((read.lines, read.problems[0].line), (vec![4, 6], 8), "{text:?}");
    }
}

#[test]
fn gpus_placements_blocks_and_ends_are_read() {
    let text =
        "gpus,days,until,placement,block\n40,30,2027-06-01,segments-4,b\n16,1,,one leaf,a/b\n";
    let read = read_list(text);
    assert_eq!(told(&read), Vec::<String>::new());
    let request = |index: usize| &read.applications[index].request;
    assert_eq!(request(0).nodes, NodeCount::exactly(5));
    assert_eq!(request(0).term, Term::Days(30));
    assert_eq!(request(0).not_after, Hour::of_date(2027, 6, 1));
    assert_eq!(request(0).placement, Placement::SegmentsOf(4));
    assert_eq!(request(0).blocks.as_deref(), Some(&["b".to_owned()][..]));
    assert_eq!(request(1).placement, Placement::OneLeaf);
    // Rows without an id are named by their row number.
    assert_eq!((&*request(0).id, &*request(1).id), ("1", "2"));
}

#[test]
fn a_bad_row_spoils_no_other() {
    let text = "id,class,nodes,months,from,score,submitted,placement,block,accelerator\n\
        a,industry,4,6,2027-03-01,80,,,,\n\
        b,army,x,6,2027-02-30,high,soon,nowhere,z,a100\n\
        a,industry,4,6,2027-03-01,80,,,,\n\
        c,industry,1,000,6,2027-03-01,80,,,,h200\n\
        d,research,4,6,,NaN,,,,\n\
        e,academia,2,3,,1e3,,,,\n";
    let read = read_list(text);
    let ids: Vec<&str> = read.applications.iter().map(|it| &*it.request.id).collect();
    assert_eq!(ids, ["a", "e"]);
    assert_eq!(read.lines, [2, 7]);
    let told = told(&read);
    assert_eq!(told.len(), 4, "{told:#?}");
    for part in ["Line 3 (b)", "army", "“x”", "has 28 days", "high", "soon", "nowhere", "z", "a100"]
    {
        assert!(told[0].contains(part), "{part}: {}", told[0]);
    }
    assert_eq!(told[1], "Line 4 (a): Line 2 has the same id. Give each application its own.");
    assert!(told[2].starts_with("Line 5 (c): It has 11 cells, and there are 10 headings."));
    assert!(told[3].contains("NaN"), "{}", told[3]);
    assert!(read.problems.iter().all(LineProblem::loses_application));
}

#[test]
fn a_list_that_cannot_be_read_says_what_to_do() {
    let cases = [
        ("", "Line 1: The list is empty."),
        ("\n \n", "Line 1: The list is empty."),
        ("id|nodes|months\na|1|2", "Line 1: The first line, “id|nodes|months”, has no heading"),
        ("a,4,6", "Line 1: The first line, “a, 4, 6”, has no heading that is known."),
        ("id,title\na,b", "Line 1: No column says how many nodes."),
        ("id,nodes,노드 수\na,1,2", "Line 1: An earlier column means the same as “노드 수”."),
    ];
    for (text, wanted) in cases {
        let read = read_list(text);
        assert!(read.applications.is_empty());
        let told = told(&read);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert!(told[0].starts_with(wanted), "{text}: {}", told[0]);
    }
    let unknown = read_list("id,nodes,colour\na,4,red");
    assert_eq!(unknown.applications.len(), 1);
    assert_eq!(told(&unknown), ["Line 1: Columns that are not known were left out: colour."]);
    assert!(!unknown.problems[0].loses_application());
}

#[test]
fn json_lines_have_what_a_request_has_and_more() {
    let request =
        r#""accelerators":["h200"],"nodes":4,"term":{"months":6},"not_before":"2027-03-01""#;
    let text = format!(
        "{{\"id\":\"a\",{request},\"score\":80.5,\"title\":\"가\",\"submitted_at\":\"2027-01-03T09:30:00+09:00\"}}\n\
         \n\
         {{\"id\":\"b\",{request},\"scores\":1}}\n\
         {{\"id\":\"c\",{request},\"score\":\"high\",\"title\":1,\"submitted_at\":\"soon\"}}\n\
         nonsense\n\
         {{\"id\":\"a\",{request}}}\n\
         {{\"id\":\"d\",{request},\"score\":null}}"
    );
    let read = read_list(&text);
    let ids: Vec<&str> = read.applications.iter().map(|it| &*it.request.id).collect();
    assert_eq!((ids, &read.lines), (vec!["a", "d"], &vec![1, 7]));
    let a = &read.applications[0];
    assert_eq!((a.score.map(|it| it.number().to_string()), &*a.title), (Some("80.5".into()), "가"));
    assert!(a.submitted_at.is_some() && read.applications[1].score.is_none());
    let told = told(&read);
    assert!(told[0].starts_with("Line 3 (b): unknown field `scores`, expected one of `id`"));
    assert!(told[0].contains("`score`"), "{}", told[0]);
    for part in ["score: must be a number", "title: must be a text", "submitted_at: must be a date"]
    {
        assert!(told[1].contains(part), "{part}: {}", told[1]);
    }
    assert!(told[2].starts_with("Line 5: not valid JSON"), "{}", told[2]);
    assert!(told[3].starts_with("Line 6 (a): Line 1 has the same id"), "{}", told[3]);
}

#[test]
fn what_is_beyond_the_most_is_told_once() {
    let mut text = "id,nodes\n".to_owned();
    for number in 0..MAX_APPLICATIONS + 5 {
        text += &format!("{number},1\n");
    }
    let read = read_list(&text);
    assert_eq!(read.applications.len(), MAX_APPLICATIONS);
    assert_eq!(
        told(&read),
        [
            "Line 100,002: At most 100,000 applications are read. This line and those after it were left out."
        ]
    );
}

#[test]
fn hidden_characters_of_a_line_are_not_repeated() {
    let told = told(&read_list("{\"id\":\"a\",\"no\u{7f}des\":4}\n"));
    assert!(told[0].contains("unknown field `no\u{fffd}des`"), "{told:?}");
}

#[test]
fn a_trace_is_read_by_what_its_head_says() {
    let text = "; Version: 2.2\n; UnixStartTime: 1798729200\n; MaxNodes: 10\n; MaxProcs: 80\n\
        1 0 10 7200 16 -1 -1 16 10800 -1 1 1 1 -1 1 -1 -1 -1\n\
        2 3601 0 60 9 -1 -1 -1 -1 -1 1 1 1 -1 1 -1 -1 -1 ; as it was used\n\
        3 0 0 60 0 -1 -1 -1 -1 -1 1 1 1 -1 1 -1 -1 -1\n\
        4 0 0\n";
    let read = read_list(text);
    let told = told(&read);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with("Line 7: This is no job"), "{}", told[0]);
    let [first, second] = &read.applications[..] else { panic!("{:?}", read.applications) };
    assert_eq!((&*first.request.id, first.request.nodes), ("1", NodeCount::exactly(2)));
    assert_eq!(first.request.term, Term::Hours(3));
    assert_eq!(first.request.not_before, Hour::of_date(2027, 1, 1).unwrap());
    assert_eq!(
        (second.request.nodes, second.request.term),
        (NodeCount::exactly(2), Term::Hours(1))
    );
    assert_eq!(second.request.not_before, first.request.not_before.plus(2));
    // Without a head, processors are GPUs and times are relative to the form's start.
    let bare = read_list("7 0 0 60 12 -1 -1 -1 -1 -1 1 1 1 -1 1 -1 -1 -1");
    assert_eq!(bare.applications[0].request.nodes, NodeCount::exactly(2));
    assert_eq!(bare.applications[0].request.not_before, Hour::of_date(2027, 1, 1).unwrap());
}

//! `jari check`, run as it is: where what is wrong lies in the file.

use serde_json::{Value, json};

use crate::tool::{CAPACITY, file, jari, value};

/// Two mistakes on lines with Korean letters, a tab and line ends of Windows; a misspelt name, a value
/// that is missing, and one that is there twice.
const WRONG: &str = "{\r\n\
  \"schema\": 1,\r\n\
  \"as_of\": \"2027-01-01\",\r\n\
  \"availability\": \"complete\",\r\n\
  \"accelerators\": [{ \"id\": \"h200\", \"name\": \"에이치200\" }],\r\n\
  \"blocks\": [\r\n\
\t{ \"name\": \"가산 블록\", \"id\": \"가\", \"accelerator\": \"h200\", \"nodes\": 0 },\r\n\
\t{ \"id\": \"b\", \"accelerator\": \"h200\", \"nodes\": 4, \"이름\": 1 },\r\n\
\t{ \"id\": \"c\",\r\n\
\t  \"accelerator\": \"h200\" }\r\n\
  ],\r\n\
  \"as_of\": \"2028-01-01\"\r\n\
}\r\n";

fn check(text: &[u8], options: &[&str]) -> crate::tool::Run {
    let mut arguments = vec!["check", "-", "--today", "2027-01-01"];
    arguments.extend(options);
    jari(&arguments, text)
}

#[test]
fn each_problem_has_its_line_with_a_caret() {
    let run = check(WRONG.as_bytes(), &[]);
    assert_eq!((run.code, &*run.err), (1, ""));
    let wanted = "\
$.as_of: The same thing is given twice. Only this value was left out.
   --> <stdin>:12:1
    |
 12 | \"as_of\": \"2028-01-01\"
    | ^^^^^^^
$.blocks[0].nodes: 0 is not from 1 to 100,000. All of $.blocks[0] was left out.
  --> <stdin>:7:64
   |
 7 |     { \"name\": \"가산 블록\", \"id\": \"가\", \"accelerator\": \"h200\", \"nodes\": 0 },
   |                                                                        ^
$.blocks[1][\"이름\"]: The format has no such field. Check its name. Only this value was left out.
  --> <stdin>:8:50
   |
 8 |     { \"id\": \"b\", \"accelerator\": \"h200\", \"nodes\": 4, \"이름\": 1 },
   |                                                     ^^^^^^
$.blocks[2].nodes: A needed value is missing. All of $.blocks[2] was left out.
  --> <stdin>:9:2
   |
 9 |     { \"id\": \"c\",
   |     ^
";
    assert_eq!(run.out, wanted);
}

#[test]
fn programs_read_an_object_a_problem() {
    let run = check(WRONG.as_bytes(), &["--json"]);
    assert_eq!((run.code, &*run.err), (1, ""));
    let lines: Vec<Value> = run.out.lines().map(value).collect();
    let locations: Vec<_> =
        lines.iter().map(|line| (&line["path"], &line["line"], &line["column"])).collect();
    let wanted = [
        (json!("$.as_of"), json!(12), json!(1)),
        (json!("$.blocks[0].nodes"), json!(7), json!(64)),
        (json!("$.blocks[1][\"이름\"]"), json!(8), json!(50)),
        (json!("$.blocks[2].nodes"), json!(9), json!(2)),
    ];
    assert_eq!(locations, wanted.each_ref().map(|(path, line, column)| (path, line, column)));
    let says = "0 is not from 1 to 100,000. All of $.blocks[0] was left out.";
    assert_eq!(lines[1]["text"], says);
    let korean = check(WRONG.as_bytes(), &["--json", "--lang", "ko"]);
    assert!(korean.out.contains("값이 0입니다"), "{}", korean.out);
    // Of a good file there is nothing to say, and of one that is ahead of its time one thing.
    let good = check(CAPACITY.as_bytes(), &["--json"]);
    assert_eq!((good.code, &*good.out), (0, ""));
    let ahead = jari(&["check", "-", "--today", "2026-01-01", "--json"], CAPACITY.as_bytes());
    let told = value(&ahead.out);
    assert_eq!((ahead.code, &told["path"], &told["line"]), (1, &json!("$.as_of"), &json!(3)));
    assert!(told["text"].as_str().unwrap().starts_with("It says 1 Jan 2027"), "{told}");
}

#[test]
fn what_is_no_json_is_shown_where_it_breaks_off() {
    let broken = "{\n  \"제목\": \"가나다\",\n  \"schema\" 1\n}";
    let run = check(broken.as_bytes(), &[]);
    assert_eq!((run.code, &*run.out), (2, ""));
    let wanted = "\
jari: the standard input: $: It is not valid JSON (line 3, column 12). The file was not read.
  --> <stdin>:3:12
   |
 3 |   \"schema\" 1
   |            ^
";
    assert_eq!(run.err, wanted);
    // The column is that of people and editors, in letters and not in bytes.
    let korean = check("{ \"제목\": 가 }".as_bytes(), &["--json"]);
    assert_eq!((korean.code, &*korean.err), (2, ""));
    let told = value(&korean.out);
    assert_eq!((&told["line"], &told["column"]), (&json!(1), &json!(9)));
    assert!(told["text"].as_str().unwrap().contains("line 1, column 9"), "{told}");
    let cut = check(b"{ \"schema\": 1,", &["--json"]);
    assert_eq!(value(&cut.out)["column"], 15);
    let bytes = check(b"{ \"a\": \"\xB0\xA1\" }", &["--json"]);
    assert_eq!(
        (value(&bytes.out)["line"].clone(), value(&bytes.out)["column"].clone()),
        (json!(1), json!(9))
    );
    // Nothing to point at.
    let empty = check(b"\n", &["--json"]);
    assert_eq!((empty.code, value(&empty.out)["line"].clone()), (2, Value::Null));
}

/// A file of one line with a million holds is pointed into without delay.
#[test]
fn a_problem_far_into_a_long_line_is_found() {
    let hold =
        "{\"block\":\"one\",\"nodes\":\"4\",\"from\":\"2027-01-04\",\"until\":\"2027-01-05\"},";
    let holds = [&hold.repeat(20_000), "{\"block\":\"one\",\"nodes\":\"0\"}"].concat();
    let text = format!(
        "{{\"schema\":1,\"as_of\":\"2027-01-01\",\"availability\":\"complete\",\
         \"accelerators\":[{{\"id\":\"h200\"}}],\
         \"blocks\":[{{\"id\":\"one\",\"accelerator\":\"h200\",\"nodes\":4}}],\"holds\":[{holds}]}}"
    );
    let path = file("long-line.json", text.as_bytes());
    let run = jari(&["check", &path, "--today", "2027-01-01"], b"");
    let of_last = run.out.split("$.holds[20000].nodes: ").nth(1).unwrap();
    let lines: Vec<&str> = of_last.lines().take(5).collect();
    assert!(lines[1].starts_with(&format!("  --> {path}:1:")), "{lines:?}");
    assert!(lines[3].contains("\"nodes\":\"0\"}]}") && lines[3].starts_with(" 1 | …"), "{lines:?}");
    assert_eq!(lines[4].trim_end().chars().filter(|c| *c == '^').count(), 3);
    assert!(run.out.lines().all(|line| line.len() < 400));
}

//! A request, version 1, as one JSON object.
//!
//! Reading has two steps: the fields as written (any name and JSON value), then their meaning.
//! All problems are reported at once, each with the name of its field and the allowed values.

use core::fmt;

use serde::Serialize;
use serde_json::{Value, json};

use super::answer_json::{PlacementWritten, TermWritten};
use super::ordered_fields::OrderedFields;
use crate::model::{
    Class, Hour, Instant, NodeCount, Placement, Request, Term, TimeError, shown_text,
};

/// Maximum size of a request, in bytes: room for a hundred ids of the longest kind, in any script.
pub const MAX_BYTES: usize = 256 * 1024;
/// Maximum length of an id, in characters: it is echoed in every answer.
pub const MAX_ID: usize = 200;
/// Maximum number of nodes of a request: several times the largest known cluster.
pub const MAX_NODES: u32 = 100_000;
/// Maximum number of accelerators or blocks that a request may list.
pub const MAX_LISTED: usize = 100;

/// A request, and the choice whether published holds count in its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RequestInScenario {
    /// The request.
    pub request: Request,
    /// `true` if published holds are to be left out: `"layer":"size"`.
    pub by_size: bool,
}

/// Reason why a text is not a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RequestJsonError {
    /// Id of the request, if it could be read, so that the answer can be matched to it.
    pub id: Option<String>,
    /// The problems, one per field.
    pub problems: Vec<String>,
    /// Block ids that could be read; only a snapshot can tell whether they exist.
    pub blocks: Vec<String>,
    /// Id of the call, if it could be read.
    pub call: Option<String>,
}

impl RequestJsonError {
    /// Returns an error for a text from which nothing could be read.
    const fn whole(problems: Vec<String>) -> Self {
        Self { id: None, problems, blocks: Vec::new(), call: None }
    }
}

impl fmt::Display for RequestJsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The message repeats names of the input, which must not reach a terminal unescaped.
        f.write_str(&shown_text(&self.problems.join("; ")))
    }
}

/// Fields as written, with any names and values, in order.
pub(super) struct RawFields(Vec<(String, Value)>);

/// Known field names of a request.
const NAMES: [&str; 12] = [
    "id",
    "accelerators",
    "blocks",
    "nodes",
    "term",
    "not_before",
    "not_after",
    "placement",
    "split",
    "class",
    "call",
    "layer",
];

impl RawFields {
    /// Parses a JSON object with arbitrary field names.
    pub(super) fn parse(text: &str) -> Result<Self, RequestJsonError> {
        if text.len() > MAX_BYTES {
            return Err(RequestJsonError::whole(vec![format!("longer than {MAX_BYTES} bytes")]));
        }
        let fields = serde_json::from_str::<OrderedFields<Value>>(text).map_err(|error| {
            RequestJsonError::whole(vec![if error.is_data() {
                "not a JSON object".to_owned()
            } else {
                format!("not valid JSON: {error}")
            }])
        })?;
        Ok(Self(fields.0))
    }
}

/// Parses one request.
///
/// `nodes` may be a number instead of `{"min":…,"max":…}`. If missing or null, `blocks` means all,
/// `not_after` none, `placement` `"any"`, `split` none, `class` `"industry"`, `call` none, and
/// `layer` the file as it is. The earliest start is rounded up to the hour and the latest end
/// down, so that an offer always lies within the requested time.
///
/// # Errors
/// [`RequestJsonError`] with all problems.
pub fn parse(text: &str) -> Result<RequestInScenario, RequestJsonError> {
    RequestReader::new(&RawFields::parse(text)?, &[]).request()
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= MAX_ID
}

/// Fields of one request, and the problems found so far.
pub(super) struct RequestReader<'a> {
    fields: &'a [(String, Value)],
    problems: Vec<String>,
}

impl<'a> RequestReader<'a> {
    /// Checks the field names: unknown ones are problems unless among `others` (a misspelt field
    /// would be ignored silently), and so are repeated ones.
    pub(super) fn new(RawFields(fields): &'a RawFields, others: &[&str]) -> Self {
        let mut problems = Vec::new();
        for (index, (name, _)) in fields.iter().enumerate() {
            let is_known = NAMES.iter().chain(others).any(|known| known == name);
            let earlier = fields.get(..index).unwrap_or_default();
            if !is_known {
                let mut problem = format!("unknown field `{name}`");
                if problems.is_empty() {
                    let names = NAMES.iter().chain(others).map(|name| format!("`{name}`"));
                    problem.push_str(", expected one of ");
                    problem.push_str(&names.collect::<Vec<_>>().join(", "));
                }
                problems.push(problem);
            } else if earlier.iter().any(|(other, _)| other == name) {
                problems.push(format!("duplicate field `{name}`"));
            }
            // Bounds the message for an object with thousands of unknown names.
            if problems.len() >= MAX_LISTED {
                break;
            }
        }
        Self { fields, problems }
    }

    /// Builds the request from the fields.
    pub(super) fn request(mut self) -> Result<RequestInScenario, RequestJsonError> {
        let id = self.needed("id", an_id);
        let accelerators = self.needed("accelerators", ids);
        let blocks = self.optional("blocks", ids);
        let nodes = self.needed("nodes", nodes);
        let term = self.needed("term", term);
        let not_before = self.needed("not_before", instant);
        let not_after = self.optional("not_after", instant);
        let placement = self.optional("placement", placement);
        let split = self.optional("split", split_limit);
        let class = self.optional("class", class);
        let call = self.optional("call", an_id);
        let by_size = self.optional("layer", by_size);
        // The times are compared as written: if they are less than an hour apart, rounding may swap
        // them, and then nothing fits, which is an answer and not a mistake.
        if let (Some(start), Some(Some(end))) = (not_before, not_after)
            && end <= start
        {
            self.problems.push("not_after: must be later than not_before".to_owned());
        }
        let (true, Some(accelerators), Some(nodes), Some(term), Some(not_before)) =
            (self.problems.is_empty(), accelerators, nodes, term, not_before)
        else {
            let blocks = blocks.flatten().unwrap_or_default();
            return Err(RequestJsonError {
                id,
                problems: self.problems,
                blocks,
                call: call.flatten(),
            });
        };
        let request = Request {
            id: id.unwrap_or_default(),
            accelerators,
            blocks: blocks.flatten(),
            nodes,
            term,
            not_before: not_before.ceil(),
            not_after: not_after.flatten().map(Instant::floor),
            placement: placement.flatten().unwrap_or(Placement::Any),
            split: split.flatten(),
            class: class.flatten().unwrap_or(Class::Industry),
            call: call.flatten(),
        };
        Ok(RequestInScenario { request, by_size: by_size.flatten().unwrap_or(false) })
    }

    /// Returns the first value of this name; null counts as missing.
    fn value(&self, name: &str) -> Option<&'a Value> {
        let (_, value) = self.fields.iter().find(|(other, _)| other == name)?;
        Some(value).filter(|value| !value.is_null())
    }

    /// Returns the value of an optional field, or `None` if it is invalid.
    #[expect(clippy::option_option, reason = "wrong and missing are different things")]
    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        read: impl Fn(&Value) -> Result<T, String>,
    ) -> Option<Option<T>> {
        match self.value(name).map(read) {
            None => Some(None),
            Some(Ok(value)) => Some(Some(value)),
            Some(Err(problem)) => {
                self.problems.push(format!("{name}: {problem}"));
                None
            }
        }
    }

    /// Returns the value of a required field, or `None` if it is invalid or missing.
    fn needed<T>(&mut self, name: &str, read: impl Fn(&Value) -> Result<T, String>) -> Option<T> {
        let missing = || Err("missing".to_owned());
        let value = self.value(name).map_or_else(missing, read);
        value.map_err(|problem| self.problems.push(format!("{name}: {problem}"))).ok()
    }
}

fn an_id(value: &Value) -> Result<String, String> {
    let id = value.as_str().filter(|id| is_id(id));
    id.map(str::to_owned).ok_or_else(|| format!("must be a text of 1 to {MAX_ID} characters"))
}

fn ids(value: &Value) -> Result<Vec<String>, String> {
    let wrong = || format!("must list 1 to {MAX_LISTED} ids");
    let listed = value.as_array().ok_or_else(wrong)?;
    if listed.is_empty() || listed.len() > MAX_LISTED {
        return Err(wrong());
    }
    listed.iter().map(|id| an_id(id).map_err(|problem| format!("each {problem}"))).collect()
}

fn nodes(value: &Value) -> Result<NodeCount, String> {
    let wrong = || {
        format!(
            "must be a whole number from 1 to {MAX_NODES}, or {{\"min\":n,\"max\":m}} with n at most m"
        )
    };
    let count = |value: &Value| whole(value, MAX_NODES);
    let (min, max) = match value {
        Value::Object(fields) if fields.len() == 2 => {
            (fields.get("min").and_then(count), fields.get("max").and_then(count))
        }
        one => (count(one), count(one)),
    };
    let (min, max) = min.zip(max).filter(|(min, max)| min <= max).ok_or_else(wrong)?;
    Ok(NodeCount { min, max })
}

/// Parses a whole number from 1 to `most`.
fn whole(value: &Value, most: u32) -> Option<u32> {
    let number = u32::try_from(value.as_u64()?).ok()?;
    (1..=most).contains(&number).then_some(number)
}

/// Returns the name and value of an object with exactly one field.
fn single(value: &Value) -> Option<(&str, &Value)> {
    let fields = value.as_object()?;
    let (name, value) = fields.iter().next()?;
    (fields.len() == 1).then_some((name.as_str(), value))
}

fn term(value: &Value) -> Result<Term, String> {
    let read = single(value).and_then(|(unit, count)| match unit {
        "hours" => whole(count, Term::MAX_HOURS).map(Term::Hours),
        "days" => whole(count, Term::MAX_DAYS).map(Term::Days),
        "months" => whole(count, Term::MAX_MONTHS).map(Term::Months),
        _ => None,
    });
    read.ok_or_else(|| {
        format!(
            "must be one of {{\"hours\":n}} (1 to {}), {{\"days\":n}} (1 to {}), {{\"months\":n}} (1 to {})",
            Term::MAX_HOURS,
            Term::MAX_DAYS,
            Term::MAX_MONTHS,
        )
    })
}

fn placement(value: &Value) -> Result<Placement, String> {
    let read = match (value.as_str(), single(value)) {
        (Some("any"), _) => Some(Placement::Any),
        (Some("one_leaf"), _) => Some(Placement::OneLeaf),
        (_, Some(("leaves", count))) => whole(count, MAX_NODES).map(Placement::Leaves),
        (_, Some(("segments_of", count))) => whole(count, MAX_NODES).map(Placement::SegmentsOf),
        _ => None,
    };
    read.ok_or_else(|| {
        format!(
            "must be one of \"any\", \"one_leaf\", {{\"leaves\":n}}, {{\"segments_of\":n}} (n from 1 to {MAX_NODES})"
        )
    })
}

/// Parses the minimum number of nodes of a part.
fn split_limit(value: &Value) -> Result<u32, String> {
    let read = single(value).and_then(|(name, count)| match name {
        "min_nodes" => whole(count, MAX_NODES),
        _ => None,
    });
    read.ok_or_else(|| format!("must be {{\"min_nodes\":n}} (n from 1 to {MAX_NODES})"))
}

fn class(value: &Value) -> Result<Class, String> {
    value.as_str().and_then(Class::from_id).ok_or_else(|| {
        let names = Class::ALL.map(|class| format!("\"{}\"", class.id()));
        format!("must be one of {}", names.join(", "))
    })
}

/// Parses the only layer that can be requested; the others follow from the file.
fn by_size(value: &Value) -> Result<bool, String> {
    match value.as_str() {
        Some("size") => Ok(true),
        _ => Err("must be \"size\", to leave published holds out, or not be there".to_owned()),
    }
}

pub(super) fn instant(value: &Value) -> Result<Instant, String> {
    let read = value.as_str().map_or(Err(TimeError::NotATime), Instant::parse);
    read.map_err(|error| match error {
        TimeError::NotATime => "must be a date such as \"2027-01-31\" (00:00 in Korea) or an \
            instant such as \"2027-01-31T09:00:00+09:00\""
            .to_owned(),
        TimeError::OutOfRange => {
            format!("must lie from {} to {}", Hour::EARLIEST, Hour::LATEST)
        }
    })
}

/// A request in the format that [`parse`] reads.
#[derive(Serialize)]
pub(super) struct RequestJson {
    pub(super) id: String,
    accelerators: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    blocks: Option<Vec<String>>,
    nodes: NodeCountJson,
    term: TermWritten,
    not_before: String,
    not_after: Option<String>,
    placement: PlacementWritten,
    #[serde(skip_serializing_if = "Option::is_none")]
    split: Option<Value>,
    class: &'static str,
    call: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) layer: Option<&'static str>,
}

#[derive(Serialize)]
struct NodeCountJson {
    min: u32,
    max: u32,
}

impl From<&Request> for RequestJson {
    fn from(request: &Request) -> Self {
        // Names every field, so that one which is added cannot be forgotten here.
        let Request {
            id,
            accelerators,
            blocks,
            nodes,
            term,
            not_before,
            not_after,
            placement,
            split,
            class,
            call,
        } = request;
        Self {
            id: id.clone(),
            accelerators: accelerators.clone(),
            blocks: blocks.clone(),
            nodes: NodeCountJson { min: nodes.min, max: nodes.max },
            term: (*term).into(),
            not_before: not_before.to_rfc3339(),
            not_after: not_after.map(Hour::to_rfc3339),
            placement: (*placement).into(),
            split: split.map(|nodes| json!({ "min_nodes": nodes })),
            class: class.id(),
            call: call.clone(),
            layer: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// Any request that can be read.
    fn requests() -> impl Strategy<Value = Request> {
        let id = || "\\PC{1,20}|[\"\\\\\u{0}\n가]{1,200}";
        let ids = move || vec(id(), 1..4);
        let hours = Hour::EARLIEST.number()..=Hour::LATEST.number();
        let start_and_end = (hours.clone(), option::of(hours)).prop_map(|(one, other)| {
            let until = other.filter(|other| *other != one);
            (Hour::new(until.map_or(one, |it| it.min(one))), until.map(|it| Hour::new(it.max(one))))
        });
        let nodes = (1..=MAX_NODES, 1..=MAX_NODES)
            .prop_map(|(one, other)| NodeCount { min: one.min(other), max: one.max(other) });
        let term = prop_oneof![
            (1..=Term::MAX_HOURS).prop_map(Term::Hours),
            (1..=Term::MAX_DAYS).prop_map(Term::Days),
            (1..=Term::MAX_MONTHS).prop_map(Term::Months),
        ];
        let placement = prop_oneof![
            Just(Placement::Any),
            Just(Placement::OneLeaf),
            (1..=MAX_NODES).prop_map(Placement::Leaves),
            (1..=MAX_NODES).prop_map(Placement::SegmentsOf),
        ];
        let amounts = (nodes, term, placement, option::of(1..=MAX_NODES));
        let names = (id(), ids(), option::of(ids()), select(&Class::ALL), option::of(id()));
        (names, amounts, start_and_end).prop_map(|(names, amounts, (not_before, not_after))| {
            let (id, accelerators, blocks, class, call) = names;
            let (nodes, term, placement, split) = amounts;
            Request {
                id,
                accelerators,
                blocks,
                nodes,
                term,
                not_before,
                not_after,
                placement,
                split,
                class,
                call,
            }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn a_request_comes_back_as_it_was_written(request in requests(), by_size: bool) {
            let mut written = RequestJson::from(&request);
            written.layer = by_size.then_some("size");
            let text = serde_json::to_string(&written).unwrap();
            prop_assert_eq!(parse(&text), Ok(RequestInScenario { request, by_size }));
        }
    }

    #[test]
    fn a_request_without_blocks_and_split_is_written_without_them() {
        let text = serde_json::to_string(&RequestJson::from(&with(&[]).unwrap())).unwrap();
        let wanted = r#"{"id":"a1","accelerators":["h200"],"nodes":{"min":32,"max":32},
            "term":{"hours":72},"not_before":"2027-01-01T00:00:00Z","not_after":null,
            "placement":"any","class":"industry","call":null}"#;
        assert_eq!(text, wanted.replace("\n            ", ""));
    }

    /// Parses a valid request with the fields of `with` (name and JSON value) replaced.
    fn with(overrides: &[(&str, &str)]) -> Result<Request, RequestJsonError> {
        asked(overrides).map(|asked| asked.request)
    }

    fn asked(overrides: &[(&str, &str)]) -> Result<RequestInScenario, RequestJsonError> {
        let mut fields = vec![
            ("id", r#""a1""#),
            ("accelerators", r#"["h200"]"#),
            ("nodes", "32"),
            ("term", r#"{"hours":72}"#),
            ("not_before", r#""2027-01-01T00:00:00Z""#),
        ];
        fields.retain(|(name, _)| !overrides.iter().any(|(other, _)| other == name));
        fields.extend(overrides.iter().copied().filter(|(_, value)| !value.is_empty()));
        let fields: Vec<String> =
            fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        parse(&format!("{{{}}}", fields.join(",")))
    }

    fn hour(text: &str) -> Hour {
        Instant::parse(text).unwrap().floor()
    }

    #[test]
    fn the_example_of_the_design() {
        let request = parse(
            r#"{"id":"a1","accelerators":["h200","b200"],"blocks":null,
                "nodes":{"min":32,"max":64},"term":{"months":3},
                "not_before":"2027-01-01T00:00:00Z","not_after":"2027-12-31",
                "placement":{"leaves":2},"split":{"min_nodes":8},"class":"academia","call":"25-1"}"#,
        );
        let wanted = Request {
            id: "a1".into(),
            accelerators: vec!["h200".into(), "b200".into()],
            blocks: None,
            nodes: NodeCount { min: 32, max: 64 },
            term: Term::Months(3),
            not_before: hour("2027-01-01T00:00:00Z"),
            not_after: Some(hour("2027-12-31")),
            placement: Placement::Leaves(2),
            split: Some(8),
            class: Class::Academia,
            call: Some("25-1".into()),
        };
        assert_eq!(request, Ok(RequestInScenario { request: wanted, by_size: false }));
    }

    #[test]
    fn published_holds_are_left_out_where_that_is_asked() {
        assert!(asked(&[("layer", r#""size""#)]).unwrap().by_size);
        assert!(!asked(&[("layer", "null")]).unwrap().by_size);
        for wrong in [r#""published""#, r#""Size""#, "true"] {
            let problems = asked(&[("layer", wrong)]).unwrap_err().problems;
            assert!(problems[0].starts_with("layer: must be \"size\""), "{problems:?}");
        }
    }

    #[test]
    fn what_may_be_missing() {
        let bare = with(&[]).unwrap();
        assert_eq!((&bare.blocks, bare.not_after, &bare.call), (&None, None, &None));
        assert_eq!((bare.placement, bare.class), (Placement::Any, Class::Industry));
        assert_eq!(bare.split, None);
        assert_eq!(bare.nodes, NodeCount::exactly(32));
        let nulls = with(&[
            ("blocks", "null"),
            ("not_after", "null"),
            ("placement", "null"),
            ("split", "null"),
            ("class", "null"),
            ("call", "null"),
        ]);
        assert_eq!(nulls, Ok(bare));
    }

    #[test]
    fn times_are_rounded_inward() {
        let request = with(&[
            ("not_before", r#""2027-01-01T00:00:01Z""#),
            ("not_after", r#""2027-02-01T00:59:59Z""#),
        ]);
        let request = request.unwrap();
        assert_eq!(request.not_before, hour("2027-01-01T01:00:00Z"));
        assert_eq!(request.not_after, Some(hour("2027-02-01T00:00:00Z")));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let long = format!("\"{}\"", "가".repeat(MAX_ID + 1));
        let cases = [
            ("id", "", "id: missing"),
            ("id", "7", "id: must be a text of 1 to 200 characters"),
            ("id", &long, "id: must be a text of 1 to 200 characters"),
            ("accelerators", "[]", "accelerators: must list 1 to 100 ids"),
            ("accelerators", r#""h200""#, "accelerators: must list 1 to 100 ids"),
            ("accelerators", "[1]", "accelerators: each must be a text of 1 to 200 characters"),
            ("blocks", "[]", "blocks: must list 1 to 100 ids"),
            ("nodes", "", "nodes: missing"),
            ("nodes", "null", "nodes: missing"),
            ("nodes", "0", "nodes: must be a whole number from 1 to 100000, or"),
            ("nodes", "100001", "nodes: must be"),
            ("nodes", "1.5", "nodes: must be"),
            ("nodes", "-1", "nodes: must be"),
            ("nodes", r#"{"min":2,"max":1}"#, "nodes: must be"),
            ("nodes", r#"{"min":2}"#, "nodes: must be"),
            ("nodes", r#"{"min":2,"max":3,"most":4}"#, "nodes: must be"),
            ("term", r#"{"hours":0}"#, "term: must be one of {\"hours\":n} (1 to 876600)"),
            ("term", r#"{"months":1201}"#, "term: must be"),
            ("term", r#"{"days":36526}"#, "term: must be"),
            ("term", r#"{"weeks":1}"#, "term: must be"),
            ("term", r#"{"hours":1,"days":1}"#, "term: must be"),
            ("term", "{}", "term: must be"),
            ("not_before", r#""tomorrow""#, "not_before: must be a date such as"),
            ("not_before", "1", "not_before: must be a date such as"),
            ("not_before", r#""1999-01-01""#, "not_before: must lie from 1999-12-31T15:00:00Z"),
            ("not_after", r#""2100-01-02""#, "not_after: must lie from"),
            ("not_after", r#""2027-01-01""#, "not_after: must be later than not_before"),
            ("placement", r#""somewhere""#, "placement: must be one of \"any\""),
            ("placement", r#"{"leaves":0}"#, "placement: must be"),
            ("placement", r#"{"segments_of":"8"}"#, "placement: must be"),
            ("class", r#""army""#, "class: must be one of \"industry\", \"youth_company\""),
            ("call", "25", "call: must be a text"),
        ];
        for (name, value, wanted) in cases {
            let refused = with(&[(name, value)]).unwrap_err();
            assert_eq!(refused.problems.len(), 1, "{name}: {value}");
            assert!(refused.problems[0].starts_with(wanted), "{name}: {value}: {refused}");
            assert_eq!(refused.id.is_some(), name != "id", "{name}: {value}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let refused = with(&[("nodes", "0"), ("term", "1"), ("class", "1")]).unwrap_err();
        assert_eq!(refused.problems.len(), 3);
        assert_eq!(refused.id.as_deref(), Some("a1"));
    }

    /// Neither an unknown nor a repeated name hides other problems.
    #[test]
    fn no_problem_hides_another() {
        let text = r#"{"id":"a1","node":3,"term":1,"call":"c","blocks":["b"],"call":"d","x":0}"#;
        let refused = parse(text).unwrap_err();
        let told: Vec<&str> =
            refused.problems.iter().map(|it| it.split([',', ':']).next().unwrap()).collect();
        let wanted = [
            "unknown field `node`",
            "duplicate field `call`",
            "unknown field `x`",
            "accelerators",
            "nodes",
            "term",
            "not_before",
        ];
        assert_eq!(told, wanted);
        assert_eq!((refused.id.as_deref(), refused.call.as_deref()), (Some("a1"), Some("c")));
        assert_eq!(refused.blocks, ["b"]);
        let many = (0..1_000).map(|number| format!("\"{number}\":0")).collect::<Vec<_>>().join(",");
        assert!(parse(&format!("{{{many}}}")).unwrap_err().problems.len() < 200);
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let refused = with(&[("node", "3")]).unwrap_err();
        assert!(refused.to_string().starts_with("unknown field `node`, expected one of `id`"));
        assert_eq!(refused.id.as_deref(), Some("a1"));
        let twice = parse(r#"{"id":"a","id":"b"}"#).unwrap_err();
        assert!(twice.to_string().starts_with("duplicate field `id`"));
        let list = format!("[{}]", ["null"; 10].join(","));
        for text in ["1", "\"a\"", "[]", "null", "true", &list] {
            assert_eq!(parse(text).unwrap_err().problems, ["not a JSON object"], "{text}");
        }
        let deep = format!("{{\"id\":{}", "[".repeat(10_000));
        let large = " ".repeat(MAX_BYTES + 1);
        for text in ["", "{", "{]", "nul", &deep] {
            let refused = parse(text).unwrap_err().to_string();
            assert!(refused.starts_with("not valid JSON: "), "{text}: {refused}");
        }
        assert!(parse(&large).unwrap_err().to_string().starts_with("longer than"));
    }
}

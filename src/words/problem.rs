//! What is wrong with a capacity file, in words.

use super::format::{self, date};
use super::lang::Lang;
use crate::model::{Done, Entry, Kind, Problem, RangesError, What};

/// A problem in words: where, what is wrong, and what was done or is to be done.
#[must_use]
pub fn text(problem: &Problem, lang: Lang) -> String {
    let what = what(&problem.what, lang);
    let done = done(problem, lang);
    [&problem.path, ": ", &what, " ", &done].concat()
}

fn what(what: &What, lang: Lang) -> String {
    let fixed = |ko, en| lang.pick(ko, en).to_owned();
    match what {
        What::TooLarge { bytes, most } => with(
            lang,
            "크기가 {}바이트로, 읽을 수 있는 {}바이트를 넘습니다.",
            "It has {} bytes, more than the {} that can be read.",
            &[&number(*bytes), &number(*most)],
        ),
        What::NotUtf8 { offset } => with(
            lang,
            "UTF-8로 쓴 글이 아닙니다(앞에서 {}바이트 뒤).",
            "It is not UTF-8 text (after {} bytes).",
            &[&number(*offset)],
        ),
        What::Truncated { line, column } => with(
            lang,
            "JSON이 {}행 {}열에서 끊겼습니다. 파일을 끝까지 받았는지 확인하세요.",
            "The JSON ends too early, at line {}, column {}. Check that the file is complete.",
            &[&number(*line), &number(*column)],
        ),
        What::NotJson { line, column } => with(
            lang,
            "JSON 문법에 맞지 않는 곳이 있습니다({}행 {}열).",
            "It is not valid JSON (line {}, column {}).",
            &[&number(*line), &number(*column)],
        ),
        What::TooDeep { most } => with(
            lang,
            "괄호가 너무 깊이 겹쳐 있습니다(최대 {}단계).",
            "Objects and lists are nested too deeply (at most {} levels).",
            &[&number(*most)],
        ),
        What::OtherVersion { found } => with(
            lang,
            "모르는 형식 버전입니다: {}. 이 페이지는 버전 1을 읽습니다.",
            "The format version {} is not known. This page reads version 1.",
            &[found],
        ),
        What::NotAValue => fixed(
            "값으로 읽을 수 없는 수나 글자가 있습니다(예: 1e400).",
            "It holds a number or a character that stands for no value, such as 1e400.",
        ),
        What::Missing => fixed("필요한 값이 없습니다.", "A needed value is missing."),
        What::WrongKind { wanted, found } => with(
            lang,
            "값의 종류가 다릅니다. 필요한 것: {}. 파일에 있는 것: {}.",
            "It should be {}, but is {}.",
            &[kind(*wanted, lang), kind(*found, lang)],
        ),
        What::UnknownField => fixed(
            "이 형식에 없는 항목입니다. 이름을 확인하세요.",
            "The format has no such field. Check its name.",
        ),
        What::RepeatedField => {
            fixed("같은 뜻의 항목이 두 번 나옵니다.", "The same thing is given twice.")
        }
        What::TooMany { found, most } => with(
            lang,
            "목록이 {}개로, 읽을 수 있는 {}개를 넘습니다.",
            "The list has {} entries, more than the {} that can be read.",
            &[&number(*found), &number(*most)],
        ),
        What::TooLong { bytes, most } => with(
            lang,
            "글이 {}바이트로, 한도인 {}바이트보다 깁니다.",
            "The text has {} bytes, more than the limit of {}.",
            &[&number(*bytes), &number(*most)],
        ),
        What::HiddenCharacters => fixed(
            "제어 문자나 글 방향을 바꾸는 문자가 들어 있습니다.",
            "It holds control characters or characters that change the writing direction.",
        ),
        What::BadId { found } => with(
            lang,
            "id로 쓸 수 없습니다: \"{}\". 띄어쓰기, 쉼표, 따옴표, 괄호 없이 64바이트까지 씁니다.",
            "\"{}\" cannot be an id: use up to 64 bytes without spaces, commas, quotes or brackets.",
            &[found],
        ),
        What::BadUrl { found } => with(
            lang,
            "http나 https 주소가 아닙니다: \"{}\".",
            "\"{}\" is not an http or https address.",
            &[found],
        ),
        What::BadAddress { found } => with(
            lang,
            "상대 경로나 http(s) 주소가 아닙니다: \"{}\".",
            "\"{}\" is neither a relative path nor an http or https address.",
            &[found],
        ),
        What::NotATime { found } => with(
            lang,
            "날짜나 시각이 아닙니다: \"{}\". 2027-01-31이나 2027-01-31T09:00:00+09:00처럼 씁니다.",
            "\"{}\" is not a date or time. Write 2027-01-31 or 2027-01-31T09:00:00+09:00.",
            &[found],
        ),
        What::TimeOutOfRange { found } => with(
            lang,
            "2000년부터 2099년까지의 시각이 아닙니다: \"{}\".",
            "\"{}\" is not within the years 2000 to 2099.",
            &[found],
        ),
        What::NotWhole { found } => {
            with(lang, "정수가 아닙니다: {}.", "{} is not a whole number.", &[found])
        }
        What::OutOfRange { found, least, most } => with(
            lang,
            "값이 {}입니다. {} 이상 {} 이하여야 합니다.",
            "{} is not from {} to {}.",
            &[found, &number(*least), &number(*most)],
        ),
        What::BadFigure { found, most } => with(
            lang,
            "값이 {}입니다. 0보다 크고 {} 이하여야 합니다.",
            "{} is not above 0 and at most {}.",
            &[found, &number(*most)],
        ),
        What::UnknownWord { found, known } => with(
            lang,
            "모르는 값입니다: \"{}\". 쓸 수 있는 값: {}.",
            "\"{}\" is not known here. Known are: {}.",
            &[found, &known.join(", ")],
        ),
        What::UnknownId { entry, id } => with(
            lang,
            "파일에 없는 {} id입니다: \"{}\".",
            "The file has no {} with the id \"{}\".",
            &[entry_name(*entry, lang), id],
        ),
        What::Duplicate { id } => {
            with(lang, "앞에 이미 있습니다: \"{}\".", "An earlier entry has \"{}\" already.", &[id])
        }
        What::NoBlocks => fixed(
            "쓸 수 있는 노드 블록이 하나도 없습니다.",
            "There is no node block that can be used.",
        ),
        What::HeldTooOften { most } => with(
            lang,
            "점유가 가리키는 노드를 겹친 것까지 모두 세면 {}대를 넘습니다. 겹치는 점유를 합치거나 오래된 점유를 빼고 다시 올려 주세요.",
            "All holds together name more than {} nodes, each counted as often as it is held. Merge holds that overlap, or leave out old ones.",
            &[&number(*most)],
        ),
        What::TooManyPieces { most } => with(
            lang,
            "점유가 너무 잘게 나뉘어 있거나 서로 겹칩니다(최대 {}조각). 이어지는 노드는 1-64처럼 범위로 쓰고, 겹치는 점유는 합쳐 주세요.",
            "Holds are cut into, or overlap in, more than {} pieces. Write neighbouring nodes as ranges such as 1-64, and merge holds that overlap.",
            &[&number(*most)],
        ),
        What::TooManyNodes { most } => with(
            lang,
            "이 블록까지 더하면 노드가 한도인 {}대를 넘습니다.",
            "With this block there are more nodes than the limit of {}.",
            &[&number(*most)],
        ),
        What::LeavesDoNotAddUp { sum, nodes } => with(
            lang,
            "리프의 합은 {}대인데 블록의 노드는 {}대입니다.",
            "The leaves add up to {} nodes, but the block has {}.",
            &[&number(*sum), &number(*nodes)],
        ),
        What::BadNodes(error) => ranges(error, lang),
        What::BeyondBlock { highest, nodes } => with(
            lang,
            "{}까지 적혀 있지만 블록의 노드는 {}대입니다.",
            "It goes up to {}, but the block has {} nodes.",
            &[&number(*highest), &number(*nodes)],
        ),
        What::EndNotAfterStart { from, until } => with(
            lang,
            "끝({})이 시작({})보다 늦지 않습니다.",
            "The end ({}) is not after the start ({}).",
            &[&date(*until, lang), &date(*from, lang)],
        ),
        What::OverBooked { other, nodes, from, until } => with(
            lang,
            "다른 점유 {}에서도 같은 노드를 같은 시간에 차지합니다(노드 {}, {} ~ {}).",
            "It holds the same nodes at the same time as {} (nodes {}, {} to {}).",
            &[other, &shortened(&nodes.to_string()), &date(*from, lang), &date(*until, lang)],
        ),
        What::OverFull { block, held, nodes, at } => with(
            lang,
            "블록 {}의 점유가 {}에 모두 {}대로, 블록의 노드 {}대를 넘습니다.",
            "The holds of block {} add up to more than it has: at {}, {} of {} nodes.",
            &[block, &date(*at, lang), &number(*held), &number(*nodes)],
        ),
        What::HoldsInNominal { holds } => with(
            lang,
            "점유를 모르는 자료(nominal)라고 적혀 있는데 점유가 {}건 있습니다.",
            "The file says that it knows no holds (nominal), but lists {}.",
            &[&number(*holds)],
        ),
        What::PublishedInComplete { holds } => with(
            lang,
            "점유를 모두 아는 자료(complete)라고 적혀 있는데 공개된 사실로 본 점유가 {}건 있습니다. published로 바꾸거나 그 점유의 published를 빼 주세요.",
            "The file says that it knows every hold (complete), but {} are published holds. Write published there, or leave published out of these holds.",
            &[&number(*holds)],
        ),
        What::NotPublished => fixed(
            "published가 true인 점유에만 쓰는 항목입니다.",
            "Only a hold with published: true has this field.",
        ),
        What::AnnouncedHasBlock => fixed(
            "발표만 된 가속기(announced)라고 적혀 있는데 노드 블록이 있습니다.",
            "The file says that this accelerator is only announced, but here is a block of it.",
        ),
        What::LeastAboveMost => fixed("최소가 최대보다 큽니다.", "The least is above the most."),
        What::PartAboveWhole { part, whole } => with(
            lang,
            "부분이 전체보다 큽니다: {} > {}.",
            "{} is more than the whole, {}.",
            &[&number(*part), &number(*whole)],
        ),
        What::More { count } => with(
            lang,
            "문제가 {}건 더 있습니다.",
            "There are {} more problems.",
            &[&number(*count)],
        ),
    }
}

fn done(problem: &Problem, lang: Lang) -> String {
    let fixed = |ko, en| lang.pick(ko, en).to_owned();
    match &problem.done {
        Done::Refused => fixed("파일을 읽지 않았습니다.", "The file was not read."),
        Done::Dropped => with(
            lang,
            "{} 전체를 빼고 읽었습니다.",
            "All of {} was left out.",
            &[entry_of(&problem.path)],
        ),
        Done::Ignored => fixed("이 값만 빼고 읽었습니다.", "Only this value was left out."),
        Done::Kept => {
            fixed("적힌 대로 읽었으니 확인하세요.", "It was read as it is: please check it.")
        }
        Done::Used(used) => with(lang, "대신 읽은 값: {}.", "It was read as {} instead.", &[used]),
        Done::Unbounded => fixed(
            "이쪽 끝이 정해지지 않은 것으로 읽었습니다.",
            "It was read as having no bound on this side.",
        ),
        Done::Replaced => fixed("그 문자들을 바꾸어 읽었습니다.", "They were replaced."),
        Done::Shortened => fixed("넘는 부분은 빼고 읽었습니다.", "The rest was left out."),
        Done::Added => fixed(
            "성능을 모르는 가속기로 추가했습니다.",
            "It was added as an accelerator of which no figures are known.",
        ),
        Done::Counted => fixed("하나씩 적지 않았습니다.", "They are not listed one by one."),
    }
}

/// The entry that holds the value at `path`: the path itself where it ends in an index.
fn entry_of(path: &str) -> &str {
    if path.ends_with(']') {
        return path;
    }
    path.rsplit_once('.').map_or(path, |(entry, _)| entry)
}

fn ranges(error: &RangesError, lang: Lang) -> String {
    match error {
        RangesError::Malformed(part) => with(
            lang,
            "노드 번호를 읽을 수 없습니다: \"{}\". 1-64,100처럼 씁니다.",
            "\"{}\" names no nodes. Write 1-64,100.",
            &[part],
        ),
        RangesError::Backwards(part) => with(
            lang,
            "노드 범위가 거꾸로입니다: \"{}\".",
            "The range \"{}\" runs backwards.",
            &[part],
        ),
        RangesError::Zero => lang
            .pick(
                "노드 번호는 1부터입니다. 0번 노드는 없습니다.",
                "Nodes are numbered from 1: there is no node 0.",
            )
            .to_owned(),
        RangesError::Empty => {
            lang.pick("노드가 적혀 있지 않습니다.", "It names no nodes.").to_owned()
        }
    }
}

const fn kind(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Null => lang.pick("빈 값(null)", "nothing (null)"),
        Kind::Flag => lang.pick("true 또는 false", "true or false"),
        Kind::Number => lang.pick("수", "a number"),
        Kind::Text => lang.pick("글", "a text"),
        Kind::List => lang.pick("목록", "a list"),
        Kind::Object => lang.pick("객체", "an object"),
        Kind::Texts => lang.pick("글 또는 ko와 en의 글", "a text, or texts for ko and en"),
        Kind::Nodes => {
            lang.pick("노드 범위(\"1-64\") 또는 노드 수", "ranges of nodes (\"1-64\") or a count")
        }
    }
}

const fn entry_name(entry: Entry, lang: Lang) -> &'static str {
    match entry {
        Entry::Source => lang.pick("출처", "source"),
        Entry::Accelerator => lang.pick("가속기", "accelerator"),
        Entry::Provider => lang.pick("참여 사업자", "provider"),
        Entry::Block => lang.pick("노드 블록", "node block"),
    }
}

/// A list of nodes that fits into a sentence.
fn shortened(nodes: &str) -> String {
    match nodes.match_indices(',').nth(7) {
        Some((end, _)) => [nodes.get(..end).unwrap_or(nodes), ",…"].concat(),
        None => nodes.to_owned(),
    }
}

fn number(number: impl TryInto<u64>) -> String {
    format::integer(number.try_into().unwrap_or(u64::MAX))
}

/// A sentence with its `{}` filled in, in order.
fn with(lang: Lang, ko: &str, en: &str, values: &[&str]) -> String {
    let mut text = String::new();
    let mut values = values.iter();
    for (index, part) in lang.pick(ko, en).split("{}").enumerate() {
        if index > 0 {
            text.push_str(values.next().copied().unwrap_or_default());
        }
        text.push_str(part);
    }
    text
}

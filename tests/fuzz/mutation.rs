//! Changes of an input that keep its form: JSON stays JSON, a query stays a query.

use serde_json::{Map, Value, json};

/// Words of all formats, and texts that readers trip over.
const WORDS: &str = include_str!("words.txt");

/// `bytes` with one to four changes; `None` where they have no form to keep.
pub fn changed(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    let text = core::str::from_utf8(bytes).ok()?;
    let mut random = Random(u64::from(seed) << 20 | 0x5_DEEC);
    let times = 1 + random.below(4);
    if !text.starts_with(['{', '[']) {
        return text.contains('=').then(|| query(text, times, &mut random).into_bytes());
    }
    // What follows a NUL is not JSON (the steps of a tab).
    let (first, rest) = text.split_at(text.find('\0').unwrap_or(text.len()));
    let mut value: Value = serde_json::from_str(first).ok()?;
    for _ in 0..times {
        let count = size(&value);
        let other = value_at(&mut value, random.below(count)).cloned();
        let target = value_at(&mut value, random.below(count))?;
        change(target, other.unwrap_or_default(), &mut random);
    }
    let mut text = value.to_string();
    if random.below(16) == 0 {
        text = twice(&text, &mut random);
    }
    Some((text + rest).into_bytes())
}

fn change(target: &mut Value, other: Value, random: &mut Random) {
    match random.below(8) {
        0 => *target = other,
        1 => *target = number(random),
        2 => *target = json!(word(random)),
        3 => *target = nested(random.below(140)),
        4 => {
            let text = target.as_str().unwrap_or("가").to_owned();
            *target = json!(repeated(&text, 400, random));
        }
        _ => match target {
            Value::Array(list) if random.below(2) == 0 => drop(list.pop()),
            Value::Array(list) => {
                let again = list.last().cloned().unwrap_or(other);
                list.extend(vec![again; 1 + random.below(3)]);
            }
            Value::Object(map) if random.below(2) == 0 => remove(map, random),
            Value::Object(map) => drop(map.insert(word(random).to_owned(), other)),
            _ => *target = other,
        },
    }
}

/// A text again and again; nothing near as long is ever taken as an input.
fn repeated(text: &str, most: usize, random: &mut Random) -> String {
    const LONGEST: usize = 100_000;
    let times = 1 + random.below(most);
    text.repeat(times.min(LONGEST / text.len().max(1)))
}

fn remove(map: &mut Map<String, Value>, random: &mut Random) {
    let at = random.below(map.len().max(1));
    let key = map.keys().nth(at).cloned();
    key.and_then(|key| map.remove(&key));
}

fn number(random: &mut Random) -> Value {
    let power = 1_u64 << random.below(64);
    match random.below(6) {
        0 => json!(power),
        1 => json!(power - 1),
        2 => json!(-(random.below(1_000_000) as i64)),
        3 => json!(10_f64.powi(random.below(620) as i32 - 310)),
        4 => json!(random.below(100_002)),
        _ => json!(random.below(40)),
    }
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(Value::Null, |inner, level| {
        if level % 2 == 0 { json!([inner]) } else { json!({ "a": inner }) }
    })
}

/// The text with one of its members again: a map cannot hold a key twice.
fn twice(text: &str, random: &mut Random) -> String {
    let starts: Vec<usize> = text.match_indices(",\"").map(|(at, _)| at).collect();
    let Some(&at) = starts.get(random.below(starts.len().max(1))) else { return text.to_owned() };
    let end = text[at + 1..].find([',', '}']).map_or(text.len(), |end| at + 1 + end);
    [&text[..end], &text[at..]].concat()
}

/// A query with some of its pairs doubled, dropped, or with another key or value.
fn query(text: &str, times: usize, random: &mut Random) -> String {
    let mut pairs: Vec<String> = text.split('&').map(str::to_owned).collect();
    for _ in 0..times {
        let at = random.below(pairs.len().max(1));
        let Some(pair) = pairs.get(at).cloned() else { break };
        let (key, value) = pair.split_once('=').unwrap_or((&pair, ""));
        match random.below(6) {
            0 => drop(pairs.remove(at)),
            1 => pairs.insert(at, pair),
            2 => pairs[at] = [word(random), "=", value].concat(),
            3 => pairs[at] = [key, "=", &number(random).to_string()].concat(),
            4 => pairs[at] = [key, "=", &repeated(value, 60, random)].concat(),
            _ => pairs[at] = [key, "=", word(random)].concat(),
        }
    }
    pairs.join("&")
}

fn word(random: &mut Random) -> &'static str {
    let count = WORDS.lines().count();
    WORDS.lines().nth(random.below(count)).unwrap_or_default()
}

/// How many values lie in a value, itself included.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(size).sum(),
        Value::Object(map) => map.values().map(size).sum::<usize>(),
        _ => 0,
    }
}

/// The value with this number, in the order of [`size`].
fn value_at(value: &mut Value, mut number: usize) -> Option<&mut Value> {
    if number == 0 {
        return Some(value);
    }
    number -= 1;
    let inside: Vec<&mut Value> = match value {
        Value::Array(list) => list.iter_mut().collect(),
        Value::Object(map) => map.values_mut().collect(),
        _ => Vec::new(),
    };
    for inner in inside {
        let size = size(inner);
        if number < size {
            return value_at(inner, number);
        }
        number -= size;
    }
    None
}

/// Xorshift: the same changes for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }
}

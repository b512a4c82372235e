//! Reading of JSON fields that collects all problems.

use serde_json::{Map, Value};

/// A JSON object, and the problems found in it so far.
pub(super) struct WorkloadReader<'a> {
    prefix: &'static str,
    pub(super) map: &'a Map<String, Value>,
    pub(super) problems: Vec<String>,
}

impl<'a> WorkloadReader<'a> {
    pub(super) const fn new(prefix: &'static str, map: &'a Map<String, Value>) -> Self {
        Self { prefix, map, problems: Vec::new() }
    }

    pub(super) fn wrong(&mut self, name: &str, problem: &str) {
        let prefix = self.prefix;
        self.problems.push(format!("{prefix}{name}: {problem}"));
    }

    /// Reports unknown names as problems: a misspelt field would be ignored silently.
    pub(super) fn only(&mut self, names: &[&str]) {
        let unknown: Vec<&String> =
            self.map.keys().filter(|name| !names.contains(&name.as_str())).collect();
        for name in unknown {
            self.wrong(name, &format!("unknown; known are {}", names.join(", ")));
        }
    }

    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn object(&mut self, name: &str) -> Option<&'a Map<String, Value>> {
        match self.value(name).map(Value::as_object) {
            Some(Some(map)) => Some(map),
            Some(None) => {
                self.wrong(name, "must be an object");
                None
            }
            None => {
                self.wrong(name, "missing");
                None
            }
        }
    }

    pub(super) fn maybe_text(&mut self, name: &str, most: usize) -> Option<String> {
        let value = self.value(name)?;
        let good = |text: &&str| !text.is_empty() && text.chars().count() <= most;
        let text = value.as_str().filter(good).map(str::to_owned);
        if text.is_none() {
            self.wrong(name, &format!("must be a text of 1 to {most} characters"));
        }
        text
    }

    pub(super) fn needed_text(&mut self, name: &str, most: usize) -> Option<String> {
        if self.value(name).is_none() {
            self.wrong(name, "missing");
        }
        self.maybe_text(name, most)
    }

    pub(super) fn maybe_list(&mut self, name: &str, most: usize) -> Option<Vec<String>> {
        let value = self.value(name)?;
        let list: Option<Vec<String>> = value
            .as_array()
            .filter(|list| (1..=most).contains(&list.len()))
            .map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        let wanted = value.as_array().map_or(0, Vec::len);
        let list = list.filter(|list| list.len() == wanted);
        if list.is_none() {
            self.wrong(name, &format!("must list 1 to {most} ids"));
        }
        list
    }

    /// Returns a number; its bounds are checked later, in one place for all kinds of input.
    pub(super) fn maybe_number(&mut self, name: &str) -> Option<f64> {
        let number = self.value(name)?.as_f64().filter(|number| number.is_finite());
        if number.is_none() {
            self.wrong(name, "must be a number");
        }
        number
    }

    pub(super) fn needed_number(&mut self, name: &str) -> f64 {
        if self.value(name).is_none() {
            self.wrong(name, "missing");
        }
        // A placeholder: the recorded problem refuses the workload.
        self.maybe_number(name).unwrap_or(1.0)
    }

    /// Parses the id of one of `all`.
    pub(super) fn maybe_one_of<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let value = self.value(name)?;
        let found = value.as_str().and_then(|text| all.iter().find(|it| id(**it) == text));
        if found.is_none() {
            let names: Vec<String> = all.iter().map(|it| format!("\"{}\"", id(*it))).collect();
            self.wrong(name, &format!("must be one of {}", names.join(", ")));
        }
        found.copied()
    }
}

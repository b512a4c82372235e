//! Reading of single fields, under the names that families give them.

use super::problem::{ConfigError, ConfigProblem};
use crate::sizing::arch::{Arch, AttentionWindow};
use crate::sizing::limits::BoundError;
use crate::sizing::remark::Remark;
use serde_json::{Map, Value};

/// Fields of a configuration, with the first problem found and remarks for the user.
pub(super) struct ConfigFields<'a> {
    prefix: String,
    map: &'a Map<String, Value>,
    /// Default numbers of the kind, for fields missing from its file.
    defaults: &'static [(&'static str, u32)],
    pub(super) problem: Option<ConfigProblem>,
    pub(super) remarks: Vec<Remark>,
}

pub(super) const HIDDEN: &[&str] = &["hidden_size", "n_embd", "d_model"];
pub(super) const LAYERS: &[&str] = &["num_hidden_layers", "n_layer", "n_layers", "num_layers"];
pub(super) const HEADS: &[&str] = &["num_attention_heads", "n_head", "n_heads"];
pub(super) const KV_HEADS: &[&str] =
    &["num_key_value_heads", "multi_query_group_num", "num_kv_heads"];
pub(super) const FFN: &[&str] = &["intermediate_size", "ffn_dim", "n_inner", "ffn_hidden_size"];
pub(super) const VOCAB: &[&str] = &["vocab_size", "padded_vocab_size"];

impl<'a> ConfigFields<'a> {
    pub(super) fn new(prefix: &str, map: &'a Map<String, Value>) -> Self {
        let prefix = prefix.to_owned();
        Self { prefix, map, defaults: &[], problem: None, remarks: Vec::new() }
    }

    /// Returns the same fields with defaults for those missing from the file.
    pub(super) fn with(self, defaults: &'static [(&'static str, u32)]) -> Self {
        Self { defaults, ..self }
    }

    /// Returns the path of a field.
    pub(super) fn path(&self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { [&self.prefix, ".", name].concat() }
    }

    pub(super) fn refuse(&mut self, name: &str, why: ConfigError) {
        // Only the first problem is kept: later ones may follow from the value taken in its place.
        if self.problem.is_none() {
            let problem = ConfigProblem::new(self.path(name), why).with_text(self.text(name));
            self.problem = Some(problem);
        }
    }

    /// Returns the value of a field, or `None` if it is missing or null.
    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.value(name)?.as_str()
    }

    /// Returns a flag, or `default` if it is missing or not a boolean.
    pub(super) fn flag(&self, name: &str, default: bool) -> bool {
        self.value(name).and_then(Value::as_bool).unwrap_or(default)
    }

    /// Returns the list under this name, or `None` if it is missing or empty.
    pub(super) fn list(&self, name: &str) -> Option<&'a [Value]> {
        self.value(name)?.as_array().map(Vec::as_slice).filter(|list| !list.is_empty())
    }

    /// Returns the class that loads the file: the first of `architectures`.
    pub(super) fn class(&self) -> Option<&'a str> {
        self.list("architectures")?.first()?.as_str()
    }

    /// Returns the fields of the object under this name.
    pub(super) fn inner(&self, name: &str) -> Option<ConfigFields<'a>> {
        let map = self.value(name)?.as_object()?;
        Some(ConfigFields::new(&self.path(name), map))
    }

    /// Returns the number under the first of these names that is present, or `None`.
    ///
    /// A value that is not a whole number is recorded as a problem and read as 1, so that reading
    /// goes on.
    pub(super) fn maybe(&mut self, names: &[&'static str]) -> Option<u32> {
        for name in names {
            let Some(value) = self.value(name) else { continue };
            let number = whole(value);
            if number.is_none() {
                self.refuse(name, ConfigError::NotANumber);
            }
            return number.or(Some(1));
        }
        None
    }

    /// Returns the number under one of these names, or the kind's default with a remark.
    ///
    /// A field with neither is recorded as a problem and read as 1.
    pub(super) fn number(&mut self, names: &[&'static str]) -> u32 {
        if let Some(found) = self.maybe(names) {
            return found;
        }
        let first = names.first().copied().unwrap_or_default();
        match self.defaults.iter().find(|(name, _)| *name == first) {
            Some((field, value)) => self.assume(field, *value),
            None => {
                self.refuse(first, ConfigError::Missing);
                1
            }
        }
    }

    /// Returns the number under this name, or `default` with a remark.
    pub(super) fn or_assume(&mut self, name: &'static str, default: u32) -> u32 {
        self.maybe(&[name]).unwrap_or_else(|| self.assume(name, default))
    }

    fn assume(&mut self, field: &'static str, value: u32) -> u32 {
        self.remarks.push(Remark::Assumed { field, value });
        value
    }

    /// Returns the number under this name, or `default` without a remark.
    pub(super) fn or(&mut self, name: &'static str, default: u32) -> u32 {
        self.maybe(&[name]).unwrap_or(default)
    }

    /// Returns the name of the first field that is set, not switched off, and contains one of
    /// `parts`.
    pub(super) fn name_with(&self, parts: &[&str]) -> Option<String> {
        let is_off = |value: &Value| matches!(value, Value::Null | Value::Bool(false));
        let tells = |name: &&String| parts.iter().any(|part| name.contains(part));
        let set = self.map.iter().filter(|(_, value)| !is_off(value)).map(|(name, _)| name);
        set.into_iter().find(tells).cloned()
    }

    /// Returns the length of a list, 0 if it is missing; saturates.
    pub(super) fn length(&self, name: &str) -> u32 {
        u32::try_from(self.list(name).map_or(0, <[Value]>::len)).unwrap_or(u32::MAX)
    }

    /// Returns the shape that almost all families share, with `tied` if the file does not say.
    pub(super) fn base(&mut self, tied: bool) -> Arch {
        let (hidden, layers, heads) =
            (self.number(HIDDEN), self.number(LAYERS), self.number(HEADS));
        let kv = self.maybe(KV_HEADS);
        let kv = kv.or_else(|| self.by_default("num_key_value_heads")).unwrap_or(heads);
        let ffn = self.maybe(FFN).or_else(|| self.by_default("intermediate_size"));
        let mut arch = Arch::dense(hidden, layers, heads, kv, 0, self.number(VOCAB));
        arch.ffn = ffn.unwrap_or(0);
        match self.maybe(&["head_dim"]).or_else(|| self.by_default("head_dim")) {
            Some(head_dim) => arch.head_dim = head_dim,
            None if heads > 0 && !hidden.is_multiple_of(heads) => {
                let why = BoundError::MustDivide("hidden_size");
                self.refuse("num_attention_heads", ConfigError::Bad(why));
            }
            None => {}
        }
        arch.tied = self.flag("tie_word_embeddings", tied);
        arch
    }

    /// Returns the default of the kind with a remark, or `None` if it has none.
    fn by_default(&mut self, name: &str) -> Option<u32> {
        let (field, value) = *self.defaults.iter().find(|(field, _)| *field == name)?;
        Some(self.assume(field, value))
    }

    /// Records a problem if the width of the feed-forward is missing.
    pub(super) fn needs_ffn(&mut self, arch: &Arch) {
        if arch.ffn == 0 {
            self.refuse("intermediate_size", ConfigError::Missing);
        }
    }

    /// Sets windows by the list of kinds of layers, if there is one.
    pub(super) fn windows(&mut self, arch: &mut Arch) {
        let Some(kinds) = self.value("layer_types").and_then(Value::as_array) else { return };
        let count_of = |wanted: &[&str]| {
            kinds.iter().filter_map(Value::as_str).filter(|kind| wanted.contains(kind)).count()
        };
        if count_of(&["full_attention", "sliding_attention", "chunked_attention"]) < kinds.len() {
            self.refuse("layer_types", ConfigError::NotATransformer);
        }
        let sliding = u32::try_from(count_of(&["sliding_attention", "chunked_attention"]));
        let sliding = sliding.unwrap_or(u32::MAX).min(arch.layers);
        arch.window = if sliding == 0 {
            None
        } else {
            let tokens = self.maybe(&["sliding_window", "attention_chunk_size"]);
            tokens.map(|tokens| AttentionWindow { tokens, layers: sliding })
        };
    }

    /// Gives all but one of every `pattern` layers a window, if the file has one.
    pub(super) fn all_but_one_of(&mut self, arch: &mut Arch, pattern: u32) {
        if let Some(tokens) = self.maybe(&["sliding_window"]) {
            let whole = arch.layers / pattern.max(1);
            let layers = arch.layers.saturating_sub(whole);
            arch.window = (layers > 0).then_some(AttentionWindow { tokens, layers });
        }
    }
}

/// Returns a number that is whole and not negative, written with a decimal point or without;
/// saturates.
fn whole(value: &Value) -> Option<u32> {
    if let Some(number) = value.as_u64() {
        return Some(u32::try_from(number).unwrap_or(u32::MAX));
    }
    let number = value.as_f64().filter(|it| *it >= 0.0 && it.fract() == 0.0)?;
    Some(crate::sizing::band::whole(number))
}

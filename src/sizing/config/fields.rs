//! Reading of single fields, under the names that families give them.

use super::problem::{ConfigProblem, ConfigWhy};
use crate::sizing::arch::{Arch, Window};
use serde_json::{Map, Value};

/// The fields of a configuration, and the first problem with them.
pub(super) struct Fields<'a> {
    prefix: &'static str,
    map: &'a Map<String, Value>,
    pub(super) problem: Option<ConfigProblem>,
}

pub(super) const HIDDEN: &[&str] = &["hidden_size", "n_embd", "d_model"];
pub(super) const LAYERS: &[&str] = &["num_hidden_layers", "n_layer", "n_layers", "num_layers"];
pub(super) const HEADS: &[&str] = &["num_attention_heads", "n_head", "n_heads"];
pub(super) const KV_HEADS: &[&str] =
    &["num_key_value_heads", "multi_query_group_num", "num_kv_heads"];
pub(super) const FFN: &[&str] = &["intermediate_size", "ffn_dim", "n_inner", "ffn_hidden_size"];
pub(super) const VOCAB: &[&str] = &["padded_vocab_size", "vocab_size"];

impl<'a> Fields<'a> {
    pub(super) fn new(prefix: &'static str, map: &'a Map<String, Value>) -> Self {
        Self { prefix, map, problem: None }
    }

    /// The path of a field.
    pub(super) fn path(&self, name: &str) -> String {
        if self.prefix.is_empty() { name.to_owned() } else { format!("{}.{name}", self.prefix) }
    }

    pub(super) fn refuse(&mut self, name: &str, why: ConfigWhy) {
        if self.problem.is_none() {
            self.problem = Some(ConfigProblem { path: self.path(name), why });
        }
    }

    fn value(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.value(name)?.as_str()
    }

    /// A flag; where it is missing or no flag, `default`.
    pub(super) fn flag(&self, name: &str, default: bool) -> bool {
        self.value(name).and_then(Value::as_bool).unwrap_or(default)
    }

    /// The number under one of these names, or `None`; a problem where it is no number.
    pub(super) fn maybe(&mut self, names: &[&'static str]) -> Option<u32> {
        for name in names {
            let Some(value) = self.value(name) else { continue };
            let number = value.as_u64().map(|it| u32::try_from(it).unwrap_or(u32::MAX));
            if number.is_none() {
                self.refuse(name, ConfigWhy::NotANumber);
            }
            return number.or(Some(1));
        }
        None
    }

    /// The number under one of these names; a problem where there is none.
    pub(super) fn number(&mut self, names: &[&'static str]) -> u32 {
        let found = self.maybe(names);
        if found.is_none() {
            self.refuse(names.first().copied().unwrap_or_default(), ConfigWhy::Missing);
        }
        found.unwrap_or(1)
    }

    /// The number under this name, or `default`.
    pub(super) fn or(&mut self, name: &'static str, default: u32) -> u32 {
        self.maybe(&[name]).unwrap_or(default)
    }

    /// The length of a list.
    pub(super) fn length(&self, name: &str) -> u32 {
        let length = self.value(name).and_then(Value::as_array).map_or(0, Vec::len);
        u32::try_from(length).unwrap_or(u32::MAX)
    }

    /// The shape that almost all families share; `tied` where the file does not say.
    pub(super) fn base(&mut self, tied: bool) -> Arch {
        let (hidden, layers, heads) =
            (self.number(HIDDEN), self.number(LAYERS), self.number(HEADS));
        let kv = self.maybe(KV_HEADS).unwrap_or(heads);
        let ffn = self.maybe(FFN);
        let mut arch = Arch::dense(hidden, layers, heads, kv, 0, self.number(VOCAB));
        arch.ffn = ffn.unwrap_or(0);
        match self.maybe(&["head_dim"]) {
            Some(head_dim) => arch.head_dim = head_dim,
            None if heads > 0 && !hidden.is_multiple_of(heads) => {
                let why = crate::sizing::limits::BadWhy::MustDivide("hidden_size");
                self.refuse("num_attention_heads", ConfigWhy::Bad(why));
            }
            None => {}
        }
        arch.tied = self.flag("tie_word_embeddings", tied);
        arch
    }

    /// The width of the feed-forward, which must be there.
    pub(super) fn needs_ffn(&mut self, arch: &Arch) {
        if arch.ffn == 0 {
            self.refuse("intermediate_size", ConfigWhy::Missing);
        }
    }

    /// Windows by the list of kinds of layers, where there is one.
    pub(super) fn windows(&mut self, arch: &mut Arch) {
        let Some(kinds) = self.value("layer_types").and_then(Value::as_array) else { return };
        let of = |wanted: &[&str]| {
            kinds.iter().filter_map(Value::as_str).filter(|kind| wanted.contains(kind)).count()
        };
        if of(&["full_attention", "sliding_attention", "chunked_attention"]) < kinds.len() {
            self.refuse("layer_types", ConfigWhy::NotATransformer);
        }
        let sliding = u32::try_from(of(&["sliding_attention", "chunked_attention"]));
        let sliding = sliding.unwrap_or(u32::MAX).min(arch.layers);
        arch.window = if sliding == 0 {
            None
        } else {
            let tokens = self.maybe(&["sliding_window", "attention_chunk_size"]);
            tokens.map(|tokens| Window { tokens, layers: sliding })
        };
    }

    /// Of every `pattern` layers all but one look back over a window.
    pub(super) fn all_but_one_of(&mut self, arch: &mut Arch, pattern: u32) {
        if let Some(tokens) = self.maybe(&["sliding_window"]) {
            let whole = arch.layers / pattern.max(1);
            let layers = arch.layers.saturating_sub(whole);
            arch.window = (layers > 0).then_some(Window { tokens, layers });
        }
    }
}

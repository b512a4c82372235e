//! Output head of a model, by the class that its file names.

use super::fields::ConfigFields;
use crate::sizing::network::{Network, OutputHead};
use crate::sizing::remark::Remark;
use serde_json::Value;

/// Sets the head of the first of `architectures`.
///
/// Classifiers and reward models have labels in place of a table, a bare model has no head. Without
/// the field, the model makes text.
pub(super) fn set(network: &mut Network, outer: &mut ConfigFields<'_>) {
    let class = outer.class().unwrap_or_default();
    let is_encoder = !network.is_causal();
    let ends = |end: &str| class.ends_with(end);
    let has_pooler = matches!(network.head, OutputHead::Pooled(_));
    let head = if ends("ForSequenceClassification") {
        let labels = labels(outer, 2);
        if has_pooler { OutputHead::Pooled(labels) } else { OutputHead::Labels(labels) }
    } else if ends("ForTokenClassification") || ends("ForImageClassification") {
        OutputHead::Labels(labels(outer, 2))
    } else if ends("RewardModel") {
        OutputHead::Labels(labels(outer, 1))
    } else if ends("ForMaskedLM") || ends("ForPreTraining") {
        OutputHead::Tied
    } else if ends("Model") && !class.contains("LMHead") && !is_encoder {
        // Code that comes with the file may load the same weights with a table for the output.
        let makes_text =
            outer.inner("auto_map").is_some_and(|it| it.value("AutoModelForCausalLM").is_some());
        if makes_text { return } else { OutputHead::None }
    } else {
        return;
    };
    network.head_bias = matches!(head, OutputHead::Labels(_) | OutputHead::Pooled(_)) && is_encoder;
    if let (false, OutputHead::Labels(labels)) = (is_encoder, head) {
        outer.remarks.push(Remark::NoOutputTable { labels });
    }
    if head == OutputHead::None {
        outer.remarks.push(Remark::NoOutputTable { labels: 0 });
    }
    network.head = head;
}

/// Returns the number of labels: as given, else as listed, else `usual`.
fn labels(outer: &mut ConfigFields<'_>, usual: u32) -> u32 {
    let listed = outer.value("id2label").and_then(Value::as_object).map(serde_json::Map::len);
    let listed = listed.and_then(|count| u32::try_from(count).ok()).filter(|count| *count > 0);
    outer.maybe(&["num_labels"]).or(listed).unwrap_or(usual)
}

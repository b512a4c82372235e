//! Detection of the kind of a text by its content.

use core::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Maximum number of bytes of a list that are inspected.
const HEAD_BYTES: usize = 16 * 1024;

/// Kind of a file that may be imported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportKind {
    /// A capacity file, which needs no import.
    Capacity,
    /// `scontrol show nodes --json`.
    SlurmNodes,
    /// `scontrol show reservations --json`.
    SlurmReservations,
    /// `squeue --json`.
    SlurmJobs,
    /// `kubectl get nodes -o json`.
    KubernetesNodes,
    /// `kubectl get pods -A -o json`.
    KubernetesPods,
    /// A table: CSV, or cells copied from a spreadsheet.
    Table,
    /// Unknown JSON, JSON that ends too early to tell, or an empty text.
    Unknown,
}

/// Detects the kind of a text.
///
/// Only field names and the beginnings of lists are inspected, so a text may be of a kind and
/// still not be readable.
#[must_use]
pub fn recognise(text: &str) -> ImportKind {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    if text.starts_with('{') {
        let mut json = serde_json::Deserializer::from_str(text);
        return json.deserialize_map(KindProbe).unwrap_or(ImportKind::Unknown);
    }
    let first = text.lines().next().unwrap_or_default();
    // A JSON list or a web page may contain commas too.
    let is_table = !text.starts_with(['[', '<']) && first.contains([',', ';', '\t']);
    if is_table { ImportKind::Table } else { ImportKind::Unknown }
}

/// Visitor that detects the kind of an object by the first of its fields that gives it away.
struct KindProbe;

impl<'de> Visitor<'de> for KindProbe {
    type Value = ImportKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ImportKind, A::Error> {
        let (mut kind, mut items) = (ImportKind::Unknown, ImportKind::Unknown);
        while let Some((key, raw)) = map.next_entry::<String, &'de RawValue>()? {
            let value = raw.get();
            let is_list = value.starts_with('[');
            let found = match key.as_str() {
                "schema" if value.starts_with(|c: char| c.is_ascii_digit()) => ImportKind::Capacity,
                "nodes" if is_list => ImportKind::SlurmNodes,
                "reservations" if is_list => ImportKind::SlurmReservations,
                "jobs" if is_list => ImportKind::SlurmJobs,
                "kind" if value == "\"NodeList\"" => ImportKind::KubernetesNodes,
                "kind" if value == "\"PodList\"" => ImportKind::KubernetesPods,
                "items" if is_list => {
                    // Weaker evidence: used only if no other field gives the kind.
                    items = of_items(value);
                    continue;
                }
                _ => continue,
            };
            if kind == ImportKind::Unknown {
                kind = found;
            }
        }
        Ok(if kind == ImportKind::Unknown { items } else { kind })
    }
}

/// Detects the kind of Kubernetes entries by the beginning of their list.
fn of_items(list: &str) -> ImportKind {
    let end = list.floor_char_boundary(HEAD_BYTES.min(list.len()));
    // Without white space, so that the search works for any layout of the JSON.
    let plain: String = list.get(..end).unwrap_or_default().split_whitespace().collect();
    let offset_of = |name: &str| plain.find(name).unwrap_or(usize::MAX);
    let (node, pod) = (offset_of("\"kind\":\"Node\""), offset_of("\"kind\":\"Pod\""));
    match (node, pod) {
        (usize::MAX, usize::MAX) => ImportKind::Unknown,
        _ if node < pod => ImportKind::KubernetesNodes,
        _ => ImportKind::KubernetesPods,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_by_their_content() {
        for (text, wanted) in [
            ("{\"schema\":1,\"blocks\":[]}", ImportKind::Capacity),
            ("\u{feff} {\"nodes\": [], \"meta\": {}}", ImportKind::SlurmNodes),
            ("{\"meta\":{},\"reservations\":[]}", ImportKind::SlurmReservations),
            ("{\"jobs\":[]}", ImportKind::SlurmJobs),
            ("{\"kind\":\"List\",\"items\":[{\"kind\" : \"Node\"}]}", ImportKind::KubernetesNodes),
            ("{\"items\":[{\"kind\":\"Pod\"}],\"kind\":\"List\"}", ImportKind::KubernetesPods),
            ("{\"items\":[],\"kind\":\"PodList\"}", ImportKind::KubernetesPods),
            ("block,accelerator,nodes\n", ImportKind::Table),
            ("블록\t가속기\t노드 수\n", ImportKind::Table),
            ("{\"nodes\":", ImportKind::Unknown),
            ("{\"partitions\":[]}", ImportKind::Unknown),
            ("<html>a,b", ImportKind::Unknown),
            ("", ImportKind::Unknown),
        ] {
            assert_eq!(recognise(text), wanted, "{text}");
        }
    }
}

//! What a text is, by its content.

use core::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The most bytes of a list that are looked at.
const HEAD_BYTES: usize = 16 * 1024;

/// What may be imported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImportKind {
    /// A capacity file: it needs no import.
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
    /// A table: CSV, or cells of a spreadsheet.
    Table,
    /// JSON of none of these kinds, or that ends too early to tell; or nothing at all.
    Unknown,
}

/// What a text is. Only names of fields and beginnings of lists are looked at, so that a text may be
/// of a kind and yet not be readable.
#[must_use]
pub fn recognise(text: &str) -> ImportKind {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    if text.starts_with('{') {
        let mut json = serde_json::Deserializer::from_str(text);
        return json.deserialize_map(KindProbe).unwrap_or(ImportKind::Unknown);
    }
    let first = text.lines().next().unwrap_or_default();
    let is_table = !text.starts_with(['[', '<']) && first.contains([',', ';', '\t']);
    if is_table { ImportKind::Table } else { ImportKind::Unknown }
}

/// Looks at the names of an object's fields, and ends at the first that tells its kind.
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

/// What the entries of a list of Kubernetes are, by the beginning of the list.
fn of_items(list: &str) -> ImportKind {
    let end = list.floor_char_boundary(HEAD_BYTES.min(list.len()));
    let plain: String = list.get(..end).unwrap_or_default().split_whitespace().collect();
    let place = |name: &str| plain.find(name).unwrap_or(usize::MAX);
    let (node, pod) = (place("\"kind\":\"Node\""), place("\"kind\":\"Pod\""));
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

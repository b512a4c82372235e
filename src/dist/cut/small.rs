//! Selection of the chunks that are too small for a file of their own.
use super::loader::Needs;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// Minimum size of a file in bytes of brotli; below that a request costs more than the bytes
/// themselves.
pub const LEAST: usize = 4_000;

/// Chunk to be joined to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Join {
    /// File of the chunk.
    pub chunk: String,
    /// File that it is joined to.
    pub into: String,
}

/// Returns the joins of the shared chunks that weigh less than [`LEAST`], in the order in which
/// they have to be made.
///
/// Greedy: a chunk is joined to one that is fetched wherever it is needed itself; of several, to
/// the one that the fewest split points fetch, and then to the largest. So no split point fetches
/// more files than before, and a chunk without such a partner stays as it is.
///
/// ```text
/// a needs x, y; b needs x, y; c needs y; x is small
/// → x is joined to y, which is fetched wherever x is
/// ```
pub fn joins(needs: &Needs, weigh: impl Fn(&str) -> usize) -> Vec<Join> {
    let mut shared: Vec<(&str, BTreeSet<&str>)> = Vec::new();
    for file in needs.values().flatten() {
        let needing = needs.iter().filter(|(_, files)| files.contains(file));
        let needing: BTreeSet<&str> = needing.map(|(name, _)| name.as_str()).collect();
        if needing.len() > 1 && !shared.iter().any(|(other, _)| other == file) {
            shared.push((file, needing));
        }
    }
    // Ascending, because a chunk that others were joined to may still be small and has to be joined
    // after them.
    shared.sort_by_key(|(file, needing)| (needing.len(), *file));
    let mut weights: BTreeMap<&str, usize> =
        shared.iter().map(|(file, _)| (*file, weigh(file))).collect();
    let mut joins = Vec::new();
    for (chunk, needing) in &shared {
        let weight = weights.get(chunk).copied().unwrap_or_default();
        let others = shared.iter().filter(|(_, other)| other.len() > needing.len());
        let into = others.filter(|(_, other)| other.is_superset(needing));
        let into = into.min_by_key(|(file, other)| (other.len(), Reverse(weights.get(file))));
        if let (true, Some((into, _))) = (weight < LEAST, into) {
            *weights.entry(into).or_default() += weight;
            joins.push(Join { chunk: (*chunk).to_owned(), into: (*into).to_owned() });
        }
    }
    joins
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(of: &[(&str, &[&str])]) -> Needs {
        let files = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect();
        of.iter().map(|(name, needed)| ((*name).to_owned(), files(needed))).collect()
    }

    /// Returns the joins if chunks with a digit in the name weigh that many kilobytes, and others a
    /// hundred.
    fn joined(of: &[(&str, &[&str])]) -> Vec<String> {
        let weigh = |file: &str| {
            let digit = file.chars().find_map(|char| char.to_digit(10));
            digit.map_or(100, |kilobytes| kilobytes as usize) * 1_000
        };
        let joins = joins(&needs(of), weigh);
        joins.into_iter().map(|Join { chunk, into }| format!("{chunk} into {into}")).collect()
    }

    #[test]
    fn a_small_piece_goes_where_all_who_need_it_fetch_another() {
        let page: &[(&str, &[&str])] = &[
            ("fit", &["fit", "fit+pictures", "all5", "fit+size"]),
            ("pictures", &["pictures", "fit+pictures", "all5", "pictures+size1"]),
            ("size", &["size", "all5", "fit+size", "pictures+size1"]),
        ];
        assert_eq!(joined(page), ["pictures+size1 into all5"]);
    }

    #[test]
    fn a_piece_of_four_kilobytes_one_of_its_own_and_one_without_company_stay() {
        for page in [
            [("a", ["a+b4", "all"].as_slice()), ("b", &["a+b4", "all"]), ("c", &["all"])],
            [("a", ["a1", "all"].as_slice()), ("b", &["all"]), ("c", &["all"])],
            [("a", ["a+b1"].as_slice()), ("b", &["a+b1", "b+c"]), ("c", &["b+c"])],
            [("a", ["all1"].as_slice()), ("b", &["all1"]), ("c", &["all1"])],
        ] {
            assert_eq!(joined(&page), [""; 0], "{page:?}");
        }
    }

    #[test]
    fn of_several_the_one_that_fewest_others_fetch_takes_it_and_then_the_largest() {
        let page: &[(&str, &[&str])] = &[
            ("a", &["ab1", "abc7", "abd8", "abcd9"]),
            ("b", &["ab1", "abc7", "abd8", "abcd9"]),
            ("c", &["abc7", "abcd9"]),
            ("d", &["abd8", "abcd9"]),
        ];
        assert_eq!(joined(page), ["ab1 into abd8"]);
    }

    #[test]
    fn a_small_piece_that_takes_one_goes_on_after_it() {
        let page: &[(&str, &[&str])] = &[
            ("a", &["ab1", "abc2", "abcd9"]),
            ("b", &["ab1", "abc2", "abcd9"]),
            ("c", &["abc2", "abcd9"]),
            ("d", &["abcd9"]),
        ];
        assert_eq!(joined(page), ["ab1 into abc2", "abc2 into abcd9"]);
        // Except if it is no longer small.
        let page: &[(&str, &[&str])] = &[
            ("a", &["ab3", "abc2", "abcd9"]),
            ("b", &["ab3", "abc2", "abcd9"]),
            ("c", &["abc2", "abcd9"]),
            ("d", &["abcd9"]),
        ];
        assert_eq!(joined(page), ["ab3 into abc2"]);
    }
}

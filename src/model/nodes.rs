//! Sets of node numbers, in the notation `"1-64,100"`.

use core::fmt;

use super::order;

/// The nodes `first..=last`, numbered from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct NodeRange {
    /// First node, from 1.
    pub first: u32,
    /// Last node, included; not before `first`.
    pub last: u32,
}

impl NodeRange {
    /// Returns the number of nodes in the range.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.last - self.first + 1
    }
}

/// A set of nodes as ascending ranges that neither overlap nor touch.
///
/// The form is canonical: equal sets are equal values, however they were written.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct NodeRanges(Vec<NodeRange>);

/// Reason why a text is not a set of nodes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RangesError {
    /// Part that is not of the form `1-64` or `100`.
    Malformed(String),
    /// Part whose range is backwards, as in `9-3`.
    Backwards(String),
    /// Node 0, although nodes are numbered from 1.
    Zero,
    /// Text without any node.
    Empty,
}

impl NodeRanges {
    /// Parses comma-separated numbers and ranges, in any order, with spaces allowed.
    ///
    /// # Errors
    /// [`RangesError`] with the first part that is wrong.
    pub fn parse(text: &str) -> Result<Self, RangesError> {
        if text.trim().is_empty() {
            return Err(RangesError::Empty);
        }
        let mut ranges = Vec::new();
        for part in text.split(',') {
            let part = part.trim();
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let (Some(first), Some(last)) = (number(first), number(last)) else {
                return Err(RangesError::Malformed(part.to_owned()));
            };
            if first == 0 {
                return Err(RangesError::Zero);
            }
            if first > last {
                return Err(RangesError::Backwards(part.to_owned()));
            }
            ranges.push(NodeRange { first, last });
        }
        Ok(Self::from_ranges(ranges))
    }

    /// Returns the set of all nodes in `ranges`, ignoring ranges that are backwards or include node
    /// 0.
    #[must_use]
    pub fn from_ranges(ranges: Vec<NodeRange>) -> Self {
        let right =
            ranges.into_iter().filter(|range| range.first >= 1 && range.first <= range.last);
        let ranges = order::sorted(right.map(|range| order::pack(range.first, range.last)));
        let mut merged: Vec<NodeRange> = Vec::with_capacity(ranges.len());
        for (first, last) in ranges.into_iter().map(order::unpack) {
            let range = NodeRange { first, last };
            match merged.last_mut() {
                // Touching ranges are merged too, so that equal sets have one form; the last node
                // may be `u32::MAX`.
                Some(last) if range.first <= last.last.saturating_add(1) => {
                    last.last = last.last.max(range.last);
                }
                _ => merged.push(range),
            }
        }
        Self(merged)
    }

    /// Returns the set of single `nodes`.
    #[must_use]
    pub fn from_nodes(nodes: impl IntoIterator<Item = u32>) -> Self {
        Self::from_ranges(
            nodes.into_iter().map(|node| NodeRange { first: node, last: node }).collect(),
        )
    }

    /// Returns the ranges, ascending.
    #[must_use]
    pub fn ranges(&self) -> &[NodeRange] {
        &self.0
    }

    /// Returns the number of nodes; saturates.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.0.iter().fold(0, |sum: u32, range| sum.saturating_add(range.count()))
    }

    /// Returns the highest node, or `None` for the empty set.
    #[must_use]
    pub fn highest(&self) -> Option<u32> {
        self.0.last().map(|range| range.last)
    }

    /// Returns the nodes of this set that lie in `1..=nodes`.
    #[must_use]
    pub fn within(&self, nodes: u32) -> Self {
        Self(
            self.0
                .iter()
                .filter(|range| range.first <= nodes)
                .map(|range| NodeRange { first: range.first, last: range.last.min(nodes) })
                .collect(),
        )
    }

    /// Returns the nodes of this set that are not in `other`.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left = Vec::with_capacity(self.0.len() + other.0.len());
        let mut gone = other.0.iter().copied().peekable();
        for range in &self.0 {
            let mut first = range.first;
            while gone.next_if(|gone| gone.last < first).is_some() {}
            while let Some(cut) = gone.peek().filter(|cut| cut.first <= range.last) {
                if first < cut.first {
                    left.push(NodeRange { first, last: cut.first - 1 });
                }
                first = first.max(cut.last.saturating_add(1));
                // A cut that goes beyond this range may also affect the next range, so it is not
                // consumed.
                if cut.last > range.last {
                    break;
                }
                gone.next();
            }
            if first <= range.last {
                left.push(NodeRange { first, last: range.last });
            }
        }
        Self(left)
    }

    /// Returns `true` if there is no node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Parses a plain decimal number: no sign, no inner space, at most ten digits.
fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    // Checked by hand, because `parse` would accept a sign (`+1`).
    let plain = !text.is_empty() && text.len() <= 10 && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

impl fmt::Display for NodeRanges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, range) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            if range.first == range.last {
                write!(f, "{}", range.first)?;
            } else {
                write!(f, "{}-{}", range.first, range.last)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_sets_are_equal_however_written() {
        let ranges = NodeRanges::parse(" 100, 1-32,33-64 ,50").unwrap();
        assert_eq!(ranges.to_string(), "1-64,100");
        assert_eq!(ranges, NodeRanges::parse("1-64,100").unwrap());
        assert_eq!(ranges.count(), 65);
        assert_eq!(ranges.within(40).to_string(), "1-40");
    }

    #[test]
    fn what_is_taken_away_leaves_ranges() {
        let cases = [
            ("1-9", "3-4,9", "1-2,5-8"),
            ("1-9", "1-9", ""),
            ("3-5,8-9", "1-2,6-7,10", "3-5,8-9"),
            ("1-3,5-7,9", "2-6,9-20", "1,7"),
            ("1-3,5-7", "3-5", "1-2,6-7"),
        ];
        for (all, gone, left) in cases {
            let [all, gone] = [all, gone].map(|text| NodeRanges::parse(text).unwrap());
            assert_eq!(all.without(&gone).to_string(), left, "{all} without {gone}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let cases = [
            ("", RangesError::Empty),
            ("1-", RangesError::Malformed("1-".into())),
            ("+1", RangesError::Malformed("+1".into())),
            ("1,,2", RangesError::Malformed(String::new())),
            ("99999999999", RangesError::Malformed("99999999999".into())),
            ("9-3", RangesError::Backwards("9-3".into())),
            ("0-3", RangesError::Zero),
        ];
        for (text, error) in cases {
            assert_eq!(NodeRanges::parse(text), Err(error), "{text:?}");
        }
        let all = NodeRanges::parse("1-4294967295,4294967295").unwrap();
        assert_eq!(all.count(), u32::MAX);
    }
}

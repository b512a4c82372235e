//! The scale of nodes or terms, from the bottom of the picture upward.

use crate::model::{NodeCount, Term};
use crate::words::catalogue::{fit, pictures as words};
use crate::words::table::Value;
use crate::words::{Lang, format};

/// Height of the picture.
pub const HEIGHT: u32 = 240;
/// Height units per doubling of nodes.
const DOUBLING: u32 = 1_024;
/// Height of the first node, so that none at all looks different from one.
const FIRST: u32 = DOUBLING;

/// Scale of the vertical axis.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum HeightScale {
    /// Nodes from 1 to this number, on a logarithmic scale: blocks have hundreds of nodes, and most
    /// requests a few.
    Nodes(u32),
    /// These terms, the shortest first, equally spaced.
    Terms(Vec<Term>),
}

/// Returns the height of a number of nodes: its base-2 logarithm, interpolated linearly between
/// powers of two.
fn height(nodes: u32) -> u32 {
    let Some(power) = nodes.checked_ilog2() else { return 0 };
    let rest = (u64::from(nodes - (1 << power)) * u64::from(DOUBLING)) >> power;
    FIRST + power * DOUBLING + rest as u32
}

impl HeightScale {
    pub(super) fn nodes(most: u32) -> Self {
        // At least one doubling, so that the scale has a height.
        Self::Nodes(most.max(2))
    }

    /// Returns the scale of terms in the unit of `asked`, which is one of them.
    pub(super) fn terms(asked: Term) -> Self {
        let numbers: &[u32] = match asked {
            Term::Hours(_) => &[1, 2, 3, 6, 12, 24, 48, 72, 96, 120, 168, 240, 336, 504, 720],
            Term::Days(_) => {
                &[1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 30, 45, 60, 75, 90, 120, 150, 180, 270, 365]
            }
            Term::Months(_) => &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 18, 24],
        };
        let make = |number: u32| match asked {
            Term::Hours(_) => Term::Hours(number),
            Term::Days(_) => Term::Days(number),
            Term::Months(_) => Term::Months(number),
        };
        let mut numbers = numbers.to_vec();
        if let Err(index) = numbers.binary_search(&asked.count()) {
            numbers.insert(index, asked.count());
        }
        Self::Terms(numbers.into_iter().map(make).collect())
    }

    /// Returns the greatest value.
    fn most(&self) -> u32 {
        match self {
            Self::Nodes(most) => *most,
            Self::Terms(terms) => terms.len() as u32,
        }
    }

    /// Returns the distance of a value from the top; 0 lies at the bottom, and a value beyond the
    /// scale at its end.
    pub(super) fn y(&self, value: u32) -> u32 {
        let value = value.min(self.most());
        let (part, whole) = match self {
            Self::Nodes(most) => (height(value), height(*most)),
            Self::Terms(terms) => (value, terms.len() as u32),
        };
        // SVG has y downward.
        HEIGHT - (u64::from(HEIGHT) * u64::from(part) / u64::from(whole.max(1))) as u32
    }

    /// Returns the nearest value from 1; of several that share a pixel, the roundest.
    pub(super) fn value_at(&self, y: u32) -> u32 {
        // A binary search for the greatest value not above `y`, as there may be 100,000.
        let (mut low, mut high) = (1, self.most());
        while low < high {
            let middle = high - (high - low) / 2;
            if self.y(middle) >= y {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        let above = (low + 1).min(self.most());
        let nearest =
            if self.y(low).abs_diff(y) <= y.abs_diff(self.y(above)) { low } else { above };
        match self {
            Self::Terms(_) => nearest,
            Self::Nodes(_) => self.roundest(nearest),
        }
    }

    /// Returns the number with the most factors of two among those at the same height of the
    /// picture.
    fn roundest(&self, nodes: u32) -> u32 {
        let here = self.y(nodes);
        let powers = (0..u32::BITS).rev().map(|power| 1_u32 << power);
        let near = powers
            .flat_map(|unit| [nodes / unit * unit, (nodes / unit * unit).saturating_add(unit)]);
        let is_here = |near: &u32| (1..=self.most()).contains(near) && self.y(*near) == here;
        near.into_iter().find(is_here).unwrap_or(nodes)
    }

    /// Returns the value `steps` steps away; with `by_far`, nodes go to the next power of two and
    /// terms three at a time.
    pub(super) fn moved(&self, value: u32, steps: i32, by_far: bool) -> u32 {
        let most = self.most();
        let moved = match (self, by_far) {
            (Self::Nodes(_), true) if steps > 0 => {
                value.saturating_add(1).checked_next_power_of_two().unwrap_or(most)
            }
            (Self::Nodes(_), true) if steps < 0 => {
                value.saturating_sub(1).checked_ilog2().map_or(1, |power| 1 << power)
            }
            (Self::Terms(_), true) => value.saturating_add_signed(steps.saturating_mul(3)),
            _ => value.saturating_add_signed(steps),
        };
        // A value typed beyond the scale stays until it is moved.
        if steps == 0 { value } else { moved.clamp(1, most) }
    }

    /// Returns the term of a value.
    pub(super) fn term(&self, value: u32) -> Option<Term> {
        match self {
            Self::Nodes(_) => None,
            Self::Terms(terms) => terms.get((value as usize).checked_sub(1)?).copied(),
        }
    }

    /// Returns a value in words.
    pub(super) fn words(&self, value: u32, lang: Lang) -> String {
        match self {
            Self::Nodes(_) => format::nodes(value, lang),
            Self::Terms(_) => {
                self.term(value).map_or_else(String::new, |term| format::term(term, lang))
            }
        }
    }

    /// Returns the range `low..=high` in words.
    pub(super) fn range_words(&self, low: u32, high: u32, lang: Lang) -> String {
        match (self.term(low), self.term(high)) {
            (Some(low), Some(high)) => format::terms_between(low, high, lang),
            _ => format::nodes_between(low, high, lang),
        }
    }

    /// Returns a value for a table, whose header names the quantity.
    pub(super) fn value(&self, value: u32, per_node: Option<u32>, lang: Lang) -> Value {
        match self {
            Self::Nodes(_) => {
                let nodes = format::nodes_with_gpus(NodeCount::exactly(value), per_node, lang);
                Value::Figure(value.into(), nodes)
            }
            Self::Terms(_) => self.term(value).map_or(Value::Blank, |term| {
                Value::Figure(term.count().into(), format::term(term, lang))
            }),
        }
    }

    /// Returns the name of the axis, with its unit.
    pub(super) fn name(&self, lang: Lang) -> String {
        let Self::Terms(terms) = self else { return words::MAP_AXIS_NODES.get(lang).to_owned() };
        let unit = match terms.first() {
            Some(Term::Hours(_)) => fit::UNIT_HOURS,
            Some(Term::Days(_)) => fit::UNIT_DAYS,
            Some(Term::Months(_)) | None => fit::UNIT_MONTHS,
        };
        words::MAP_AXIS_TERM.fill(lang, &[("unit", unit.get(lang))])
    }

    /// Returns the positions and labels of the ticks: doublings, or every term or every few terms.
    ///
    /// Labels are numbers alone, as the name of the axis has their unit.
    pub(super) fn ticks(&self) -> Vec<(u32, String)> {
        let number = |number: u32| format::integer(number.into());
        match self {
            Self::Nodes(most) => {
                let powers = (0..=most.ilog2()).map(|power| 1 << power);
                let step = usize::from(most.ilog2() >= 11) + 1;
                powers.step_by(step).map(|nodes: u32| (self.y(nodes), number(nodes))).collect()
            }
            Self::Terms(terms) => {
                let step = terms.len().div_ceil(14).max(1);
                let tick = |value| Some((self.y(value), number(self.term(value)?.count())));
                (1..=self.most()).rev().step_by(step).filter_map(tick).collect()
            }
        }
    }
}

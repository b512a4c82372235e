//! Scenarios of demand in the next round: it is unknown, so three of them are shown side by side.

/// Number of projects that apply, relative to the round with published sums.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Demand {
    /// The same number.
    Same,
    /// 1.5 times the number.
    HalfMore,
    /// 0.75 times the number.
    QuarterLess,
}

impl Demand {
    /// All scenarios, in display order.
    pub const ALL: [Self; 3] = [Self::Same, Self::HalfMore, Self::QuarterLess];

    /// Returns the identifier used in links and answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::HalfMore => "half_more",
            Self::QuarterLess => "quarter_less",
        }
    }

    /// Returns the number of projects if `applied` projects applied before: rounded half up,
    /// saturating at `u32::MAX`.
    #[must_use]
    pub fn projects(self, applied: u32) -> u32 {
        let (times, over) = match self {
            Self::Same => (4, 4),
            Self::HalfMore => (6, 4),
            Self::QuarterLess => (3, 4),
        };
        let projects = (u64::from(applied) * times + over / 2) / over;
        u32::try_from(projects).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demand_is_in_projects() {
        assert_eq!(Demand::ALL.map(|it| it.projects(514)), [514, 771, 386]);
        assert_eq!(
            Demand::ALL.map(|it| it.projects(u32::MAX)),
            [u32::MAX, u32::MAX, 3_221_225_471]
        );
        assert_eq!(Demand::ALL.map(|it| it.projects(0)), [0; 3]);
    }
}

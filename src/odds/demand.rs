//! How many apply next time: nobody knows, so three answers stand side by side.

/// How many projects apply, beside those of the round whose sums were published.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Demand {
    /// As many.
    Same,
    /// One and a half times as many.
    HalfMore,
    /// Three quarters as many.
    QuarterLess,
}

impl Demand {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Same, Self::HalfMore, Self::QuarterLess];

    /// Its name in links and answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::HalfMore => "half_more",
            Self::QuarterLess => "quarter_less",
        }
    }

    /// So many projects as this makes of those that applied; halves are rounded up.
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

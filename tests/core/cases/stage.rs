//! When a case plays.

use jari::model::{Hour, Term};

use super::{Kind, Random};

/// Days and hours that a case plays in.
pub struct Stage {
    pub first: Hour,
    pub hours: u32,
    /// How often an edge lies at midnight, in percent.
    midnights: u32,
    /// Near these hours most edges lie, where there are any.
    near: Vec<Hour>,
}

/// An hour at most so many hours before or after.
fn around(random: &mut Random, hour: Hour, hours: u32) -> Hour {
    Hour::new(hour.number() - hours as i32).plus(random.within(0, 2 * hours))
}

impl Stage {
    pub fn new(kind: Kind, random: &mut Random) -> Self {
        let first = match kind {
            Kind::LastDays => Hour::new(Hour::LATEST.number() - random.within(24, 150) as i32),
            _ => {
                // Near the end of a month, of a leap February too.
                let month = random.within(1, 12) as u8;
                let first = Hour::of_date(random.within(2027, 2028) as i32, month, 1).unwrap();
                let days = if matches!(kind, Kind::MonthEnds) { 4 } else { 30 };
                let back = random.within(0, days * 24);
                Hour::new(first.number() - back as i32)
            }
        };
        let (hours, midnights) = match kind {
            Kind::Hours => (random.within(20, 200), 10),
            Kind::Days => (random.within(100, 700), 70),
            Kind::Months => (random.within(40, 100) * 24, 80),
            Kind::MonthEnds => (random.within(34, 70) * 24, 30),
            Kind::LastDays => (Hour::LATEST.since(first), 20),
        };
        let near = match kind {
            Kind::MonthEnds => {
                let months = Term::Months(random.within(1, 2));
                vec![first, months.end(first), months.end(first)]
            }
            _ => Vec::new(),
        };
        Self { first, hours, midnights, near }
    }

    /// By when a use must end that could end at `end`: sometimes too early, and by an hour too.
    pub fn latest_end(&self, random: &mut Random, end: Hour) -> Hour {
        let slack = random.within(0, 4) * random.within(0, self.hours / 3);
        let latest = if !self.near.is_empty() {
            around(random, end, 30)
        } else if random.percent(20) {
            Hour::new(end.plus(slack).number() - 1)
        } else {
            end.plus(slack)
        };
        latest.min(Hour::LATEST)
    }

    pub fn edge(&self, random: &mut Random) -> Hour {
        let edge = if self.near.is_empty() || random.percent(5) {
            self.first.plus(random.within(0, self.hours))
        } else {
            let near = *random.one_of(&self.near);
            around(random, near, 40)
        };
        let edge = if random.percent(self.midnights) { edge.next_midnight() } else { edge };
        edge.min(Hour::LATEST)
    }
}

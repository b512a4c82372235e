//! Nodes against days, or against the capacity of a service, as plain geometry.
//!
//! Both axes are logarithmic: doubling the nodes moves a fixed distance, and takes about half the
//! days.

use crate::picture::svg_path::SvgPath;
use crate::picture::time_axis::WIDTH;
use crate::sizing::answer::{Estimate, SiteAnswer, SizePoint};
use crate::sizing::band::Band;
use crate::words::catalogue::size as words;
use crate::words::format::{self, quantity};
use crate::words::lang::Lang;

/// Height of a picture, in pixels.
pub const HEIGHT: u32 = 200;

/// A logarithmic scale.
#[derive(Clone, Copy, PartialEq, Debug)]
struct LogScale {
    least: f64,
    most: f64,
    length: u32,
}

impl LogScale {
    /// Returns the scale of these values, which spans at least a factor of two.
    fn spanning(values: impl Iterator<Item = f64>, length: u32) -> Self {
        let sound = values.filter(|value| value.is_finite() && *value > 0.0);
        let (mut least, mut most) = (f64::MAX, 0.0_f64);
        for value in sound {
            least = least.min(value);
            most = most.max(value);
        }
        if most <= 0.0 {
            return Self { least: 1.0, most: 2.0, length };
        }
        Self { least, most: most.max(2.0 * least), length }
    }

    /// Returns the position of a value; values off the scale lie at its ends.
    fn position(&self, value: f64) -> u32 {
        let all = (self.most / self.least).ln();
        let part = (value.max(self.least) / self.least).ln() / all;
        // The cast turns NaN into 0.
        ((part * f64::from(self.length) + 0.5) as u32).min(self.length)
    }
}

/// Positions with their words.
pub type Marks = Vec<(u32, String)>;

/// Axes shared by all pictures of an answer.
#[derive(Clone, PartialEq, Debug)]
pub struct Axes {
    /// Name of the vertical axis.
    pub upward: &'static str,
    /// Marks of the nodes, from the left.
    pub nodes: Marks,
    /// Marks of the days or of the capacity, from the top.
    pub values: Marks,
    x: LogScale,
    y: LogScale,
}

/// Picture of one accelerator.
#[derive(Clone, PartialEq, Debug)]
pub struct Curve {
    /// Band from the low to the high estimate, as SVG path data.
    pub band: String,
    /// Line of the central estimate.
    pub line: String,
    /// Rectangle of the sizes that may be requested: x, y, width, height.
    pub legal: Option<[u32; 4]>,
    /// Distance of the goal from the top, with its words.
    pub goal: Option<(u32, String)>,
    /// The suggested point.
    pub point: Option<(u32, u32)>,
}

/// Returns the value on the vertical axis: users, tokens a second, or days.
fn value(point: &SizePoint) -> Band {
    point.users.or(point.rate).unwrap_or(point.days)
}

impl Axes {
    /// Returns the axes of an answer.
    #[must_use]
    pub fn new(answer: &Estimate, lang: Lang) -> Self {
        let points = || answer.sites.iter().flat_map(|site| &site.curve);
        let x = LogScale::spanning(points().map(|point| f64::from(point.nodes)), WIDTH);
        let values = points().map(value).flat_map(|band| [band.low, band.high]);
        let y = LogScale::spanning(values, HEIGHT);
        let first = points().next();
        let upward = match first {
            Some(SizePoint { users: Some(_), .. }) => words::USERS_SERVED,
            Some(SizePoint { rate: Some(_), .. }) => words::RATE_ALL,
            _ => words::DAYS,
        };
        let doublings = (0..20).map(|power| 1_u32 << power);
        let nodes = doublings.filter(|nodes| (x.least..=x.most).contains(&f64::from(*nodes)));
        let nodes = nodes.map(|nodes| (x.position(nodes.into()), format::integer(nodes.into())));
        let round = (0..16).flat_map(|power| {
            let ten = 10_f64.powi(power - 2);
            [ten, 2.0 * ten, 5.0 * ten]
        });
        let mut round: Vec<f64> = round.filter(|it| (y.least..=y.most).contains(it)).collect();
        if round.len() > 8 {
            // Only powers of ten, as all marks would be too many.
            round.retain(|value| (value.log10() - value.log10().round()).abs() < 1e-6);
        }
        let values = round
            .into_iter()
            .map(|value| (HEIGHT - y.position(value), quantity::count(value)))
            .collect();
        Self { upward: upward.get(lang), nodes: nodes.collect(), values, x, y }
    }

    fn point(&self, nodes: u32, value: f64) -> (u32, u32) {
        (self.x.position(nodes.into()), HEIGHT - self.y.position(value))
    }
}

impl Curve {
    /// Lays out the picture of a site on these axes; `None` if there is nothing to draw.
    #[must_use]
    pub fn new(site: &SiteAnswer, axes: &Axes, lang: Lang) -> Option<Self> {
        let first = site.curve.first()?;
        let is_run = first.rate.is_none();
        let along = |end: fn(&Band) -> f64| {
            site.curve.iter().map(move |point| axes.point(point.nodes, end(&value(point))))
        };
        let mut line = SvgPath::default();
        line.row(along(|band| band.central));
        let mut band = SvgPath::default();
        band.row(
            along(|band| band.low)
                .chain(along(|band| band.high).collect::<Vec<_>>().into_iter().rev()),
        );
        band.close();

        let rules = &site.rules;
        let (left, right) =
            (axes.x.position(rules.min_nodes.into()), axes.x.position(rules.max_nodes.into()));
        // The axis of a service has no days, so no limit of days either.
        let top = if is_run { HEIGHT - axes.y.position(rules.max_days) } else { 0 };
        let is_bounded = rules.max_nodes != u32::MAX || rules.max_days < f64::MAX;
        let legal = (rules.offered && is_bounded && right > left)
            .then(|| [left, top, right - left, HEIGHT - top]);
        let found = site.recommended.as_ref();
        let goal = found
            .and_then(|found| found.goal_days)
            .filter(|days| (axes.y.least..=axes.y.most).contains(days));
        let goal = goal.map(|days| {
            let text = words::CURVE_GOAL.fill(lang, &[("days", &quantity::days(days, lang))]);
            (HEIGHT - axes.y.position(days), text)
        });
        let point = found.and_then(|found| site.curve.get(found.index));
        let point = point.map(|point| axes.point(point.nodes, value(point).central));
        Some(Self { band: band.0, line: line.0, legal, goal, point })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_logarithmic_and_holds_everything() {
        let scale = LogScale::spanning([1.0, 8.0, f64::NAN, f64::INFINITY, -3.0].into_iter(), 300);
        assert_eq!(
            [0.5, 1.0, 2.0, 4.0, 8.0, 99.0].map(|it| scale.position(it)),
            [0, 0, 100, 200, 300, 300]
        );
        let one = LogScale::spanning([5.0].into_iter(), 100);
        assert_eq!([5.0, 10.0].map(|it| one.position(it)), [0, 100]);
        assert_eq!(LogScale::spanning([].into_iter(), 100).position(f64::NAN), 0);
    }
}

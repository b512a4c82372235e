//! Computed styles of elements.

use crate::edge::js::Js;
use crate::picture::display_list::{Color, Stroke};
use leptos::prelude::*;

/// Computed style of an element.
pub struct Styled(Js);

impl Styled {
    pub fn from_element(element: &Js) -> Option<Self> {
        Js::new(window()).call("getComputedStyle", &[element.value()]).map(Self)
    }

    /// Returns the value of a property; empty if it has none.
    pub fn text(&self, property: &str) -> String {
        self.0.call_for_text("getPropertyValue", &[property.into()])
    }

    /// Returns a length in pixels, or a number; 0 for anything else.
    pub fn number(&self, property: &str) -> f64 {
        number(&self.text(property)).unwrap_or(0.0)
    }

    /// Returns `true` if the element is painted at all.
    pub fn is_shown(&self) -> bool {
        self.text("display") != "none" && self.text("visibility") != "hidden"
    }

    /// Returns a colour, faded by `opacity`.
    pub fn color(&self, property: &str, opacity: f64) -> Option<Color> {
        Some(Color::computed(&self.text(property))?.faded(opacity))
    }

    /// Returns the stroke, `scale` times as wide unless it does not scale; `None` if there is none.
    pub fn stroke(&self, scale: f64, opacity: f64) -> Option<Stroke> {
        let color = self.color("stroke", opacity * self.number("stroke-opacity"))?;
        let scale = if self.text("vector-effect") == "non-scaling-stroke" { 1.0 } else { scale };
        let width = self.number("stroke-width") * scale;
        let dashes = self.text("stroke-dasharray");
        let dashes = dashes.split([',', ' ']).filter_map(number).map(|dash| dash * scale).collect();
        (width > 0.0).then_some(Stroke { color, width, dashes })
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().trim_end_matches("px").parse().ok()
}

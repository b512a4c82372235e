//! Figures that are asked for first.

use super::capacity_file::from_file;
use crate::page::context::{use_lang, use_today};
use crate::page::dom::{Element, IntoView, html};
use crate::show::overview::{self, HeadlineFigure};
use leptos::prelude::*;

/// Returns the figures, and of when they are.
pub fn headline() -> impl IntoView {
    let (lang, today) = (use_lang(), use_today());
    let figures = from_file(move |snapshot| {
        let figures = overview::headline(snapshot, today.get(), lang.get());
        figures.iter().map(figure).collect::<Vec<_>>()
    });
    let about = from_file(move |snapshot| overview::about(snapshot, today.get(), lang.get()));
    (html::dl().class("figures").child(figures), html::p().class("small quiet").child(about))
}

fn figure(figure: &HeadlineFigure) -> Element {
    let about =
        (!figure.about.is_empty()).then(|| html::dd().class("about").child(figure.about.as_str()));
    let (name, value) = (html::dt().child(figure.name), html::dd().child(figure.value.as_str()));
    html::div().child((name, value, about))
}

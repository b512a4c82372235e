//! Pictures as files.

use super::citation::use_citation;
use super::save::{save_button, tell};
use crate::edge::js::Js;
use crate::edge::save;
use crate::page::components::{ActionOutcome, status_message};
use crate::page::context::{t, use_lang, use_scenario};
use crate::page::dom::{Element, html};
use crate::page::lazy::SaveCode;
use crate::picture::display_list::DisplayList;
use crate::session::notice;
use crate::words::catalogue::{Entry, page as words};
use leptos::prelude::*;

/// Selector of the element that a picture is drawn in.
const PICTURE: &str = ".picture, .map";
/// Selector of a picture's own heading.
const HEADING: &str = ":scope > h2, :scope > h3";

/// Returns buttons that save the picture around them as SVG and as PNG, each with its title, its
/// layer of evidence, the date and the link.
///
/// `name` is the title of a picture without a heading.
pub fn save_picture(name: Entry) -> Element {
    let outcome: RwSignal<Option<ActionOutcome>> = RwSignal::new(None);
    let here = StoredValue::new_local(None::<Js>);
    let (lang, scenario, cite) = (use_lang(), use_scenario(), use_citation());
    let drawn = move |code: &'static SaveCode| {
        let picture = here.get_value()?.call("closest", &[PICTURE.into()])?;
        let lang = lang.get_untracked();
        let layer =
            scenario.with_untracked(|it| Some(notice::layer_name(&it.as_ref()?.0).get(lang)));
        let notes = layer.map(str::to_owned).into_iter().chain(untrack(cite)).collect();
        Some(Drawn::new(code, &picture, name.get(lang), notes))
    };
    let svg = save_button(t(words::SAVE_SVG), outcome, move |code| {
        let Drawn { list, name, title, notes } = drawn(code)?;
        let text = (code.picture_svg)(&list, &title, &notes.join("\n"), lang.get_untracked());
        Some(save::text(&[&name, ".svg"].concat(), "image/svg+xml", &text))
    });
    let png = save_button(t(words::SAVE_PNG), outcome, move |code| {
        let Drawn { list, name, .. } = drawn(code)?;
        let tell = move |is_saved| tell(outcome, Some(is_saved));
        // Reports its outcome itself, once the picture has been painted.
        (code.save_png)(list, [&name, ".png"].concat(), Box::new(tell));
        None
    });
    html::div()
        .class("row no-print save")
        .on_load(move |row| here.set_value(Some(Js::new(row.clone()))))
        .child((
            svg.class("button slim save-svg"),
            png.class("button slim save-png"),
            status_message(outcome),
        ))
}

/// Picture that is about to be saved.
struct Drawn {
    list: DisplayList,
    /// Name of its file, without the extension.
    name: String,
    title: String,
    notes: Vec<String>,
}

impl Drawn {
    fn new(code: &'static SaveCode, picture: &Js, name: &str, notes: Vec<String>) -> Self {
        let heading = picture.call("querySelector", &[HEADING.into()]);
        let title = heading.map(|heading| heading.text("textContent"));
        // A heading is drawn as a part of the picture.
        let own = if title.is_some() { "" } else { name };
        let list = (code.picture)(picture, own, &notes);
        let id = picture.text("id");
        let name_of_file = ["jari-", if id.is_empty() { "picture" } else { &id }].concat();
        Self { list, name: name_of_file, title: title.unwrap_or_else(|| name.to_owned()), notes }
    }
}

//! Citation of what is shown.

use crate::page::address::link;
use crate::page::context::{use_feed, use_lang, use_route, use_scenario, use_today};
use crate::show::overview;
use leptos::prelude::*;

/// Returns a closure that gives the citation: site, file, date, link.
pub fn use_citation() -> impl Fn() -> Option<String> + Copy {
    let (lang, scenario, today) = (use_lang(), use_scenario(), use_today());
    let (feed, route) = (use_feed(), use_route());
    move || {
        let file = scenario.with(|scenario| Some(scenario.as_ref()?.0.file.clone()))?;
        let site = feed.view.with(|view| view.identity.name.clone());
        let (link, today) = (route.with(link), today.get());
        Some(overview::cite(&site, &file.snapshot, &file.fingerprint, &link, today, lang.get()))
    }
}

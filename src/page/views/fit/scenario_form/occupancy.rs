//! Choice of the holds that count as taken.

use crate::model::{Availability, Occupancy};
use crate::page::context::{t, use_route, use_scenario};
use crate::page::dom::{Element, html};
use crate::page::reactive::memo;
use crate::words::catalogue::{Entry, page};
use leptos::ev;
use leptos::prelude::*;

/// Returns the choice: the holds of the file, sizes alone if the file has published holds, or the
/// busy year.
pub fn occupancy() -> Element {
    let scenario = use_scenario();
    let file = memo(move |_| {
        scenario.with(|scenario| {
            let snapshot = scenario.as_ref().map(|scenario| &scenario.0.file.snapshot);
            snapshot.map_or((false, Availability::Nominal), |snapshot| {
                (snapshot.has_published_holds(), snapshot.availability)
            })
        })
    });
    let choices = move || {
        let (has_published, availability) = file.get();
        choices(has_published, availability)
    };
    html::fieldset().class("stack").child(html::legend().child(t(page::OCCUPANCY))).child(choices)
}

fn choices(has_published: bool, availability: Availability) -> Vec<Element> {
    let of_file = match availability {
        Availability::Published if has_published => {
            (page::OCCUPANCY_PUBLISHED, Some(page::OCCUPANCY_PUBLISHED_HINT))
        }
        Availability::Published | Availability::Complete => (page::KNOWN, None),
        Availability::Nominal => (page::OCCUPANCY_NONE, None),
    };
    let by_size = (page::OCCUPANCY_SIZE, Some(page::OCCUPANCY_SIZE_HINT));
    let busy_hint = if has_published { page::BUSY_YEAR_INSTEAD } else { page::BUSY_YEAR_NOTICE };
    let busy = (page::BUSY_YEAR, Some(busy_hint));
    let mut choices = vec![choice(Occupancy::File, "as-in-file", of_file)];
    choices.extend(has_published.then(|| choice(Occupancy::Size, "by-size", by_size)));
    choices.push(choice(Occupancy::BusyYear, "busy-year", busy));
    choices
}

fn choice(occupancy: Occupancy, id: &'static str, (name, hint): (Entry, Option<Entry>)) -> Element {
    let route = use_route();
    let input = html::input()
        .attr("type", "radio")
        .attr("name", "occupancy")
        .id(id)
        .prop("checked", move || route.with(|route| route.occupancy == occupancy))
        .on(ev::change, move |_| route.update(|route| route.occupancy = occupancy));
    let hint = hint.map(|hint| html::span().class("hint").child(t(hint)));
    let about = html::span().child(t(name)).child(hint);
    html::label().class("switch").child(input).child(about)
}

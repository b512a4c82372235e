//! Print button of the answer.

use crate::edge::{screen, window};
use crate::page::components::{ActionOutcome, button};
use crate::page::context::{t, use_kept};
use crate::page::dom::Element;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;
use std::time::Duration;

/// Longest time that a browser takes to report that it prints.
const PATIENCE: Duration = Duration::from_millis(500);

/// Number of times that the browser has reported printing.
#[derive(Clone, Copy)]
struct Printed(StoredValue<u32>);

/// Returns a button that prints; if the browser does nothing, as when embedded in other programs on
/// a phone, `outcome` says so.
pub fn print(outcome: RwSignal<Option<ActionOutcome>>) -> Element {
    let Printed(times) = use_kept(|| {
        let times = StoredValue::new(0_u32);
        window::on("beforeprint", move |_| times.update_value(|times| *times += 1));
        Printed(times)
    });
    let act = move |_| {
        let before = times.get_value();
        screen::print();
        let tell = move || {
            if times.get_value() == before {
                outcome.set(Some(ActionOutcome::Message(words::PRINT_NOTHING)));
            }
        };
        set_timeout(tell, PATIENCE);
    };
    button(t(words::PRINT), act).id("print")
}

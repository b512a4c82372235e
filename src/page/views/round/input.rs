//! Input of applications into the list: pasted, dropped, chosen, typed, or the example.

use super::controller::RoundController;
use super::typed::type_one;
use crate::edge::open;
use crate::model::Hour;
use crate::page::components::{button, disclosure, focus, list};
use crate::page::context::{t, use_lang, use_scenario, use_today};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::session::PreparedScenario;
use crate::session::round::read_list;
use crate::show::labels::round as labels;
use crate::show::round::example;
use crate::words::Lang;
use crate::words::catalogue::round as words;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

/// Largest number of problems that are listed; more are only counted.
const MOST_LISTED: usize = 100;

/// Result of the last list.
#[derive(Clone, Default, PartialEq)]
struct Taken {
    /// Status message.
    message: String,
    /// Problems of its lines.
    problems: Vec<String>,
}

/// Path of lists into the round.
#[derive(Clone, Copy)]
struct Intake {
    controller: RoundController,
    pasted: RwSignal<String>,
    taken: RwSignal<Taken>,
    lang: Memo<Lang>,
    today: RwSignal<Hour>,
    scenario: Memo<Option<Shared<PreparedScenario>>>,
}

/// Returns the input panel, folded once there is a list.
pub fn input(controller: RoundController) -> Element {
    let intake = Intake {
        controller,
        pasted: RwSignal::new(String::new()),
        taken: RwSignal::new(Taken::default()),
        lang: use_lang(),
        today: use_today(),
        scenario: use_scenario(),
    };
    let is_empty = memo(move |_| controller.round.with(|round| round.is_empty()));
    let panel = move || match is_empty.get() {
        true => panel(intake).into_view(),
        false => disclosure("fold", words::INPUT_MORE, move || Some(panel(intake))).into_view(),
    };
    html::section()
        .class("card no-print")
        .id("round-input")
        .attr("aria-label", t(words::INPUT))
        .child((panel, intake_summary(intake)))
}

fn panel(intake: Intake) -> Element {
    html::div().class("stack").child((
        paste(intake),
        html::div().class("row").child((
            button(t(words::READ), move |_| intake.read_pasted())
                .class("button slim primary")
                .id("read-list"),
            choose_file(intake),
            button(t(words::EXAMPLE), move |_| intake.add_example()).id("example-round"),
        )),
        disclosure("fold", words::TYPE_ONE, move || Some(type_one(intake.controller))),
    ))
}

fn paste(intake: Intake) -> Element {
    let drop = move |event: web_sys::DragEvent| {
        // A text that is dragged goes into the field, as usual.
        if let Some(file) = open::dropped(&event).into_iter().next() {
            // Otherwise the browser would open the file.
            event.prevent_default();
            intake.read_file(file);
        }
    };
    let area = html::textarea()
        .id("pasted")
        .attr("rows", "6")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "pasted-about")
        .prop("value", move || intake.pasted.get())
        .on(ev::input, move |event| intake.pasted.set(event_target_value(&event)))
        .on(ev::dragover, |event| event.prevent_default())
        .on(ev::drop, drop);
    html::div().class("field").child((
        html::label().attr("for", "pasted").child(t(words::PASTE)),
        area,
        html::div()
            .id("pasted-about")
            .child(html::span().class("hint").child(t(words::PASTE_HINT))),
    ))
}

fn choose_file(intake: Intake) -> Element {
    let input = html::input()
        .attr("type", "file")
        .id("list-file")
        .attr("accept", ".csv,.tsv,.txt,.json,.jsonl,text/csv,application/json")
        .on(ev::change, move |event| {
            if let Some(file) = open::chosen(&event).into_iter().next() {
                intake.read_file(file);
            }
        });
    html::label()
        .class("button slim file")
        .child((input, html::span().child(t(words::CHOOSE_FILE))))
}

/// Returns the result of the last list, with every line that could not be read.
fn intake_summary(intake: Intake) -> impl IntoView {
    let lang = intake.lang;
    let problems = move || {
        let Taken { problems, .. } = intake.taken.get();
        let more = problems.len().saturating_sub(MOST_LISTED);
        let listed = problems.get(..problems.len() - more).unwrap_or_default();
        let title = labels::problems(problems.len(), lang.get());
        let more = (more > 0)
            .then(|| html::p().class("small").child(labels::more_problems(more, lang.get())));
        (!problems.is_empty()).then(|| {
            html::div().class("stack wrong-lines").id("line-problems").child((
                html::h3().child(title),
                html::p().class("small").child(t(words::PROBLEMS_REST)),
                list("small", listed),
                more,
            ))
        })
    };
    let message = move || intake.taken.with(|taken| taken.message.clone());
    (html::p().id("list-told").class("small").attr("role", "status").child(message), problems)
}

impl Intake {
    fn read_pasted(self) {
        let text = self.pasted.get_untracked();
        if self.read(&text) {
            self.pasted.set(String::new());
        }
    }

    fn read_file(self, file: File) {
        spawn_local(async move {
            match open::text(file).await {
                Some(text) => {
                    self.read(&text);
                }
                None => self.taken.set(Taken {
                    message: words::FILE_UNREAD.get(self.lang.get_untracked()).to_owned(),
                    problems: Vec::new(),
                }),
            }
        });
    }

    /// Reads a list into the round; returns `true` if any of it was added.
    fn read(self, text: &str) -> bool {
        let Some(scenario) = self.scenario.get_untracked() else { return false };
        let (lang, today) = (self.lang.get_untracked(), self.today.get_untracked());
        let mut read = read_list(text, &scenario.0, today, lang);
        let count = read.applications.len();
        let known = self.controller.edit(|round| round.add(read.applications)).unwrap_or_default();
        // An application that is already in the list is reported, not added again.
        read.problems.extend(known.iter().map(|id| labels::is_there(id, lang)));
        self.tell(count - known.len(), read.problems);
        count > known.len()
    }

    fn add_example(self) {
        let Some(scenario) = self.scenario.get_untracked() else { return };
        let (lang, today) = (self.lang.get_untracked(), self.today.get_untracked());
        let made = example(&scenario.0.file.snapshot, today.next_midnight(), lang);
        let count = made.len();
        let known = self.controller.edit(|round| round.add_example(made)).unwrap_or_default();
        let problems = known.iter().map(|id| labels::is_there(id, lang)).collect();
        self.tell(count - known.len(), problems);
    }

    fn tell(self, added: usize, problems: Vec<String>) {
        let message = labels::added(added, self.lang.get_untracked());
        self.taken.set(Taken { message, problems });
        if added > 0 {
            // The panel folds, and the element that has the focus goes with it.
            request_animation_frame(|| focus("round-list"));
        }
    }
}

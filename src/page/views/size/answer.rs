//! Answer to the size form.

use crate::page::context::{use_lang, use_request_form, use_route, use_scenario, use_today};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::session::{SizeAnswer, Sizes, TargetSize, answer_size};
use leptos::prelude::*;
use std::sync::Arc;

/// Answer to the size form, shared by all parts of the view.
#[derive(Clone, Copy)]
pub struct SizeSignals(pub Memo<Shared<SizeAnswer>>);

impl SizeSignals {
    /// Creates the answer, which follows the form, the rest of the request and the language shown.
    pub fn new() -> Self {
        let (route, lang, scenario) = (use_route(), use_lang(), use_scenario());
        let (request, today) = (use_request_form(), use_today());
        let draft = memo(move |_| route.with(|route| route.size.clone()));
        Self(memo(move |_| {
            let answer = scenario.get().map_or(SizeAnswer::Waiting, |scenario| {
                let form = request.draft.get();
                draft.with(|draft| answer_size(&scenario.0, draft, &form, today.get(), lang.get()))
            });
            Shared::new(answer)
        }))
    }

    /// Returns the result of `read` for the sizes, if there are any.
    pub fn sizes<T>(self, read: impl FnOnce(&Sizes) -> T) -> Option<T> {
        self.0.with(|answer| match &*answer.0 {
            SizeAnswer::Answered(sizes) => Some(read(sizes)),
            SizeAnswer::Waiting | SizeAnswer::Invalid(_) => None,
        })
    }

    /// Returns the size on an accelerator; the last one, while the form cannot be parsed.
    pub fn site(self, accelerator: Arc<str>) -> Memo<Option<Shared<TargetSize>>> {
        memo(move |before: Option<&Option<Shared<TargetSize>>>| {
            let site = self.sizes(|sizes| sizes.site(&accelerator).cloned().map(Shared));
            site.unwrap_or_else(|| before.cloned().flatten())
        })
    }
}

/// Returns the result of `read` for the size on an accelerator, if there is one.
pub fn read<T>(
    site: Memo<Option<Shared<TargetSize>>>,
    read: impl FnOnce(&TargetSize) -> T,
) -> Option<T> {
    site.with(|site| site.as_ref().map(|site| read(&site.0)))
}

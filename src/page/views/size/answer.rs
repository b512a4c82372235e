//! What the form comes to.

use crate::page::context::{use_lang, use_request_form, use_route, use_scenario, use_today};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::session::{SizeAnswer, Sizes, TargetSize, answer_size};
use leptos::prelude::*;
use std::sync::Arc;

/// What the form comes to, for all parts of the view.
#[derive(Clone, Copy)]
pub struct SizeSignals(pub Memo<Shared<SizeAnswer>>);

impl SizeSignals {
    /// The answer to the form, to the rest of the request, and in the language shown.
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

    /// What `read` makes of the sizes, where there are any.
    pub fn sizes<T>(self, read: impl FnOnce(&Sizes) -> T) -> Option<T> {
        self.0.with(|answer| match &*answer.0 {
            SizeAnswer::Answered(sizes) => Some(read(sizes)),
            SizeAnswer::Waiting | SizeAnswer::Invalid(_) => None,
        })
    }

    /// The size on an accelerator: the last one, while the form cannot be understood.
    pub fn site(self, accelerator: Arc<str>) -> Memo<Option<Shared<TargetSize>>> {
        memo(move |before: Option<&Option<Shared<TargetSize>>>| {
            let site = self.sizes(|sizes| sizes.site(&accelerator).cloned().map(Shared));
            site.unwrap_or_else(|| before.cloned().flatten())
        })
    }
}

/// What `read` makes of the size on an accelerator, where there is one.
pub fn read<T>(
    site: Memo<Option<Shared<TargetSize>>>,
    read: impl FnOnce(&TargetSize) -> T,
) -> Option<T> {
    site.with(|site| site.as_ref().map(|site| read(&site.0)))
}

//! Properties of elements that change: their text, and what stands in an input.

use crate::page::context::use_lang;
use crate::show::Lang;
use crate::show::catalogue::Entry;
use leptos::prelude::*;
use leptos::tachys::html::attribute::global::PropAttribute;
use leptos::tachys::html::property::IntoProperty;
use leptos::tachys::renderer::types::Element;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::HtmlInputElement;
use std::borrow::Cow;

/// The text of an element that has no other content.
///
/// It is set as the content of the element: a browser that translates the page replaces text
/// nodes, and what is written to a node that was replaced is never seen. An equal text is not
/// set again, so that a selection in it survives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text(Cow<'static, str>);

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl IntoProperty for Text {
    type State = (Element, Self);
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element, key: &str) -> Self::State {
        self.build(element, key)
    }

    fn build(self, element: &Element, _: &str) -> Self::State {
        element.set_text_content(Some(&self.0));
        (element.clone(), self)
    }

    fn rebuild(self, (element, before): &mut Self::State, _: &str) {
        if *before != self {
            element.set_text_content(Some(&self.0));
            *before = self;
        }
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }
}

/// The words of an entry in the language shown.
#[derive(Clone)]
pub struct Words {
    entry: Entry,
    lang: Memo<Lang>,
}

impl IntoProperty for Words {
    type State = RenderEffect<<Text as IntoProperty>::State>;
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element, key: &str) -> Self::State {
        self.build(element, key)
    }

    fn build(self, element: &Element, key: &str) -> Self::State {
        let Self { entry, lang } = self;
        (move || Text::from(entry.get(lang.get()))).build(element, key)
    }

    fn rebuild(self, state: &mut Self::State, key: &str) {
        let Self { entry, lang } = self;
        (move || Text::from(entry.get(lang.get()))).rebuild(state, key);
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }
}

/// The value of an input, a choice or a text area.
///
/// A date field that is half filled in has no value, and setting that would empty it under the
/// hands of whoever is typing: an equal value is not set again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Value(pub String);

impl Value {
    fn put(&self, element: &Element) {
        // All three have the property, and the type only gives access to it.
        let input: &HtmlInputElement = element.unchecked_ref();
        if input.value() != self.0 {
            input.set_value(&self.0);
        }
    }
}

impl IntoProperty for Value {
    type State = Element;
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element, key: &str) -> Self::State {
        self.build(element, key)
    }

    fn build(self, element: &Element, _: &str) -> Self::State {
        self.put(element);
        element.clone()
    }

    fn rebuild(self, element: &mut Self::State, _: &str) {
        self.put(element);
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }
}

/// Sets the properties above.
pub trait ElementProperties: Sized {
    /// Sets the text of an element that has no children.
    fn text<P: IntoProperty>(self, text: P) -> <Self as PropAttribute<&'static str, P>>::Output
    where
        Self: PropAttribute<&'static str, P>,
    {
        self.prop("textContent", text)
    }

    /// Sets the text of an element that has no children to the words of an entry, in the language
    /// shown.
    fn words(self, entry: Entry) -> <Self as PropAttribute<&'static str, Words>>::Output
    where
        Self: PropAttribute<&'static str, Words>,
    {
        self.text(Words { entry, lang: use_lang() })
    }

    /// Sets what stands in an input.
    fn value_of<P: IntoProperty>(self, value: P) -> <Self as PropAttribute<&'static str, P>>::Output
    where
        Self: PropAttribute<&'static str, P>,
    {
        self.prop("value", value)
    }
}

impl<E> ElementProperties for E {}

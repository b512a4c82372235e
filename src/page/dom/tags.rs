//! The elements that the page is made of.

use super::{Element, element};

macro_rules! html {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("A `<", stringify!($name), ">`.")]
            pub fn $name() -> Element {
                element(None, stringify!($name))
            }
        )*
    };
}

html! {
    a article aside button caption dd details div dl dt fieldset footer form h1 h2 h3 h4 header
    input label legend li main nav ol optgroup option p pre section select small span strong
    summary table tbody td textarea tfoot th thead tr ul
}

/// Elements of drawings.
pub mod svg {
    use super::{Element, element};

    /// The names of SVG.
    const NAMESPACE: &str = "http://www.w3.org/2000/svg";

    macro_rules! tags {
        ($($name:ident)*) => {
            $(
                #[doc = concat!("A `<", stringify!($name), ">`.")]
                pub fn $name() -> Element {
                    element(Some(NAMESPACE), stringify!($name))
                }
            )*
        };
    }

    tags! { circle g line path rect svg text }
}

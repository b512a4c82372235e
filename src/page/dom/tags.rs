//! Elements of which the page is made.

macro_rules! tags {
    ($namespace:expr; $($name:ident)*) => {
        $(
            #[doc = concat!("A `<", stringify!($name), ">`.")]
            pub fn $name() -> Element {
                element($namespace, stringify!($name))
            }
        )*
    };
}

/// Elements of HTML.
pub mod html {
    use crate::page::dom::element::element;
    use crate::page::dom::tree::Element;

    tags! { None;
        a article aside bdi blockquote button caption dd details div dl dt fieldset figcaption
        figure footer form h1 h2 h3 h4 header input label legend li main nav ol optgroup option p
        pre section select small span strong summary table tbody td textarea tfoot th thead tr ul
    }
}

/// Elements of SVG.
pub mod svg {
    use crate::page::dom::element::element;
    use crate::page::dom::tree::Element;

    /// XML namespace of SVG.
    const NAMESPACE: Option<&str> = Some("http://www.w3.org/2000/svg");

    tags! { NAMESPACE; circle defs line path pattern rect svg text title }
}

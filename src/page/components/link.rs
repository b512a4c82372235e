//! Links.

use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::words::catalogue::page;
use web_sys::MouseEvent;

/// A link out of the page.
pub fn link_out(url: impl Into<String>, words: impl IntoView) -> Element {
    html::a().attr("href", url.into()).attr("rel", "noopener noreferrer").child(words)
}

/// A link to the real thing: applications are made there.
pub fn portal_link() -> Element {
    link_out("https://aiinfrahub.kr", t(page::PORTAL_LINK))
}

/// Whether a click on a link means "here": not in a new tab, window or download.
pub fn is_plain_click(click: &MouseEvent) -> bool {
    let with_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !with_key
}

//! Pictures as PNG.

use crate::edge::{canvas, save};
use crate::picture::display_list::DisplayList;
use leptos::task::spawn_local;

/// Paints a picture and asks the browser to save it as `name`; `tell` gets `true` if it could be
/// asked.
pub fn save_png(list: DisplayList, name: String, tell: Box<dyn FnOnce(bool)>) {
    spawn_local(async move {
        let blob = canvas::png(&list).await;
        tell(blob.is_some_and(|blob| save::blob(&name, &blob)));
    });
}

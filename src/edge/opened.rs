//! Files that the visitor gives to the page.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, HtmlInputElement, TextDecoder};

/// No larger file is read: a list of a hundred thousand applications takes some 10 MB.
const MAX_BYTES: f64 = 20_000_000.0;

/// The file that was chosen in an input, which is then empty again, so that the same one can be
/// chosen once more.
#[must_use]
pub fn chosen(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}

/// The file that was dropped.
#[must_use]
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// The text of a file: UTF-8, else as Korean Windows writes it. `None` where it is neither, too
/// large, or gone.
pub async fn text(file: File) -> Option<String> {
    if file.size() > MAX_BYTES {
        return None;
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(other) => {
            let decoder = TextDecoder::new_with_label("euc-kr").ok()?;
            let text = decoder.decode_with_u8_array(other.as_bytes()).ok()?;
            // What it could not read it puts a mark for.
            (!text.contains('\u{fffd}')).then_some(text)
        }
    }
}

//! Files that the visitor gives to the page.

use super::js::Js;
use crate::exchange::opened::{OpenError, decode};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// No larger list is read: one of a hundred thousand applications takes some 10 MB.
const MAX_LIST_BYTES: usize = 20_000_000;

/// The files that were chosen in an input, which is then empty again, so that the same ones can be
/// chosen once more.
#[must_use]
pub fn chosen(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = all(input.files());
    input.set_value("");
    files
}

/// The files that were dropped.
#[must_use]
pub fn dropped(event: &DragEvent) -> Vec<File> {
    all(event.data_transfer().and_then(|dropped| dropped.files()))
}

fn all(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..).map_while(|place| files.get(place)).collect()
}

/// The name of a file.
#[must_use]
pub fn name(file: &File) -> String {
    text_of(file, "name").unwrap_or_default()
}

/// A text that something of the browser has by this name: each name that is bound instead is a
/// function in the first load.
fn text_of(of: &JsValue, name: &str) -> Option<String> {
    Reflect::get(of, &JsValue::from_str(name)).ok()?.as_string()
}

/// The bytes of a file, where it has at most so many.
///
/// # Errors
/// [`OpenError`].
pub async fn bytes(file: &File, most: usize) -> Result<Vec<u8>, OpenError> {
    let size = file.size();
    // The number of bytes is a whole one, and far below where a cast would round.
    if size > most as f64 {
        return Err(OpenError::TooLarge(size as u64));
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|error| why(&error))?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    if bytes.len() as f64 == size { Ok(bytes) } else { Err(OpenError::Changed) }
}

fn why(error: &JsValue) -> OpenError {
    match text_of(error, "name").as_deref() {
        Some("NotReadableError" | "NotFoundError") => OpenError::Changed,
        _ => OpenError::Refused,
    }
}

/// The text of bytes in CP949, by the tables that the browser has; `None` where they are none.
#[must_use]
pub fn cp949(bytes: &[u8]) -> Option<String> {
    let decoder = Js::construct("TextDecoder", &["euc-kr".into()])?;
    let text = decoder.call("decode", &[Uint8Array::from(bytes).into()])?.value().as_string()?;
    // What it could not read it puts a mark for.
    (!text.contains('\u{fffd}')).then_some(text)
}

/// The text of a list. `None` where it is in no encoding that is read, too large, or gone.
pub async fn text(file: File) -> Option<String> {
    let bytes = bytes(&file, MAX_LIST_BYTES).await.ok()?;
    decode(bytes, cp949).ok().map(|decoded| decoded.text)
}

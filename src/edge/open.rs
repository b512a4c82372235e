//! Files that the visitor gives to the page.

use super::js::Js;
use crate::exchange::decoding::{OpenError, decode};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// Largest list that is read, in bytes: one of a hundred thousand applications takes some 10 MB.
const MAX_LIST_BYTES: usize = 20_000_000;

/// Returns the files chosen in an input, and empties it so that the same ones can be chosen again.
#[must_use]
pub fn chosen(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = all(input.files());
    input.set_value("");
    files
}

/// Returns the files that were dropped.
#[must_use]
pub fn dropped(event: &DragEvent) -> Vec<File> {
    all(event.data_transfer().and_then(|dropped| dropped.files()))
}

fn all(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..).map_while(|index| files.get(index)).collect()
}

/// Returns the name of a file.
#[must_use]
pub fn name(file: &File) -> String {
    text_of(file, "name").unwrap_or_default()
}

/// Returns the text property `name` of a browser object. It is looked up by name because each name
/// that web-sys binds instead is a function in the first load.
fn text_of(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &JsValue::from_str(name)).ok()?.as_string()
}

/// Returns the bytes of a file of at most `most` bytes.
///
/// # Errors
/// [`OpenError::TooLarge`] above `most`; [`OpenError::Changed`] if the file has changed or is gone;
/// [`OpenError::Refused`] if it cannot be read for another reason.
pub async fn bytes(file: &File, most: usize) -> Result<Vec<u8>, OpenError> {
    let size = file.size();
    // A file size is a whole number, far below where a cast would round.
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

/// Decodes bytes in CP949 by the browser's own tables; `None` if they are not CP949.
#[must_use]
pub fn cp949(bytes: &[u8]) -> Option<String> {
    let decoder = Js::construct("TextDecoder", &["euc-kr".into()])?;
    let text = decoder.call("decode", &[Uint8Array::from(bytes).into()])?.value().as_string()?;
    // The decoder replaces what it cannot read by U+FFFD.
    (!text.contains('\u{fffd}')).then_some(text)
}

/// Returns the text of a list; `None` if the file is in an unknown encoding, too large, or gone.
pub async fn text(file: File) -> Option<String> {
    let bytes = bytes(&file, MAX_LIST_BYTES).await.ok()?;
    decode(bytes, cp949).ok().map(|decoded| decoded.text)
}

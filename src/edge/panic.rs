//! Panic hook: a panic ends the page's program, and the reader is informed instead of left with a
//! dead page.
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// Reports every panic on the console, and to the page's failure panel (`public/boot.js`) by an
/// event `jari-panic` on the document, with the message as its detail.
pub fn report() {
    std::panic::set_hook(Box::new(|info| {
        let message = JsValue::from_str(&info.to_string());
        web_sys::console::error_1(&message);

        let with = CustomEventInit::new();
        with.set_detail(&message);
        let event = CustomEvent::new_with_event_init_dict("jari-panic", &with);
        let document = web_sys::window().and_then(|window| window.document());
        if let (Ok(event), Some(document)) = (event, document) {
            // Nobody is left to hear of a failure here.
            let _ = document.dispatch_event(&event);
        }
    }));
}

//! Random numbers.

/// Returns a random number in `0.0..1.0`, different on every page.
#[must_use]
pub fn share() -> f64 {
    js_sys::Math::random()
}

/// Returns 16 bytes that nobody can guess; `None` if the browser gives none.
#[must_use]
pub fn bytes() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    let crypto = web_sys::window()?.crypto().ok()?;
    // Unlike other parts of `crypto`, this one needs no secure page.
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

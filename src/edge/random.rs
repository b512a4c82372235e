//! Chance.

/// A number from 0 to 1 that no two pages share.
#[must_use]
pub fn share() -> f64 {
    js_sys::Math::random()
}

/// Bytes that nobody can guess; `None` where the browser gives none.
#[must_use]
pub fn bytes() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    let crypto = web_sys::window()?.crypto().ok()?;
    // It gives them on any page, also on one that is not secure.
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

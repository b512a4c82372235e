//! Reads an operator's `config.json` into [`Settings`].
//!
//! It never fails: problems are noted, and defaults are used instead.

use serde_json::Value;

use super::depth::Walk;
use super::document::{self, OuterFields};
use super::json_path::{JsonPath, Notes};
use super::kinds::wrong;
use super::numbers::whole;
use super::texts;
use super::utf8::utf8;
use super::words::{is_address, quote};
use crate::model::limits::{
    LEAST_REFRESH_SECONDS, MAX_REFRESH_SECONDS, MAX_REVIEW_DAYS, MAX_SETTINGS_BYTES,
    MAX_STALE_HOURS,
};
use crate::model::problem::{JsonType, Problem, ProblemKind, Resolution};
use crate::model::settings::{Identity, Settings};
use crate::model::text::Text;

const FIELDS: &[&str] = &[
    "$schema",
    "capacity_url",
    "refresh_seconds",
    "stale_after_hours",
    "review_after_days",
    "submit_url",
    "site_name",
    "site_about",
    "site_url",
    "operator",
    "unofficial",
    "apply_name",
    "apply_url",
    // Read by `dist finish` for the site's content security policy; the page ignores it.
    "embed_sites",
];

/// Reads the settings of a site, at most [`MAX_SETTINGS_BYTES`], and returns them with their
/// problems.
#[must_use]
pub fn settings(bytes: &[u8]) -> (Settings, Vec<Problem>) {
    let mut notes = Notes::default();
    let opened = utf8(bytes, MAX_SETTINGS_BYTES).and_then(|text| {
        let document = document::open(text, FIELDS, &mut notes)?;
        Walk::default().through(text.as_bytes()).map(|()| document)
    });
    let settings = match opened {
        Ok(document) => settings_from(&document, &mut notes),
        Err(kind) => {
            // No field of a refused file is used, so the problems of its fields are dropped too.
            notes = Notes::default();
            notes.add(JsonPath::ROOT, kind, Resolution::Refused);
            Settings::default()
        }
    };
    (settings, notes.finish())
}

fn settings_from(document: &OuterFields<'_>, notes: &mut Notes) -> Settings {
    let default = Settings::CAPACITY_URL;
    let capacity_url = address(document, "capacity_url", Resolution::Used(default.into()), notes);
    Settings {
        capacity_url: capacity_url.unwrap_or_else(|| default.to_owned()),
        refresh_seconds: period(
            document,
            "refresh_seconds",
            (LEAST_REFRESH_SECONDS, MAX_REFRESH_SECONDS),
            Settings::REFRESH_SECONDS,
            notes,
        ),
        stale_after_hours: period(
            document,
            "stale_after_hours",
            (1, MAX_STALE_HOURS),
            Settings::STALE_AFTER_HOURS,
            notes,
        ),
        review_after_days: period(
            document,
            "review_after_days",
            (1, MAX_REVIEW_DAYS),
            Settings::REVIEW_AFTER_DAYS,
            notes,
        ),
        submit_url: address(document, "submit_url", Resolution::Ignored, notes),
        identity: Identity {
            name: text(document, "site_name", notes),
            about: text(document, "site_about", notes),
            url: address(document, "site_url", Resolution::Ignored, notes),
            operator: text(document, "operator", notes),
            unofficial: text(document, "unofficial", notes),
            apply_name: text(document, "apply_name", notes),
            apply_url: address(document, "apply_url", Resolution::Ignored, notes),
        },
    }
}

fn text(document: &OuterFields<'_>, key: &str, notes: &mut Notes) -> Option<Text> {
    let value = document.value(key, notes)?;
    texts::text(&value, JsonPath::ROOT.key(key), notes)
}

fn address(
    document: &OuterFields<'_>,
    key: &str,
    resolution: Resolution,
    notes: &mut Notes,
) -> Option<String> {
    let kind = match document.value(key, notes)? {
        Value::String(text) if is_address(&text) => return Some(text),
        Value::String(text) => ProblemKind::BadAddress { found: quote(&text) },
        other => wrong(JsonType::Text, &other),
    };
    notes.add(JsonPath::ROOT.key(key), kind, resolution);
    None
}

/// Reads a period in the unit of the field; 0 means never (`None`).
fn period(
    document: &OuterFields<'_>,
    key: &str,
    (least, most): (u32, u32),
    default: u32,
    notes: &mut Notes,
) -> Option<u32> {
    let Some(value) = document.value(key, notes) else { return Some(default) };
    match whole(&value, 0, 0).or_else(|_| whole(&value, least, most)) {
        Ok(0) => None,
        Ok(period) => Some(period),
        Err(kind) => {
            notes.add(JsonPath::ROOT.key(key), kind, Resolution::Used(default.to_string()));
            Some(default)
        }
    }
}

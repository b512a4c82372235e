//! Minimal HTML handling for finishing pages that this project wrote itself.

/// Escapes a text for use between tags and in attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Returns markup in Korean followed by English. `boot.js` removes the one that is not wanted;
/// until it runs, the English stands beside the Korean, unless `is_hidden`.
#[must_use]
pub fn in_both(korean: &str, english: &str, is_hidden: bool) -> String {
    let hidden = if is_hidden { " hidden" } else { "" };
    format!("<span lang=\"ko\">{korean}</span> <span lang=\"en\"{hidden}>{english}</span>")
}

/// Replaces the text between `<!-- mark -->` and `<!-- /mark -->` by `content`; the marks stay, so
/// that the call can be repeated.
pub fn fill(html: &str, mark: &str, content: &str) -> Result<String, String> {
    let (begin, end) = (format!("<!-- {mark} -->"), format!("<!-- /{mark} -->"));
    let parts = html.split_once(&begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&end)?;
        Some([before, &begin, content, &end, after].concat())
    });
    parts.ok_or_else(|| format!("there is no {begin} with its {end}"))
}

/// Iterates over the tags of a page, each without its `<` and `>`.
pub fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

/// Returns the value of an attribute of a tag.
#[must_use]
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// Returns the tag with an attribute set to `value`, in its old position or at the end.
#[must_use]
pub fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    match attribute(tag, name) {
        Some(old) => {
            tag.replacen(&format!(" {name}=\"{old}\""), &format!(" {name}=\"{value}\""), 1)
        }
        None => {
            let open = tag.trim_end_matches('/').trim_end();
            format!("{open} {name}=\"{value}\"{}", &tag[open.len()..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_never_markup() {
        assert_eq!(escape(r#"<b a="1" c='2'>&"#), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
    }

    #[test]
    fn what_is_filled_can_be_filled_again() {
        let once = fill("a<!-- x --><!-- /x -->b", "x", "1").unwrap();
        assert_eq!(once, "a<!-- x -->1<!-- /x -->b");
        assert_eq!(fill(&once, "x", "2").unwrap(), "a<!-- x -->2<!-- /x -->b");
        assert!(fill("<!-- /x --><!-- x -->", "x", "1").unwrap_err().contains("<!-- x -->"));
    }

    #[test]
    fn attributes_are_read_and_written() {
        let tag = r#"link data-a="1" rel="x"/"#;
        assert_eq!((attribute(tag, "rel"), attribute(tag, "a")), (Some("x"), None));
        assert_eq!(with_attribute(tag, "rel", "y"), r#"link data-a="1" rel="y"/"#);
        assert_eq!(with_attribute(tag, "id", "z"), r#"link data-a="1" rel="x" id="z"/"#);
        assert_eq!(with_attribute("script a", "b", "c"), r#"script a b="c""#);
        assert_eq!(tags("<a b>c</a> <d/>").collect::<Vec<_>>(), ["a b", "/a", "d/"]);
    }
}

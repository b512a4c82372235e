//! Production headers: the file `_headers` of Netlify and Cloudflare Pages.
use super::{embed, files::Files, names, paths, policy::Policy, subscriptions::media_type};
use std::fmt;

/// Name of the file.
pub const FILE: &str = "_headers";

/// `Cache-Control` of files that may be cached forever, as their names change with their bytes.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// `Cache-Control` of all other files: cached, but revalidated each time.
pub const ASKED_ABOUT: &str = "no-cache";

/// Rules of one `_headers` file, in file order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headers {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    /// Path, or prefix of a path if `any_rest`.
    path: String,
    any_rest: bool,
    headers: Vec<(String, String)>,
}

impl Headers {
    /// Returns the headers of a site: its policy everywhere, and a cache duration for each file.
    ///
    /// Every file has a rule of its own, because the hosts join the values of a header from several
    /// rules.
    #[must_use]
    pub fn of_site(files: &Files, policy: &Policy) -> Self {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut everywhere = policy.headers().map(|(name, value)| header(name, &value)).to_vec();
        let mut of_pages = None;
        if !policy.embedders().is_empty() {
            // Hosts join the values of a header from several rules, and browsers enforce the
            // stricter one: as the embedded page has another policy, each page carries its own. For
            // missing paths the older header forbids framing; on a page its policy takes precedence
            // over that header.
            of_pages = Some(everywhere.remove(0));
            everywhere.push(header("X-Frame-Options", "DENY"));
        }
        let mut rules = vec![Rule { path: "/".to_owned(), any_rest: true, headers: everywhere }];
        let mut rule = |path: &str, kept| {
            let mut headers = vec![header("Cache-Control", kept)];
            // Types that hosts do not know by the extension, or mistake for another.
            headers.extend(media_type(path).map(|kind| header("Content-Type", kind)));
            headers.extend(of_pages.clone().map(|(name, value)| match path {
                embed::PAGE => (name, policy.of_embedded_page()),
                _ => (name, value),
            }));
            rules.push(Rule { path: format!("/{path}"), any_rest: false, headers });
        };
        rule("", ASKED_ABOUT);
        for path in files.paths().filter(|path| *path != FILE && !paths::is_copy(path)) {
            rule(path, if names::is_by_bytes(path) { FOR_GOOD } else { ASKED_ABOUT });
        }
        Self { rules }
    }

    /// Parses a whole file: a path without indent, then its headers indented, one `Name: value` per
    /// line; `#` begins a comment line. A path may end in `*`.
    ///
    /// Other features of the hosts (placeholders, detaching) are rejected, not ignored: the tests
    /// would otherwise run with other headers than the production ones.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let refuse = |what: &str| Err(format!("_headers, line {}: {what}", index + 1));
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if line.starts_with([' ', '\t']) {
                let Some(rule) = rules.last_mut() else {
                    return refuse("a header before any path");
                };
                match content.split_once(':') {
                    Some((name, value)) if !name.trim().is_empty() => {
                        rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
                    }
                    _ => return refuse("expected `Name: value`"),
                }
            } else {
                let (path, any_rest) = match content.strip_suffix('*') {
                    Some(start) => (start, true),
                    None => (content, false),
                };
                if !path.starts_with('/') || path.contains(['*', ':']) {
                    return refuse("expected a path such as `/name` or `/folder/*`");
                }
                rules.push(Rule { path: path.to_owned(), any_rest, headers: Vec::new() });
            }
        }
        Ok(Self { rules })
    }

    /// Returns the headers of a path such as `/index.html`: those of every matching rule, in order.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.rules
            .iter()
            .filter(move |rule| match rule.any_rest {
                true => path.starts_with(&rule.path),
                false => path == rule.path,
            })
            .flat_map(|rule| &rule.headers)
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl fmt::Display for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Rule { path, any_rest, headers } in &self.rules {
            writeln!(f, "{path}{}", if *any_rest { "*" } else { "" })?;
            headers.iter().try_for_each(|(name, value)| writeln!(f, "  {name}: {value}"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_site_each_file_has_each_header_once_and_hashes_alone_are_kept_for_good() {
        let mut files = Files::default();
        for path in ["index.html", "page-0123456789abcdef.js", "capacity.json", "schema/a.json"] {
            files.put(path, "");
            files.put(format!("{path}.br"), "");
        }
        let headers = Headers::of_site(&files, &Policy::default());
        let cases = [
            ("/", ASKED_ABOUT),
            ("/index.html", ASKED_ABOUT),
            ("/page-0123456789abcdef.js", FOR_GOOD),
            ("/capacity.json", ASKED_ABOUT),
            ("/schema/a.json", ASKED_ABOUT),
        ];
        for (path, kept) in cases {
            let mut all: Vec<_> = headers.of(path).collect();
            assert!(all.contains(&("Cache-Control", kept)), "{path}: {all:?}");
            let many = all.len();
            all.sort_unstable();
            all.dedup_by_key(|(name, _)| *name);
            assert_eq!((all.len(), many), (6, 6), "{path}: {all:?}");
        }
        // A missing file is not cached, and a precompressed copy has no address of its own.
        assert_eq!(headers.of("/page-fedcba9876543210.js").count(), 5);
        let text = headers.to_string();
        assert!(!text.contains(".br"), "{text}");
        assert_eq!(Headers::parse(&text), Ok(headers));
    }

    #[test]
    fn where_a_site_may_embed_the_picture_every_file_has_a_policy_of_its_own() {
        let mut files = Files::default();
        for path in ["index.html", "embed.html", "404.html"] {
            files.put(path, "");
        }
        let policy = Policy::default().embedded_by(vec!["https://news.example".to_owned()]);
        let headers = Headers::of_site(&files, &policy);
        let policies = |path: &str| {
            let all = headers.of(path).filter(|(name, _)| *name == "Content-Security-Policy");
            all.map(|(_, value)| value.to_owned()).collect::<Vec<_>>()
        };
        let [(_, own), ..] = policy.headers();
        for path in ["/", "/index.html", "/404.html"] {
            assert_eq!(policies(path), std::slice::from_ref(&own), "{path}");
        }
        let [embedded] = &policies("/embed.html")[..] else { panic!("one policy") };
        assert!(embedded.ends_with("frame-ancestors https://news.example"), "{embedded}");
        assert!(own.ends_with("frame-ancestors 'none'"));
        // A path without a file has the older header.
        assert!(headers.of("/nothing").any(|header| header == ("X-Frame-Options", "DENY")));
        assert_eq!(Headers::parse(&headers.to_string()), Ok(headers));
    }

    #[test]
    fn every_matching_rule_applies_in_order() {
        let headers =
            Headers::parse("# all\n/*\n  A: 1\n  B: x: y\n\n/schema/*\n\tC: 3\n/one\n  D: 4\n")
                .expect("well formed");
        let of = |path| headers.of(path).map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>();
        assert_eq!(of("/"), ["A=1", "B=x: y"]);
        assert_eq!(of("/schema/v1.json"), ["A=1", "B=x: y", "C=3"]);
        assert_eq!(of("/one"), ["A=1", "B=x: y", "D=4"]);
        assert_eq!(of("/one/more"), ["A=1", "B=x: y"]);
    }

    #[test]
    fn what_the_server_would_not_apply_is_refused_with_its_line() {
        for (text, line) in [
            ("  A: 1\n", "line 1"),
            ("/*\n  no colon\n", "line 2"),
            ("/*\n  : 1\n", "line 2"),
            ("/:name\n  A: 1\n", "line 1"),
            ("/a*b\n  A: 1\n", "line 1"),
            ("https://example.org/*\n  A: 1\n", "line 1"),
        ] {
            let refusal = Headers::parse(text).expect_err(text);
            assert!(refusal.contains(line), "{text:?}: {refusal}");
        }
    }
}

//! Restrictions for browsers: the content security policy and related headers, all defined here.

use crate::model::Settings;

/// Content security policy, by directive. Everything that is not listed is refused.
///
/// Scripts may compile WebAssembly and nothing else from bytes or texts. No text becomes markup,
/// code or the address of a script: the only trusted-types policy that may be created returns one
/// address, that of the service worker (public/update.js).
const DIRECTIVES: [(&str, &str); 11] = [
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    (CONNECT, "'self'"),
    ("img-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "jari-worker"),
];

/// Directive for the origins that data may be fetched from and sent to.
const CONNECT: &str = "connect-src";

/// Directive that browsers obey only in a header.
const HEADER_ONLY: (&str, &str) = ("frame-ancestors", "'none'");

/// Policy of the embeddable picture, as far as a page itself can carry it.
const EMBEDDED: [(&str, &str); 5] = [
    ("default-src", "'none'"),
    ("style-src", "'self'"),
    // For its icon.
    ("img-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
];

/// Browser features that the page does not use.
const REFUSED: [&str; 10] = [
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
];

/// Policy of one site: the common directives plus the other origins that its settings name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    others: Vec<String>,
    embedders: Vec<String>,
}

impl Policy {
    /// Creates the policy of a site with these settings.
    ///
    /// # Errors
    /// Fails with an address whose host cannot be written in a policy.
    pub fn of(settings: &Settings) -> Result<Self, String> {
        let mut others = Vec::new();
        for address in [Some(&settings.capacity_url), settings.submit_url.as_ref()] {
            let origin = address.map_or(Ok(None), |address| origin(address))?;
            others.extend(origin.filter(|origin| !others.contains(origin)));
        }
        Ok(Self { others, embedders: Vec::new() })
    }

    /// Returns the policy with the sites that may embed the picture of `embed.html`.
    #[must_use]
    pub fn embedded_by(self, embedders: Vec<String>) -> Self {
        Self { embedders, ..self }
    }

    /// Returns the sites that may embed the picture of `embed.html`.
    #[must_use]
    pub fn embedders(&self) -> &[String] {
        &self.embedders
    }

    /// Returns the policy inside the embeddable page: it may show itself and run nothing.
    #[must_use]
    pub fn in_embedded_page(&self) -> String {
        EMBEDDED.map(|(name, value)| [name, " ", value].concat()).join("; ")
    }

    /// Returns the embeddable page's policy as a header; only a header can restrict who may frame
    /// it.
    #[must_use]
    pub fn of_embedded_page(&self) -> String {
        let ancestors = match self.embedders.as_slice() {
            [] => HEADER_ONLY.1.to_owned(),
            embedders => embedders.join(" "),
        };
        format!("{}; {} {ancestors}", self.in_embedded_page(), HEADER_ONLY.0)
    }

    /// Returns the origins other than the site's own that data may be fetched from and sent to.
    #[must_use]
    pub fn others(&self) -> &[String] {
        &self.others
    }

    /// Returns the policy inside the page, for hosts that do not send our headers.
    #[must_use]
    pub fn in_page(&self) -> String {
        self.written(&DIRECTIVES)
    }

    /// Returns the headers of every response.
    #[must_use]
    pub fn headers(&self) -> [(&'static str, String); 5] {
        let mut all = DIRECTIVES.to_vec();
        all.push(HEADER_ONLY);
        [
            ("Content-Security-Policy", self.written(&all)),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("Permissions-Policy", REFUSED.map(|name| format!("{name}=()")).join(", ")),
            ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ]
    }

    fn written(&self, directives: &[(&str, &str)]) -> String {
        let others = self.others.iter().map(|origin| format!(" {origin}")).collect::<String>();
        let each = directives.iter().map(|(name, value)| match *name {
            CONNECT => format!("{name} {value}{others}"),
            _ => format!("{name} {value}"),
        });
        each.collect::<Vec<_>>().join("; ")
    }
}

/// Parses the sites that the settings allow to embed the picture (`embed_sites`), each an origin
/// such as `https://news.example`.
///
/// The page itself does not need them, so they are read only when a site is finished.
///
/// # Errors
/// Fails if the value is not a list, or with the first entry that is not such an origin.
pub fn embedders(settings: &[u8]) -> Result<Vec<String>, String> {
    let wrong = |what: &str| {
        format!(
            "config.json: embed_sites: {what} is no origin of a site, such as https://news.example"
        )
    };
    let settings: serde_json::Value =
        serde_json::from_slice(settings).map_err(|error| format!("config.json: {error}"))?;
    let sites = match settings.get("embed_sites") {
        None | Some(serde_json::Value::Null) => return Ok(Vec::new()),
        Some(serde_json::Value::Array(sites)) => sites,
        Some(other) => return Err(wrong(&other.to_string())),
    };
    let each = sites.iter().map(|site| {
        let text = site.as_str().unwrap_or_default();
        let is_web = text.starts_with("https://") || text.starts_with("http://");
        match origin(text) {
            Ok(Some(origin)) if is_web && origin == text => Ok(origin),
            _ => Err(wrong(&site.to_string())),
        }
    });
    each.collect()
}

/// Returns the origin of an address in the settings; `None` for a path, which belongs to the site's
/// own origin.
fn origin(address: &str) -> Result<Option<String>, String> {
    let Some((scheme, rest)) = address.split_once("://") else { return Ok(None) };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // A policy is separated by spaces, semicolons and commas, and may contain wildcards.
    let is_plain = |char: char| char.is_ascii_alphanumeric() || "-._:[]".contains(char);
    match !host.is_empty() && host.chars().all(is_plain) {
        true => Ok(Some(format!("{scheme}://{host}"))),
        false => Err(format!(
            "config.json: no policy can name the host of {address}; write it in ASCII (xn--…)"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_what_the_header_says_but_for_what_only_a_header_can_say() {
        let policy = Policy::default();
        let [(name, header), ..] = policy.headers();
        assert_eq!(name, "Content-Security-Policy");
        assert_eq!(format!("{}; frame-ancestors 'none'", policy.in_page()), header);
        assert!(header.starts_with("default-src 'none'; "));
        for weakness in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "data:", "blob:", "*"]
        {
            assert!(!header.contains(weakness), "{weakness} in {header}");
        }
    }

    #[test]
    fn the_policy_for_cloudfront_says_the_same() {
        let file = include_str!("../../docs/hosting/cloudfront-headers.json");
        let file: serde_json::Value = serde_json::from_str(file).unwrap();
        let (secure, custom) = (&file["SecurityHeadersConfig"], &file["CustomHeadersConfig"]);
        let [policy, _, referrer, permissions, opener] = Policy::default().headers();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        assert_eq!(text(&secure["ContentSecurityPolicy"]["ContentSecurityPolicy"]), policy.1);
        assert_eq!(secure["ContentTypeOptions"]["Override"], true);
        assert_eq!(text(&secure["ReferrerPolicy"]["ReferrerPolicy"]), referrer.1);
        let items = custom["Items"].as_array().unwrap();
        assert_eq!(custom["Quantity"], items.len());
        for (item, (name, value)) in items.iter().zip([permissions, opener]) {
            assert_eq!((text(&item["Header"]), text(&item["Value"])), (name.to_owned(), value));
        }
    }

    fn of(capacity: &str, submit: Option<&str>) -> Result<Policy, String> {
        Policy::of(&Settings {
            capacity_url: capacity.to_owned(),
            submit_url: submit.map(str::to_owned),
            ..Settings::default()
        })
    }

    #[test]
    fn data_may_come_from_and_go_to_the_origins_that_the_settings_name_and_no_other() {
        assert_eq!(of("data/capacity.json", Some("/submit")), Ok(Policy::default()));
        let policy = of("https://data.example.org/a.json?b", Some("http://[::1]:8080#c")).unwrap();
        let connect = "; connect-src 'self' https://data.example.org http://[::1]:8080; img-src";
        assert!(policy.in_page().contains(connect), "{}", policy.in_page());
        assert_eq!(policy.in_page().matches("example.org").count(), 1);
        let twice = of("https://one.example/a", Some("https://one.example/b")).unwrap();
        assert_eq!(twice.others(), ["https://one.example"]);
    }

    #[test]
    fn the_picture_runs_nothing_and_is_framed_by_named_sites_alone() {
        let closed = Policy::default();
        assert!(closed.of_embedded_page().ends_with("; frame-ancestors 'none'"));
        let sites = br#"{"embed_sites":["https://news.example","http://127.0.0.1:8080"]}"#;
        let open = Policy::default().embedded_by(embedders(sites).unwrap());
        let header = open.of_embedded_page();
        assert!(header.ends_with("; frame-ancestors https://news.example http://127.0.0.1:8080"));
        assert!(header.starts_with("default-src 'none'; ") && !header.contains("script-src"));
        // The picture may be framed, the page may not.
        assert_eq!(open.headers(), closed.headers());
        assert_eq!(embedders(b"{}"), Ok(Vec::new()));
        for wrong in [
            "\"https://a\"",
            "[1]",
            "[\"https://a/b\"]",
            "[\"*\"]",
            "[\"https://*.a\"]",
            "[\"a\"]",
            "[\"https://a; script-src *\"]",
            "[\"https:\"]",
            "[\"ftp://a\"]",
        ] {
            let refusal = embedders(format!("{{\"embed_sites\":{wrong}}}").as_bytes()).unwrap_err();
            assert!(refusal.contains("embed_sites"), "{wrong}: {refusal}");
        }
    }

    #[test]
    fn a_host_that_would_be_more_than_a_host_in_a_policy_is_refused() {
        for host in ["*", "a;script-src", "a,b", "자리.example", "a'b", ""] {
            let refusal = of(&format!("https://{host}/a.json"), None).unwrap_err();
            assert!(refusal.contains(&format!("https://{host}/a.json")), "{refusal}");
        }
    }
}

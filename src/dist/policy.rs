//! What browsers are told to refuse: the one home of the content security policy and its companions.

/// The content security policy, by directive. All that is not named is refused.
///
/// Scripts may compile WebAssembly and nothing else from bytes or texts; no text becomes markup,
/// code or the address of a script, as the one policy for trusted types that may be made gives one
/// address, that of the service worker (public/update.js).
const DIRECTIVES: [(&str, &str); 11] = [
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("connect-src", "'self'"),
    ("img-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "jari-worker"),
];

/// What browsers obey in a header alone.
const HEADER_ONLY: (&str, &str) = ("frame-ancestors", "'none'");

/// The policy as a page carries it, for hosts that send no headers of ours.
#[must_use]
pub fn in_page() -> String {
    written(&DIRECTIVES)
}

/// The headers of every answer.
#[must_use]
pub fn headers() -> [(&'static str, String); 5] {
    let mut all = DIRECTIVES.to_vec();
    all.push(HEADER_ONLY);
    let refused = [
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
    [
        ("Content-Security-Policy", written(&all)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", refused.map(|name| format!("{name}=()")).join(", ")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ]
}

fn written(directives: &[(&str, &str)]) -> String {
    let each: Vec<String> =
        directives.iter().map(|(name, value)| format!("{name} {value}")).collect();
    each.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_what_the_header_says_but_for_what_only_a_header_can_say() {
        let [(name, header), ..] = headers();
        assert_eq!(name, "Content-Security-Policy");
        assert_eq!(format!("{}; frame-ancestors 'none'", in_page()), header);
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
        let [policy, _, referrer, permissions, opener] = headers();
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
}

//! Who is let in: the page that this program opened, and nothing else that runs in the browser or on the network.

use std::fmt::Write as _;
use std::io;

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method};

/// The header in which the page shows the secret of its address.
pub(super) const TOKEN: &str = "x-rapikan-token";

/// 128 random bits as hexadecimal digits.
///
/// # Errors
/// If the system gives none.
pub(super) fn secret() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().fold(String::new(), |mut shown, byte| {
        // Writing into a text cannot fail.
        let _ = write!(shown, "{byte:02x}");
        shown
    }))
}

/// Whether the request was meant for this very server: a name that someone else points at this computer is none.
pub(super) fn is_own_host(headers: &HeaderMap, port: u16) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    hosts(port).iter().any(|own| own == host)
}

/// Whether a request to the interface comes from our own page: it knows the secret, and no other page sent it. A
/// browser names the origin of every request but that of plain reading within one site.
pub(super) fn is_own_page(method: &Method, headers: &HeaderMap, port: u16, secret: &str) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let origin = match text(ORIGIN.as_str()) {
        Some(origin) => hosts(port).iter().any(|own| origin.strip_prefix("http://") == Some(own)),
        None => {
            method == Method::GET
                && text("sec-fetch-site").is_none_or(|site| ["same-origin", "none"].contains(&site))
        }
    };
    origin && is_own_host(headers, port) && same(text(TOKEN).unwrap_or_default(), secret)
}

fn hosts(port: u16) -> [String; 2] {
    [format!("127.0.0.1:{port}"), format!("localhost:{port}")]
}

/// Equality whose time does not tell how much was right.
fn same(left: &str, right: &str) -> bool {
    let differing = left.bytes().zip(right.bytes()).fold(0, |found, (left, right)| found | (left ^ right));
    left.len() == right.len() && differing == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn let_in(method: &Method, headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| {
            (axum::http::HeaderName::from_static(name), axum::http::HeaderValue::from_static(value))
        });
        is_own_page(method, &headers.collect(), 5000, "secret")
    }

    #[test]
    fn only_the_page_itself_is_let_in() {
        let (host, token) = (("host", "127.0.0.1:5000"), (TOKEN, "secret"));
        let origin = ("origin", "http://127.0.0.1:5000");
        assert!(let_in(&Method::POST, &[host, token, origin]));
        assert!(let_in(&Method::GET, &[host, token]));
        for headers in [
            &[host, origin][..],
            &[host, origin, (TOKEN, "secreT")],
            &[host, origin, (TOKEN, "secret1")],
            &[host, token],
            &[host, token, ("origin", "http://evil.example")],
            &[host, token, ("origin", "null")],
            &[host, token, ("origin", "http://127.0.0.1:5001")],
            &[("host", "evil.example:5000"), token, origin],
            &[("host", "127.0.0.1:5001"), token, origin],
            &[token, origin],
        ] {
            assert!(!let_in(&Method::POST, headers), "{headers:?}");
        }
        assert!(!let_in(&Method::GET, &[host, token, ("sec-fetch-site", "cross-site")]));
    }

    #[test]
    fn secrets_are_long_and_differ() {
        let (one, other) = (secret().unwrap(), secret().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
    }
}

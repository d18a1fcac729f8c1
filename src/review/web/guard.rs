//! The guard: which requests are answered at all.
//!
//! Other programs and other pages on this machine can reach the port too. Each request must bear a key that only the
//! address which was printed holds, must be meant for this machine by name, and must not come from another page.

use std::fmt::Write as _;

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY};
use axum::http::header::{X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::error::{Error, Result, Trouble};
use crate::report::html::{Mode, policy};

/// The header that bears the key; the page's own address bears it as `?key=`.
const KEY: HeaderName = HeaderName::from_static("x-tahqiq-key");
/// Bytes of the key.
const BYTES: usize = 32;

/// What a request must be like.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    key: String,
    port: u16,
}

impl Guard {
    /// A guard with a new random key.
    pub(super) fn new(port: u16) -> Result<Self> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes)
            .map_err(|error| Error::new(Trouble::Disk, format!("the system gives no random key: {error}")))?;
        let mut key = String::with_capacity(2 * BYTES);
        for byte in bytes {
            let _ = write!(key, "{byte:02x}");
        }
        Ok(Self { key, port })
    }

    /// The address of the page.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?key={}", self.port, self.key)
    }

    /// Why a request is refused, if it is.
    fn refusal(&self, uri: &Uri, headers: &HeaderMap) -> Option<&'static str> {
        let path = uri.path();
        if path.contains("..") || path.contains('%') || path.contains('\\') {
            return Some("no such path");
        }
        let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        if !self.hosts().iter().any(|own| own == host) {
            return Some("this is served to this machine alone");
        }
        if headers.get(ORIGIN).is_some_and(|origin| !self.is_own(origin)) {
            return Some("another page may not ask");
        }
        let given = headers.get(KEY).and_then(|key| key.to_str().ok()).or_else(|| key_of(uri));
        let is_right = given.is_some_and(|given| same(given, &self.key));
        (!is_right).then_some("the key of this run is missing: open the address that the program printed")
    }

    fn hosts(&self) -> [String; 2] {
        ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", self.port))
    }

    fn is_own(&self, origin: &HeaderValue) -> bool {
        let origin = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
        origin.is_some_and(|origin| self.hosts().iter().any(|own| own == origin))
    }
}

/// The key in the page's address; other requests bear it in a header.
fn key_of(uri: &Uri) -> Option<&str> {
    let query = uri.query().filter(|_| uri.path() == "/")?;
    query.split('&').find_map(|pair| pair.strip_prefix("key="))
}

/// Whether both are the same, in a time that does not tell how much of them is.
fn same(given: &str, key: &str) -> bool {
    let differences = given.bytes().zip(key.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    given.len() == key.len() && differences == 0
}

/// Answers the request if it may be answered, and says of every answer that nobody is to keep, frame or reinterpret it.
pub(super) async fn watch(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let mut response = match guard.refusal(request.uri(), request.headers()) {
        None => next.run(request).await,
        Some(why) => (StatusCode::FORBIDDEN, axum::Json(serde_json::json!({ "error": why }))).into_response(),
    };
    let policy = format!("{}; frame-ancestors 'none'", policy(Mode::Served { decided: &[], undo: 0 }));
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

//! The router: which request means what.

use std::sync::{Arc, Mutex};

use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Notify;

use super::guard::{Guard, watch};
use super::page::{Page, Target, locked};
use super::why::Asked;
use crate::docket::{Correction, Ruling};
use crate::error::{Error, Trouble};

/// Bytes of a request beyond which it is refused: the longest that a person types is far shorter.
const LONGEST: usize = 64 * 1024;

type Shared = Arc<Mutex<Page>>;

/// The paths of the page and of what it asks for.
pub(super) fn router(page: Shared, guard: Guard, end: Arc<Notify>) -> Router {
    Router::new()
        .route("/", get(html))
        .route("/api/why", get(why))
        .route("/api/rule", post(rule))
        .route("/api/undo", post(undo))
        .route("/api/known", post(known))
        .route("/api/verify", post(verify))
        .route("/api/finish", post(async move || finish(&end)))
        .layer(DefaultBodyLimit::max(LONGEST))
        .layer(middleware::from_fn_with_state(guard, watch))
        .with_state(page)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    ruling: Ruling,
    document: Option<String>,
    change: Option<String>,
    cluster: Option<String>,
    reason: Option<String>,
}

impl Rule {
    /// What is ruled on: a change or all of a document, or a cluster.
    fn target(&self) -> Result<Target<'_>, Error> {
        match (&self.document, &self.change, &self.cluster) {
            (Some(document), Some(change), None) => Ok(Target::Change { document, change }),
            (Some(document), None, None) => Ok(Target::Document(document)),
            (None, None, Some(cluster)) => Ok(Target::Cluster(cluster)),
            _ => Err(Error::new(
                Trouble::Usage,
                "a ruling names a document, a document and a change, or a cluster",
            )),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    document: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Noted {
    document: String,
    kind: String,
    text: String,
    start: u32,
    says: Option<String>,
    right: Option<String>,
    why: String,
}

type Body<T> = Result<Json<T>, JsonRejection>;

async fn html(State(page): State<Shared>) -> Html<String> {
    Html(locked(&page).html())
}

async fn why(State(page): State<Shared>, asked: Result<Query<Asked>, QueryRejection>) -> Response {
    match asked {
        Ok(Query(asked)) => answer(locked(&page).why(&asked).map(|trials| json!({ "trials": trials }))),
        Err(error) => refused(error.status(), &error.body_text()),
    }
}

async fn rule(State(page): State<Shared>, body: Body<Rule>) -> Response {
    with(body, |rule| {
        let ruled =
            rule.target().and_then(|target| locked(&page).rule(target, rule.ruling, rule.reason.as_deref()));
        answer(ruled)
    })
}

async fn undo(State(page): State<Shared>, body: Body<Nothing>) -> Response {
    with(body, |Nothing {}| answer(locked(&page).undo()))
}

async fn known(State(page): State<Shared>, body: Body<Noted>) -> Response {
    with(body, |noted| {
        let Noted { document, kind, text, start, says, right, why } = noted;
        answer(locked(&page).note(&document, &Correction { kind, text, start, says, right, why }))
    })
}

async fn verify(State(page): State<Shared>, body: Body<Named>) -> Response {
    with(body, |Named { document }| answer(locked(&page).verify(&document)))
}

fn finish(end: &Notify) -> Response {
    end.notify_one();
    Json(json!({})).into_response()
}

fn with<T>(body: Body<T>, act: impl FnOnce(T) -> Response) -> Response {
    match body {
        Ok(Json(body)) => act(body),
        Err(error) => refused(error.status(), &error.body_text()),
    }
}

/// What was asked for, or why it could not be done.
fn answer(done: Result<impl serde::Serialize, Error>) -> Response {
    match done {
        Ok(said) => Json(said).into_response(),
        Err(error) => refused(StatusCode::CONFLICT, &error.to_string()),
    }
}

fn refused(status: StatusCode, why: &str) -> Response {
    (status, Json(json!({ "error": why }))).into_response()
}

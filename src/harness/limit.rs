//! Limits: numbers of facts and shares of a whole, as a configuration states them.

use std::fmt;

use serde::Deserialize;

/// Millionths in a whole.
const WHOLE: u64 = 1_000_000;
/// Digits behind the point of a percentage that are kept.
const PLACES: usize = 4;

/// A part of a whole, exact to a millionth: `0.95`, or `"95%"`.
///
/// ```
/// use tahqiq::harness::Share;
///
/// let half_a_percent = Share::percent("0.5%").unwrap();
/// assert_eq!((half_a_percent.of(1_943), half_a_percent.to_string().as_str()), (9, "0.5%"));
/// assert_eq!(Share::percent("half"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "toml::Value")]
pub struct Share(u64);

/// How many facts something may become of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "toml::Value")]
pub enum Limit {
    /// So many.
    Facts(usize),
    /// That part of those that were accepted.
    Share(Share),
}

impl Share {
    /// What a percentage such as `0.5%` says; none where it is no percentage, or has more than four decimal places.
    pub fn percent(text: &str) -> Option<Self> {
        let digits = text.trim().strip_suffix('%')?.trim_end();
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || part.len() > PLACES || !is_number(whole) || !is_number(part) {
            return None;
        }
        format!("{whole}{part:0<PLACES$}").parse().ok().map(Self)
    }

    /// The most whole things that are that part of `whole`.
    pub fn of(self, whole: usize) -> usize {
        let part = whole as u128 * u128::from(self.0) / u128::from(WHOLE);
        usize::try_from(part).unwrap_or(usize::MAX)
    }

    /// From 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a share that matters is far below 2^52 millionths")]
    pub fn value(self) -> f64 {
        self.0 as f64 / WHOLE as f64
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(PLACES as u32);
        let part = format!("{:0PLACES$}", self.0 % unit);
        match part.trim_end_matches('0') {
            "" => write!(f, "{}%", self.0 / unit),
            part => write!(f, "{}.{part}%", self.0 / unit),
        }
    }
}

impl TryFrom<toml::Value> for Share {
    type Error = &'static str;

    fn try_from(value: toml::Value) -> Result<Self, Self::Error> {
        let share = match &value {
            toml::Value::String(text) => Self::percent(text),
            toml::Value::Integer(0) => Some(Self(0)),
            toml::Value::Integer(1) => Some(Self(WHOLE)),
            // A fraction in decimal digits is a percentage with the point two places further on.
            toml::Value::Float(part) => Self::percent(&format!("{:.4}%", part * 100.0)),
            _ => None,
        };
        share.filter(|share| share.0 <= WHOLE).ok_or("expected a share from 0 to 1, such as 0.95 or \"95%\"")
    }
}

impl TryFrom<toml::Value> for Limit {
    type Error = &'static str;

    fn try_from(value: toml::Value) -> Result<Self, Self::Error> {
        let limit = match &value {
            toml::Value::Integer(facts) => usize::try_from(*facts).ok().map(Self::Facts),
            toml::Value::String(text) => Share::percent(text).map(Self::Share),
            _ => None,
        };
        limit.ok_or("expected a number of facts, or a share of those that were accepted, such as \"0.5%\"")
    }
}

//! The document's own day: what relative times are resolved against.

use jiff::civil;

use crate::error::{Error, Result, Trouble};
use crate::fact::Moment;

/// A day, perhaps with a clock time and an offset, as it is given on the command line, in a sidecar or in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The day, and the minute where it is known.
    pub moment: Moment,
    /// Seconds east of Greenwich, where known.
    pub offset: Option<i32>,
}

impl Anchor {
    /// Reads `2022-01-24`, `2022-01-24T12:30` or `2022-01-24T12:30+02:00`.
    ///
    /// # Errors
    /// Anything else, or a day that no calendar has.
    ///
    /// ```
    /// use tahqiq::extract::Anchor;
    ///
    /// let anchor = Anchor::parse("2022-01-24T12:30+02:00").unwrap();
    /// assert_eq!(anchor.to_string(), "2022-01-24T12:30+02:00");
    /// assert!(Anchor::parse("2022-02-30").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || {
            Error::new(Trouble::Usage, format!("`{text}` is not a date"))
                .advise("write it as 2022-01-24, 2022-01-24T12:30 or 2022-01-24T12:30+02:00")
        };
        let (day, rest) = text.split_at_checked(10).ok_or_else(wrong)?;
        let day: civil::Date = day.parse().map_err(|_| wrong())?;
        if rest.is_empty() {
            return Ok(Self { moment: Moment { day, clock: None }, offset: None });
        }
        let rest = rest.strip_prefix('T').ok_or_else(wrong)?;
        let cut = rest.find(['+', '-', 'Z']).unwrap_or(rest.len());
        let clock: civil::Time = rest[..cut].parse().map_err(|_| wrong())?;
        let offset = match &rest[cut..] {
            "" => None,
            zone => Some(offset(zone).ok_or_else(wrong)?),
        };
        Ok(Self { moment: Moment { day, clock: Some(clock) }, offset })
    }
}

/// Seconds east of Greenwich of `Z`, `+02:00` or `-03:30`.
fn offset(text: &str) -> Option<i32> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, digits) = text.split_at(1);
    let (hours, minutes) = digits.split_once(':')?;
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    (seconds <= 14 * 3600).then_some(if sign == "-" { -seconds } else { seconds })
}

impl std::fmt::Display for Anchor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.moment)?;
        match self.offset {
            Some(seconds) => f.write_str(&offset_name(seconds)),
            None => Ok(()),
        }
    }
}

/// `+02:00`, as ISO 8601 writes an offset.
pub fn offset_name(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", seconds.abs() / 3600, seconds.abs() % 3600 / 60)
}

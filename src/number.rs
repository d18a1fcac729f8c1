//! Exact numbers: what a text says, without the rounding of a float.

use std::fmt;

/// An exact rational number, kept in lowest terms with a positive denominator.
///
/// ```
/// use tahqiq::number::Number;
///
/// assert_eq!(Number::decimal(35, 1).to_string(), "3.5");
/// assert_eq!(Number::ratio(2, 6).unwrap().to_string(), "1/3");
/// assert_eq!(Number::from(12).times(1000.into()).unwrap().to_string(), "12000");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    numerator: i128,
    denominator: i128,
}

/// Decimal places up to which a fraction is written as a decimal.
const SHORT_DECIMAL: u32 = 9;
/// Significant digits that survive a reader who parses JSON numbers as binary floats.
const EXACT_AS_FLOAT: u32 = 15;

impl Number {
    /// `units / 10^places`: what the digits `units` mean with the point `places` from the right.
    ///
    /// # Panics
    /// Where `places` is above 38, more than any readable run of digits has.
    pub fn decimal(units: i128, places: u32) -> Self {
        Self::reduced(units, 10_i128.pow(places))
    }

    /// `numerator / denominator`, or `None` for a zero denominator.
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        (denominator != 0).then(|| Self::reduced(numerator, denominator))
    }

    fn reduced(numerator: i128, denominator: i128) -> Self {
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()).max(1).cast_signed();
        let sign = if denominator < 0 { -1 } else { 1 };
        Self { numerator: sign * numerator / divisor, denominator: sign * denominator / divisor }
    }

    /// The sum, or `None` where it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        let below = self.denominator.checked_mul(other.denominator)?;
        Some(Self::reduced(left.checked_add(right)?, below))
    }

    /// The product, or `None` where it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        let above = self.numerator.checked_mul(other.numerator)?;
        let below = self.denominator.checked_mul(other.denominator)?;
        Some(Self::reduced(above, below))
    }

    /// The additive inverse.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    /// The value where it is whole.
    pub fn integer(self) -> Option<i128> {
        (self.denominator == 1).then_some(self.numerator)
    }

    /// Numerator and denominator in lowest terms, the denominator positive.
    pub fn parts(self) -> (i128, i128) {
        (self.numerator, self.denominator)
    }

    /// The decimal notation, where a short one is exact: at most nine decimal places and, with a point, at most
    /// fifteen significant digits, so that a reader with binary floats gets the same number back.
    pub fn short_decimal(self) -> Option<String> {
        if self.denominator == 1 {
            return Some(self.numerator.to_string());
        }
        let places = (1..=SHORT_DECIMAL).find(|p| 10_i128.pow(*p) % self.denominator == 0)?;
        let units = self.numerator.checked_mul(10_i128.pow(places) / self.denominator)?;
        let digits = units.unsigned_abs().to_string();
        if digits.len() > EXACT_AS_FLOAT as usize {
            return None;
        }
        let places = places as usize;
        let (whole, rest) = digits.split_at(digits.len().saturating_sub(places));
        let mut decimal = String::with_capacity(digits.len() + places + 3);
        decimal.push_str(if units < 0 { "-" } else { "" });
        decimal.push_str(if whole.is_empty() { "0" } else { whole });
        decimal.push('.');
        decimal.extend(std::iter::repeat_n('0', places - rest.len()));
        decimal.push_str(rest);
        Some(decimal)
    }
}

impl From<i128> for Number {
    fn from(value: i128) -> Self {
        Self { numerator: value, denominator: 1 }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    /// Numerical order; where the cross products do not fit, the order of the floats nearest to both.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let left = self.numerator.checked_mul(other.denominator);
        let right = other.numerator.checked_mul(self.denominator);
        match (left, right) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.nearest_float().total_cmp(&other.nearest_float()),
        }
    }
}

impl Number {
    #[expect(clippy::cast_precision_loss, reason = "only orders numbers beyond what 128 bits multiply")]
    fn nearest_float(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

/// A short decimal where one is exact, else `numerator/denominator`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.short_decimal() {
            Some(decimal) => f.write_str(&decimal),
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

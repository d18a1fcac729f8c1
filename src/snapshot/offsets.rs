//! Offsets in other units than bytes of UTF-8: the one place where they are converted.

use super::record::Record;

/// The unit in which places are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Offsets {
    /// Bytes of UTF-8.
    #[default]
    Bytes,
    /// Unicode code points, as Python counts.
    Chars,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

impl Offsets {
    fn width(self, c: char) -> u32 {
        match self {
            Self::Bytes => c.len_utf8() as u32,
            Self::Chars => 1,
            Self::Utf16 => c.len_utf16() as u32,
        }
    }
}

impl Record<'_> {
    /// Counts every place in `unit` instead of bytes. One pass over `text`.
    pub fn count_in(&mut self, unit: Offsets, text: &str) {
        if unit == Offsets::Bytes {
            return;
        }
        let mut wanted = Vec::new();
        self.each_span(|span| wanted.extend([span.start, span.end]));
        wanted.sort_unstable();
        wanted.dedup();
        let counted = count(unit, text, &wanted);
        let convert = |at: u32| wanted.binary_search(&at).map_or(at, |index| counted[index]);
        self.each_span(|span| (span.start, span.end) = (convert(span.start), convert(span.end)));
    }
}

/// The units before each of the byte offsets `wanted`, which are sorted.
fn count(unit: Offsets, text: &str, wanted: &[u32]) -> Vec<u32> {
    let (mut at, mut units) = (0, 0);
    let mut counted = Vec::with_capacity(wanted.len());
    for &offset in wanted {
        let offset = (offset as usize).min(text.len());
        units += text[at..offset].chars().map(|c| unit.width(c)).sum::<u32>();
        at = offset;
        counted.push(units);
    }
    counted
}

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
    /// The unit of that name, for a configuration's value.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "bytes" => Some(Self::Bytes),
            "chars" => Some(Self::Chars),
            "utf16" => Some(Self::Utf16),
            _ => None,
        }
    }

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
        let wanted = self.places();
        let counted = count(unit, text, &wanted);
        let convert = |at: u32| wanted.binary_search(&at).map_or(at, |index| counted[index]);
        self.each_span(|span| (span.start, span.end) = (convert(span.start), convert(span.end)));
    }

    /// Counts every place in bytes instead of `unit`. One pass over `text`.
    pub(super) fn count_from(&mut self, unit: Offsets, text: &str) -> Result<(), String> {
        if unit == Offsets::Bytes {
            return Ok(());
        }
        let wanted = self.places();
        let found = bytes(unit, text, &wanted);
        if let Some((at, _)) = wanted.iter().zip(&found).find(|(_, byte)| byte.is_none()) {
            return Err(format!("points to place {at}, which is after the document or cuts a character"));
        }
        let convert = |at: u32| wanted.binary_search(&at).ok().and_then(|index| found[index]).unwrap_or(at);
        self.each_span(|span| (span.start, span.end) = (convert(span.start), convert(span.end)));
        Ok(())
    }

    /// Every place that the record points to, once, in order.
    fn places(&mut self) -> Vec<u32> {
        let mut places = Vec::new();
        self.each_span(|span| places.extend([span.start, span.end]));
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// The byte offsets of the places `wanted`, which are sorted; none for one that no character starts at.
fn bytes(unit: Offsets, text: &str, wanted: &[u32]) -> Vec<Option<u32>> {
    let mut ends = text.char_indices().map(|(at, c)| (at as u32, unit.width(c)));
    let (mut units, mut next) = (0, ends.next());
    let byte_at = |place: &u32| {
        while let Some((_, width)) = next.filter(|_| units < *place) {
            units += width;
            next = ends.next();
        }
        (units == *place).then_some(next.map_or(text.len() as u32, |(at, _)| at))
    };
    wanted.iter().map(byte_at).collect()
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

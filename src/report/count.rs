//! Numbers as people read them.

/// `9,431`.
///
/// ```
/// assert_eq!(tahqiq::report::grouped(9431), "9,431");
/// assert_eq!(tahqiq::report::grouped(17), "17");
/// ```
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let first = match digits.len() % 3 {
        0 => 3,
        short => short,
    };
    let (head, rest) = digits.split_at(first.min(digits.len()));
    rest.as_bytes().chunks(3).fold(head.to_owned(), |mut text, group| {
        text.push(',');
        text.extend(group.iter().copied().map(char::from));
        text
    })
}

/// `1 fact`, `9,431 facts`.
///
/// ```
/// assert_eq!(tahqiq::report::plural(1, "fact"), "1 fact");
/// assert_eq!(tahqiq::report::plural(2000, "fact"), "2,000 facts");
/// ```
pub fn plural(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {noun}{ending}", grouped(number))
}

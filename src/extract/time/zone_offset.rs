//! What a zone's clocks are ahead of Greenwich, from the database that is compiled in.

use std::sync::LazyLock;

use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, civil};

use super::draft::Zone;

/// The compiled-in database: never the machine's, which would make the answer depend on where it is asked.
static DATABASE: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// Seconds east of Greenwich at that moment; without a moment, only of zones whose clocks no longer change.
pub(super) fn seconds(zone: Zone, moment: Option<DateTime>) -> Option<i32> {
    let name = match zone {
        Zone::Named(name) => name,
        Zone::Fixed(seconds) => return Some(seconds),
        Zone::Local => return None,
    };
    let zone = DATABASE.get(name).ok()?;
    match moment {
        Some(moment) => at(&zone, moment),
        None => unchanging(&zone),
    }
}

fn at(zone: &TimeZone, moment: DateTime) -> Option<i32> {
    let timestamp = zone.to_timestamp(moment).ok()?;
    Some(zone.to_offset(timestamp).seconds())
}

fn unchanging(zone: &TimeZone) -> Option<i32> {
    let since: Timestamp = civil::date(2018, 1, 1).to_zoned(TimeZone::UTC).ok()?.timestamp();
    zone.following(since).next().is_none().then(|| zone.to_offset(since).seconds())
}

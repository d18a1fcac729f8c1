//! The document's own day, where nothing states it: clues written for one day tell that day and no other, and a clue
//! that is at odds with them leaves the document without one.

use jiff::civil::Date;
use proptest::prelude::*;
use tahqiq::extract::{Context, Reading, ReferenceBasis, read};
use tahqiq::lexicon::Lexicon;
use tahqiq::text::Document;

use super::calendar::{
    after, day, day_style, month_name, sure_month_name, weekday, weekday_name, year_style,
};
use super::cases;
use super::dates::{ENGLISH, written};
use super::framed::Outcome;

/// Words for days beside today's, and how far they are from it.
const NEAR: &[(&str, i32)] =
    &[("اليوم", 0), ("أمس", -1), ("يوم أمس", -1), ("أول من أمس", -2), ("غداً", 1), ("يوم غد", 1)];

fn near() -> impl Strategy<Value = (&'static str, i32)> {
    prop::sample::select(NEAR)
}

fn reading(text: &str) -> Reading {
    let document = Document::new("property", text).expect("short");
    read(&document, &Lexicon::builtin(), Context::default())
}

/// A word for a day with its weekday, `off` days wrong.
fn pin((word, shift): (&str, i32), today: Date, off: i32) -> String {
    format!("{word} {}", weekday_name(weekday(after(today, shift)) + off))
}

/// The text tells the day, and its clues are quotations of it; where it is wrong by some days, it tells none.
fn tells(text: &str, today: Date, off: i32) -> Outcome {
    let reading = reading(text);
    let told = reading.reference.map(|(anchor, basis)| (anchor.moment.day, basis));
    let owed = (off == 0).then_some((today, ReferenceBasis::Inferred));
    prop_assert_eq!(told, owed, "{:?}", text);
    prop_assert_eq!(reading.clues.is_empty(), off != 0, "{:?}", text);
    prop_assert!(
        reading.clues.iter().all(|clue| text.get(clue.range()).is_some_and(|quote| !quote.is_empty()))
    );
    Ok(())
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_complete_date_beside_a_word_for_its_day(
        today in day(),
        near in near(),
        off in prop_oneof![Just(0), 0_i32..7],
        day in day_style(),
        months in month_name(),
        year in year_style(),
    ) {
        let date = written(after(today, near.1), &day, &months, &year);
        tells(&format!("وصل الوفد إلى المدينة {} {date}.", pin(near, today, off)), today, off)?;
    }

    #[test]
    fn the_last_such_weekday_with_its_date(
        today in day(),
        back in 1_i32..8,
        near in near(),
        off in prop_oneof![Just(0), 0_i32..7],
        day in day_style(),
        months in month_name(),
        year in year_style(),
    ) {
        let then = after(today, -back);
        let name = weekday_name(weekday(then));
        let date = written(then, &day, &months, &year);
        let text = format!("بدأ الهجوم {name} الماضي {date}.\nوأعلن الوزير {} أنه انتهى.", pin(near, today, off));
        let told = reading(&text).reference.map(|(anchor, _)| anchor.moment.day);
        // Another weekday is another day within the same week.
        let meant = (1..8).map(|days| after(then, days)).find(|d| (weekday(*d) - weekday(today) - off) % 7 == 0);
        prop_assert_eq!(told, meant, "{:?}", text);
    }

    #[test]
    fn a_day_and_month_soon_after_a_complete_date(
        today in day(),
        back in 1_i32..90,
        near in near(),
        off in prop_oneof![Just(0), 0_i32..7],
        day in day_style(),
        months in sure_month_name(),
        year in year_style(),
    ) {
        let (then, named) = (after(today, -back), after(today, near.1));
        let month = &months[usize::from(named.month().unsigned_abs()) - 1];
        let named = format!("{} {}{month}", pin(near, today, off), day.day(named.day()));
        let date = written(then, &day, &months, &year);
        tells(&format!("بدأ الهجوم في {date}.\nوأعلن الوزير {named} أنه انتهى."), today, off)?;
    }

    #[test]
    fn an_embedded_post(
        today in day(),
        back in 0_i32..2,
        near in near(),
        off in prop_oneof![Just(0), 2_i32..6],
    ) {
        let then = after(today, -back);
        let month = ENGLISH[usize::from(then.month().unsigned_abs()) - 1];
        let signed = format!("— علاء (@alaa) {month} {}, {}", then.day(), then.year());
        let pin = pin(near, today, off);
        let text = format!("بدأ الهجوم على البلدة.\nصور من القصف\n{signed}\nوأعلن الوزير {pin} أنه انتهى.");
        let told = reading(&text).reference.map(|(anchor, _)| anchor.moment.day);
        let meant = (0..2).map(|days| after(then, days)).find(|d| (weekday(*d) - weekday(today) - off) % 7 == 0);
        prop_assert_eq!(told, meant, "{:?}", text);
    }

    #[test]
    fn a_weekday_and_some_other_date_are_not_enough(
        today in day(),
        back in 1_i32..4000,
        near in near(),
        day in day_style(),
        months in month_name(),
        year in year_style(),
    ) {
        let date = written(after(today, -back), &day, &months, &year);
        let text = format!("بدأ العمل في {date}.\nوأعلن الوزير {} أنه انتهى.", pin(near, today, 0));
        prop_assert_eq!(reading(&text).reference, None, "{:?}", text);
    }
}

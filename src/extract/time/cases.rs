//! What times denote, as a table: the text, the document's day, the TIMEX3 value, the first moment, the flags.

use super::{read, resolve};
use crate::extract::{Anchor, Page};
use crate::fact::{Basis, Time};
use crate::lexicon::Lexicon;

const REPORT: &str = "2022-01-26";

fn times(text: &str, day: &str) -> Vec<Time> {
    let lexicon = Lexicon::builtin();
    let mut page = Page::new(text, &lexicon);
    page.read_numerals();
    let reference = (!day.is_empty()).then(|| (Anchor::parse(day).expect("a day"), Basis::Reference));
    read(Vec::new(), &page).iter().map(|found| resolve(&found.value, reference)).collect()
}

/// One line per case, as `value from to offset flags`, with a dash for what is missing.
fn shown(text: &str, day: &str) -> String {
    let shown = times(text, day).into_iter().map(|time| {
        let part = |moment: Option<String>| moment.unwrap_or_else(|| "-".to_owned());
        let flags: Vec<_> = time.flags.iter().map(|flag| flag.name()).collect();
        let offset = time.offset.map(crate::extract::offset_name);
        let from = part(time.from.map(|moment| moment.to_string()));
        let to = part(time.to.map(|moment| moment.to_string()));
        format!("{} {from} {to} {} {}", time.timex, part(offset), flags.join(","))
    });
    shown.collect::<Vec<_>>().join(" | ").trim_end().to_owned()
}

fn check(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|(text, day, want)| {
            let got = shown(text, day);
            (got != *want).then(|| format!("`{text}` on `{day}`: want `{want}`, got `{got}`"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_of_the_calendar() {
    check(&[
        ("20 ديسمبر", REPORT, "2021-12-20 2021-12-20 2021-12-20 - year-inferred"),
        ("20 ديسمبر", "", "XXXX-12-20 - - - year-missing"),
        ("1 أوت المقبل", REPORT, "2022-08-01 2022-08-01 2022-08-01 - year-inferred"),
        ("منذ 1 يناير", "2015-07-31", "2015-01-01 2015-01-01 2015-01-01 - year-inferred"),
        ("منذ يوليو", "2015-07-10", "2015-07 2015-07-01 2015-07-31 - year-inferred"),
        ("31 نيسان 2020", REPORT, "2020-04-31 - - - impossible-date"),
        ("29 شباط 2021", "", "2021-02-29 - - - impossible-date"),
        ("3/4/2021", "", "2021-04-03 2021-04-03 2021-04-03 - ambiguous-order"),
        ("03/18/2021", "", "2021-03-18 2021-03-18 2021-03-18 -"),
        ("18/3/21", "", "2021-03-18 2021-03-18 2021-03-18 - two-digit-year"),
        ("فاتح شتنبر 2020", "", "2020-09-01 2020-09-01 2020-09-01 -"),
        ("غرة مارس", REPORT, "2022-03-01 2022-03-01 2022-03-01 - year-inferred"),
        ("حركة شباب 6 أبريل", REPORT, "XXXX-04-06 - - - year-missing,in-name"),
        ("مدينة جدة يوم 8 أغسطس", REPORT, "2021-08-08 2021-08-08 2021-08-08 - year-inferred"),
        ("مدينة 6 أكتوبر", REPORT, "XXXX-10-06 - - - year-missing,in-name"),
        ("15 من الشهر الجاري", REPORT, "2022-01-15 2022-01-15 2022-01-15 -"),
        ("كانون الأول/يناير 2020", "", "2020-12 2020-12-01 2020-12-31 - date-conflict"),
        ("ديسمبر من العام الماضي", REPORT, "2021-12 2021-12-01 2021-12-31 -"),
    ]);
}

#[test]
fn dates_of_two_calendars() {
    check(&[
        ("10 محرم 1445 هـ", "", "2023-07-28 2023-07-28 2023-07-28 -"),
        ("10/1/1445هـ الموافق 28/7/2023م", "", "2023-07-28 2023-07-28 2023-07-28 -"),
        (
            "10/1/1445هـ الموافق 28/8/2023م",
            "",
            "2023-08-28 2023-08-28 2023-08-28 - date-conflict,ambiguous-order",
        ),
        ("حج 1445هـ", "", "2023-07-19/2024-07-06 2023-07-19 2024-07-06 -"),
        ("العام 1445/1446هـ", "", "2023-07-19/2025-06-25 2023-07-19 2025-06-25 -"),
        ("2 جمادى الأولى (16 نوفمبر)", "2023-08-17", "2023-11-16 2023-11-16 2023-11-16 - year-inferred"),
        ("34 رجب 1436هـ", REPORT, "XXXX-XX-XX - - - impossible-date"),
        (
            "الأربعاء 34 رجب 1436هـ الموافق 13 مايو 2015م",
            REPORT,
            "2015-05-13 2015-05-13 2015-05-13 - impossible-date",
        ),
        ("31 محرم 1445", "", "XXXX-XX-XX - - - impossible-date"),
        ("5 صفر", "", "XXXX-XX-XX - - - year-missing"),
    ]);
}

#[test]
fn weekdays() {
    check(&[
        ("الاثنين", REPORT, "2022-01-24 2022-01-24 2022-01-24 -"),
        ("الأربعاء", REPORT, "2022-01-26 2022-01-26 2022-01-26 -"),
        ("الأربعاء الماضي", REPORT, "2022-01-19 2022-01-19 2022-01-19 -"),
        ("الأربعاء المقبل", REPORT, "2022-02-02 2022-02-02 2022-02-02 -"),
        ("الجمعة قبل الماضي", REPORT, "2022-01-14 2022-01-14 2022-01-14 -"),
        ("الخميس", "", "XXXX-WXX-4 - - - no-reference"),
        ("الأربعاء 20 كانون الثاني 2022", "", "2022-01-20 2022-01-20 2022-01-20 - weekday-mismatch"),
        (
            "أعلن اليوم الثلاثاء",
            REPORT,
            "2022-01-26 2022-01-26 2022-01-26 - weekday-mismatch,reference-conflict",
        ),
        ("ليل الثلاثاء - الأربعاء", REPORT, "2022-01-25TNI 2022-01-25 2022-01-26 -"),
    ]);
}

#[test]
fn weekdays_ahead() {
    check(&[
        ("ستُعقد الجلسة الأحد", REPORT, "2022-01-30 2022-01-30 2022-01-30 -"),
        ("من المقرر أن تبدأ مساء الأربعاء", REPORT, "2022-01-26TEV 2022-01-26 2022-01-26 -"),
        ("سيعود الرئيس، وفق ما أعلن الأحد", REPORT, "2022-01-23 2022-01-23 2022-01-23 -"),
        ("كان من المقرر أن تبدأ الأحد", REPORT, "2022-01-23 2022-01-23 2022-01-23 -"),
        ("سيطر الجيش الأحد", REPORT, "2022-01-23 2022-01-23 2022-01-23 -"),
        ("سيعود. وقُتل الأحد", REPORT, "2022-01-23 2022-01-23 2022-01-23 -"),
        ("ستبدأ بعد يومين", REPORT, "2022-01-28 2022-01-28 2022-01-28 -"),
        ("يبدأ العرض بعد يومين", REPORT, "2022-01-28 2022-01-28 2022-01-28 -"),
        ("وكان يعود بعد يومين", REPORT, "P2D - - -"),
        ("بدأت بعد يومين", REPORT, "P2D - - -"),
    ]);
}

#[test]
fn times_of_no_day() {
    check(&[
        ("الليلة نفسها", REPORT, "XXXX-XX-XXTNI - - -"),
        ("في ذلك العام", REPORT, "XXXX - - -"),
        ("وصلوا ليلاً", REPORT, "TNI - - -"),
        ("منذ الفجر", REPORT, "TMO - - -"),
        ("القرن السابع قبل الميلاد", REPORT, "BC06XX - - -"),
        ("عام 44 ق.م", REPORT, "BC0044 - - -"),
    ]);
}

#[test]
fn relative_times() {
    check(&[
        ("أمس", "", "XXXX-XX-XX - - - no-reference"),
        ("قبل 3 سنوات", "", "XXXX - - - no-reference"),
        ("قبل ثلاثة أيام", REPORT, "2022-01-23 2022-01-23 2022-01-23 -"),
        ("قبل شهرين", REPORT, "2021-11 2021-11-01 2021-11-30 -"),
        ("قبل ساعتين", "2022-01-26T01:30", "2022-01-25T23:30 2022-01-25T23:30 2022-01-25T23:30 -"),
        ("قبل ساعتين", REPORT, "XXXX-XX-XXTXX - - -"),
        ("الأسبوع الماضي", REPORT, "2022-W03 2022-01-17 2022-01-23 -"),
        ("آذار المقبل", REPORT, "2022-03 2022-03-01 2022-03-31 - year-inferred"),
        ("ستينيات القرن الماضي", REPORT, "196X 1960-01-01 1969-12-31 -"),
        ("الربع الأول من العام الحالي", REPORT, "2022-Q1 2022-01-01 2022-03-31 -"),
        ("حتى إشعار آخر", REPORT, "FUTURE_REF - - -"),
    ]);
}

#[test]
fn clocks_and_zones() {
    check(&[
        ("يوم أمس الساعة 8 مساءً", "", "XXXX-XX-XXT20:00 - - - no-reference"),
        (
            "الساعة 20:00 بتوقيت دمشق يوم 20/1/2022",
            "",
            "2022-01-20T20:00 2022-01-20T20:00 2022-01-20T20:00 +02:00",
        ),
        (
            "الساعة 20:00 بتوقيت دمشق يوم 20/1/2023",
            "",
            "2023-01-20T20:00 2023-01-20T20:00 2023-01-20T20:00 +03:00",
        ),
        ("الساعة 20:00 بتوقيت دمشق", "", "T20:00 - - -"),
        ("الساعة 0659 بتوقيت جرينتش", "", "T06:59Z - - +00:00"),
        ("الساعة الثانية عشرة ليلاً", "", "T00:00 - - -"),
        ("الساعة الواحدة ظهراً", "", "T13:00 - - -"),
        (
            "أول من أمس عند الثامنة إلا ربعاً صباحاً",
            REPORT,
            "2022-01-24T07:45 2022-01-24T07:45 2022-01-24T07:45 -",
        ),
    ]);
}

#[test]
fn lengths() {
    check(&[
        ("سنة ونصف", "", "P18M - - -"),
        ("سبع سنوات ونصف السنة", "", "P90M - - -"),
        ("ساعة ونصف الساعة", "", "PT90M - - -"),
        ("3 ساعات و15 دقيقة", "", "PT195M - - -"),
        ("شهر ونصف", "", "P1.5M - - -"),
        ("ربع قرن", "", "P25Y - - -"),
        ("عدة أيام", "", "PXD - - -"),
        ("يوما ونصف اليوم", "", "PT36H - - -"),
        ("رقم 26 لسنة 2015", "", "2015 2015-01-01 2015-12-31 -"),
        ("بلغ المئة عام 2018", "", "2018 2018-01-01 2018-12-31 -"),
        ("أربعة أيام في الأسبوع", "", "P1W - - -"),
        ("3.5 ساعات", "", "PT210M - - -"),
    ]);
}

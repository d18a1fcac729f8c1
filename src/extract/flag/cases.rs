//! What is flagged, as a table: the text, the document's day, and each flag as code, quotation and message.

use crate::extract::{Anchor, Context, read};
use crate::fact::Detail;
use crate::lexicon::Lexicon;
use crate::text::Document;

/// One line per flag, as `code [quotation] message`.
fn shown(text: &str, day: &str) -> Vec<String> {
    let document = Document::new("case", text).expect("a text");
    let published = (!day.is_empty()).then(|| Anchor::parse(day).expect("a day"));
    let reading = read(&document, &Lexicon::builtin(), Context { published, ..Context::default() });
    let flags = reading.facts.iter().filter_map(|fact| match &fact.detail {
        Detail::Flag(flag) => {
            Some(format!("{} [{}] {}", flag.code.name(), &text[fact.span.range()], flag.message))
        }
        _ => None,
    });
    flags.collect()
}

fn check(cases: &[(&str, &str, &[&str])]) {
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|(text, day, want)| {
            let got = shown(text, day);
            (got != *want).then(|| format!("`{text}` on `{day}`:\n  want {want:#?}\n  got {got:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn weekdays() {
    check(&[
        ("السبت 15 نيسان 2023", "", &[]),
        (
            "الثلاثاء 15 نيسان 2023",
            "",
            &[
                "weekday-mismatch [الثلاثاء 15 نيسان 2023] 2023-04-15 is a Saturday, not a Tuesday; a Tuesday would be 2023-04-18",
            ],
        ),
        (
            "يوم الخميس الماضي 20 كانون الأول",
            "2022-01-22",
            &[
                "weekday-mismatch [يوم الخميس الماضي 20 كانون الأول] 2021-12-20 is a Monday (its year is not printed), not a Thursday; a Thursday would be 2021-12-23 or 2022-01-20",
            ],
        ),
        ("يوم الخميس الماضي 20 كانون الأول", "", &[]),
        (
            "تُوفي في 13 يونيو 2024، الأربعاء، عن عمر طويل",
            "",
            &[
                "weekday-mismatch [13 يونيو 2024، الأربعاء] 2024-06-13 is a Thursday, not a Wednesday; a Wednesday would be 2024-06-12",
            ],
        ),
        ("تُوفي في 13 يونيو 2024، الخميس، عن عمر طويل", "", &[]),
        ("قُبض على الاثنين في 23 شباط 2024.", "", &[]),
        ("كل اثنين، وآخر زيارة كانت في 4 مايو 2024.", "", &[]),
    ]);
}

#[test]
fn days_of_documents() {
    check(&[
        (
            "يبدأ الحظر يوم غد الثلاثاء ويستمر.",
            "2022-02-01",
            &[
                "reference-conflict [يوم غد الثلاثاء] the document's day is Tuesday 2022-02-01 (sidecar), which is not the text's today; Monday 2022-01-31 would agree",
            ],
        ),
        ("يبدأ الحظر يوم غد الثلاثاء ويستمر.", "2022-01-31", &[]),
        ("يبدأ الحظر يوم غد الثلاثاء ويستمر.", "", &[]),
    ]);
}

#[test]
fn dates_of_no_calendar() {
    check(&[
        (
            "ولد في 30 شباط 2019 في حلب",
            "",
            &["impossible-date [30 شباط 2019] the calendar has no day 2019-02-30"],
        ),
        ("ولد في 28 شباط 2019 في حلب", "", &[]),
    ]);
}

#[test]
fn invisible_controls() {
    check(&[
        (
            "بلغ العدد 1\u{200B}200 شخص",
            "",
            &["invisible-control [\u{200B}] invisible in the text: U+200B zero width space"],
        ),
        ("وصل 15\u{200F} شخصاً", "", &[]),
        (
            "وص\u{200F}ل",
            "",
            &["invisible-control [\u{200F}] invisible in the text: U+200F right-to-left mark"],
        ),
        ("\u{FEFF}وصل", "", &[]),
        (
            "قُتل \u{202B}15\u{202C} عاملاً",
            "",
            &["invisible-control [\u{202B}] invisible in the text: U+202B right-to-left embedding"],
        ),
    ]);
}

#[test]
fn digits_of_two_scripts() {
    check(&[
        (
            "وصل ١2 مريضاً",
            "",
            &["mixed-digits [١2] one number is written with Western and Arabic-Indic digits"],
        ),
        ("وصل ١٢ مريضاً و12 طبيباً", "", &[]),
        (
            "دُفن ۴٥ شخصاً",
            "",
            &["mixed-digits [۴٥] one number is written with Arabic-Indic and Persian digits"],
        ),
    ]);
}

#[test]
fn figures_beyond_their_bounds() {
    check(&[
        ("عند الساعة 25:70 مساء", "", &["suspicious-magnitude [25:70] no clock shows this time"]),
        ("عند الساعة 20:30 مساء", "", &[]),
        (
            "يبلغ من العمر 145 عاماً",
            "",
            &["suspicious-magnitude [145] older than anybody is known to have been"],
        ),
        ("شجرة عمرها 300 عام", "", &[]),
    ]);
}

#[test]
fn open_quotations() {
    const OPEN: &str = "is not closed in its line";
    let open = |mark: &str| format!("open-quotation [{mark}] this quotation mark {OPEN}");
    check(&[
        ("قال: \"نفدت الأدوية منذ يومين.", "", &[&open("\"")]),
        ("قال: «السد سليم».", "", &[]),
        (
            "عاد السكان» إلى بيوتهم",
            "",
            &["open-quotation [»] this quotation mark closes no quotation of its line"],
        ),
        ("قال: «السد سليم.\n«ولا خوف منه.\n«وسنعود».", "", &[]),
        ("قال: «السد سليم.\nولا خوف منه».", "", &[]),
        ("أكد «أن السد سليم.\nعاد السكان إلى بيوتهم.", "", &[&open("«")]),
        ("أعلن عن “شاهين 2″ في جدة.", "", &[]),
        (
            "أفاد «أن «أكثر من 200 قُتلوا».",
            "",
            &["open-quotation [«] this quotation mark is not closed in its line"],
        ),
        (
            "أدى إلى الاستقطاب» في المنطقة. واعتبر أن «المقال يفتقد السياق».",
            "",
            &["open-quotation [»] this quotation mark closes no quotation of its line"],
        ),
        ("اشترى أنبوباً قطره 2\" من السوق.", "", &[]),
        ("أضاف: \"أولاً الخبز. ثم قال: \"ثانياً الماء\".", "", &[&open("\"")]),
    ]);
}

#[test]
fn figures_that_exclude_one_another() {
    check(&[
        (
            "مات في قرية التين ثمانية بالحمى، ومات في قرية التين أحد عشر بالحمى.",
            "",
            &[
                "count-contradiction [مات في قرية التين أحد عشر] killed: 8 and 11 of the same people, where only one can be",
            ],
        ),
        ("مات في قرية التين ثمانية بالحمى، ومات في قرية الزيتون أحد عشر بالحمى.", "", &[]),
        ("مات في قرية الزيتون ثمانية بالحمى، ثم ارتفع عددهم إلى أحد عشر.", "", &[]),
        ("أُوقف عشرة أشخاص في حي الصفا، بينهم ستة قاصرين.", "", &[]),
    ]);
}

#[test]
fn headlines() {
    check(&[
        (
            "65 قتيلاً في هجوم على سجن الصناعة بالحسكة\n\nأسفر الهجوم عن سقوط أكثر من 65 قتيلاً بين الطرفين، وفق ما أعلنته المصادر المحلية في المدينة صباح اليوم بعد توقف الاشتباكات في محيط السجن.",
            "",
            &["headline-body-mismatch [65 قتيلاً] killed: 65 in the headline, over 65 in the body"],
        ),
        (
            "65 قتيلاً في هجوم على سجن الصناعة بالحسكة\n\nأسفر الهجوم عن سقوط 65 قتيلاً بين الطرفين، وفق ما أعلنته المصادر المحلية في المدينة صباح اليوم بعد توقف الاشتباكات في محيط السجن.",
            "",
            &[],
        ),
        (
            "نزوح 128 ألف شخص من محافظة الحسكة\n\nأسفر الهجوم عن نزوح 128571 شخصا من القرى، وفق ما أعلنته المصادر المحلية في المدينة صباح اليوم بعد توقف الاشتباكات في محيط السجن.",
            "",
            &[],
        ),
        (
            "نزوح 98 ألف شخص من محافظة الحسكة\n\nأسفر الهجوم عن نزوح 128571 شخصا من القرى، وفق ما أعلنته المصادر المحلية في المدينة صباح اليوم بعد توقف الاشتباكات في محيط السجن.",
            "",
            &[
                "headline-body-mismatch [نزوح 98 ألف شخص] displaced: 98000 in the headline, 128571 in the body",
            ],
        ),
    ]);
}

//! What a claim says beside its number: whether it was so, who did it, where and when.

use crate::extract::page::Page;
use crate::fact::{Claim, Modality, Named, Polarity, Predicate};
use crate::lexicon::Lexicon;

/// The first claim of that predicate in a text, with the page asked about it.
fn claim<T>(text: &str, predicate: Predicate, ask: impl Fn(&Page<'_>, &Claim) -> T) -> Option<T> {
    let lexicon = Lexicon::builtin();
    let mut page = Page::new(text, &lexicon);
    page.read();
    let found = page.claims.iter().find(|found| found.value.predicate == predicate);
    found.map(|found| ask(&page, &found.value))
}

fn mood(text: &str, predicate: Predicate) -> Option<(Polarity, Modality)> {
    claim(text, predicate, |_, claim| (claim.polarity, claim.modality))
}

fn named(text: &str, predicate: Predicate, pick: impl Fn(&Claim) -> Option<&Named>) -> Option<String> {
    claim(text, predicate, |page, claim| pick(claim).map(|named| page.quote(named.span).to_owned()))?
}

fn when(text: &str) -> Option<String> {
    claim(text, Predicate::Killed, |page, claim| claim.when.map(|link| page.quote(link.span).to_owned()))?
}

#[test]
fn a_denial_reaches_what_others_say() {
    let denied = Some((Polarity::Negated, Modality::Asserted));
    let plain = Some((Polarity::Affirmed, Modality::Asserted));
    let possible = Some((Polarity::Affirmed, Modality::Possible));
    let planned = Some((Polarity::Affirmed, Modality::Planned));
    for (text, expected) in [
        ("نفى مصدر في الوزارة صحة رسالة صوتية تزعم وفاة ستة تلاميذ.", denied),
        ("ونفى مصدر في الحزب ما أوردته قناة عن اغتيال قياديين.", denied),
        ("نفى المتحدث ما قالته الصحيفة وأضاف أن مقتل خمسة مدنيين مؤكد.", plain),
        ("قال سكان إن طائرة بدون طيار قتلت أربعة في اليمن.", plain),
        ("طالبت بتحقيق في مقتل مئة مدني.", plain),
        ("لم يتجاوز عدد القتلى ستة.", plain),
        ("لم نسجّل وفاة ثلاثة مبتعثين.", denied),
        ("فشل الجيش في منع مقتل ثلاثة جنود.", plain),
        ("بتهم ارتكاب جرائم حرب تشمل قتل ثلاثة متظاهرين.", possible),
        ("انتهى به الأمر إلى قتل أكثر من ثلاثمائة شخص.", plain),
    ] {
        assert_eq!(mood(text, Predicate::Killed), expected, "{text}");
    }
    for (text, predicate, expected) in [
        ("رفضت المحكمة طلبا تقدمت به جماعة بالإفراج عن اثنين من الموقوفين.", Predicate::Freed, denied),
        ("لم يفعل شيئا يذكر لمنع هجمات داعش في العراق.", Predicate::Attacked, plain),
        ("هجمات محتملة لداعش في العراق.", Predicate::Attacked, possible),
        ("تم الاتفاق على أن تطلق الخرطوم سراح 101 صياد.", Predicate::Freed, planned),
        ("صدر أمر ملكي بذلك، ونفذ حكم القتل في الجاني اليوم.", Predicate::Killed, plain),
    ] {
        assert_eq!(mood(text, predicate), expected, "{text}");
    }
    assert_eq!(mood("فروا دون أن يُصاب أي منهم.", Predicate::Wounded), denied);
}

#[test]
fn a_time_is_that_of_the_event() {
    for (text, expected) in [
        ("قال مسؤولون محليون الخميس إن مسلحين قتلوا أربعة في دمشق.", None),
        ("مقتل 7، حسبما أعلن مسؤولون أمس.", None),
        ("أعلن الجيش مقتل 3 جنود أمس.", Some("أمس")),
        ("قتل 3 في الهجوم الذي وقع أمس.", Some("أمس")),
        ("مقتل 10 خلال الاشتباكات، متوقعة إحكام السيطرة خلال الساعات القادمة.", None),
        ("قتل 11 عنصرا، وينقل التلفزيون يوميا جنازات.", None),
    ] {
        assert_eq!(when(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_place_is_not_that_of_the_source() {
    let place = |text| named(text, Predicate::Killed, |claim| claim.place.as_ref());
    assert_eq!(place("قال مسؤول في بغداد إن 5 جنود قتلوا."), None);
    assert_eq!(place("قتل 5 جنود في بغداد.").as_deref(), Some("بغداد"));
}

#[test]
fn the_subject_of_an_attack_did_it() {
    let by = |text, predicate| named(text, predicate, |claim| claim.by.as_ref());
    for (text, predicate, expected) in [
        ("شن طيران التحالف غارات على صنعاء.", Predicate::Airstrike, "طيران التحالف"),
        ("قصف الحوثيون حيا في عدن.", Predicate::Bombed, "الحوثيون"),
        ("مقتل 5 جنود بهجوم لداعش في الموصل.", Predicate::Attacked, "داعش"),
        ("غارات شنتها اليوم طائرات التحالف على تعز.", Predicate::Airstrike, "طائرات التحالف"),
    ] {
        assert_eq!(by(text, predicate).as_deref(), Some(expected), "{text}");
    }
    let by = by("قتل خمسة أشخاص من أبرز المطلوبين من قبل السلطات الأميركية.", Predicate::Killed);
    assert_eq!(by, None);
    let who = named("مقتل 5 جنود بهجوم لداعش في الموصل.", Predicate::Killed, |claim| claim.who.as_ref());
    assert_eq!(who.as_deref(), Some("جنود"));
}

#[test]
fn each_number_keeps_its_own_event() {
    let of = |text, predicate| {
        claim(text, predicate, |_, claim| claim.count.and_then(|count| count.number)).flatten()
    };
    for (text, predicate, expected) in [
        ("11 جثة و9 ناجين.", Predicate::Killed, Some(11)),
        ("11 جثة و9 ناجين.", Predicate::Rescued, Some(9)),
        ("ارتفع العدد إلى 21 حالة وفاة وإصابة 6 آخرين.", Predicate::Killed, Some(21)),
        ("ارتفع العدد إلى 21 حالة وفاة وإصابة 6 آخرين.", Predicate::Casualties, None),
        ("أوقع 22 جريحاً واثني عشر فارّاً.", Predicate::AtLarge, Some(12)),
        ("مقتل «18» حوثيا.", Predicate::Killed, Some(18)),
        ("وأُصيب كذلك ثلاثة أطباء.", Predicate::Wounded, Some(3)),
    ] {
        assert_eq!(of(text, predicate), expected.map(crate::number::Number::from), "{text}");
    }
}

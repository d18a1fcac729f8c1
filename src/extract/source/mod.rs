//! Sources: who is said to have said something, and what that covers.
//!
//! Rules read a word of saying with its source and see where what is said begins; `chain` sees them side by side, and so
//! how far each reaches and which stands within which. Reads words of saying, entities and quotations. Does not know
//! what happened.

mod according;
mod behind;
mod below;
mod between;
mod chain;
mod charge;
mod complement;
mod draft;
mod edge;
mod hearsay;
mod label;
mod marks;
mod participle;
mod phrase;
mod post;
mod relay;
mod relayed;
mod repost;
mod rumour;
mod saying;
mod so_called;
mod subject;
mod told;
mod verb;
mod word;

use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan};
use super::starts::Reader;
use crate::fact::Source;
use draft::Draft;

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Draft>] = &[
    rumour::RULE,
    verb::RULE,
    participle::RULE,
    saying::RULE,
    according::RULE,
    relay::RULE,
    relayed::RULE,
    hearsay::RULE,
    so_called::RULE,
    repost::RULE,
    label::RULE,
    post::RULE,
];

/// Every attribution of the page, in order.
pub(super) fn read(found: Vec<Found<Source>>, page: &Page<'_>) -> Vec<Found<Source>> {
    let mut drafts = Vec::new();
    scan(RULES, Reader::Sources, page.places_of(Reader::Sources), |draft| drafts.push(draft));
    drafts.extend(post::places(page).filter_map(|place| post::RULE.at(place)));
    drafts.sort_by_key(|draft| (draft.span.start, draft.start));
    chain::chain(page, &drafts, found)
}

/// Every rule that is tried, and what it reads.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    let mut tried = attempts(RULES, page.places());
    for place in post::places(page) {
        let read = post::RULE.at(place).map(|found| found.span);
        tried.push(Attempt { rule: post::RULE.name, token: place.index(), read });
    }
    tried
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::extract::page::Page;
    use crate::extract::rule::Found;
    use crate::fact::Source;
    use crate::lexicon::Lexicon;
    use crate::span::Span;

    /// What is said ends where its line does, as where the text does: بعد is an adverb there, and no preposition.
    #[test]
    fn the_end_of_a_line_is_that_of_a_text() {
        let lexicon = Lexicon::builtin();
        let said = |text: &str| {
            let mut page = Page::new(text, &lexicon);
            page.read();
            page.sources[0].value.content.map(|content| page.quote(content).to_owned())
        };
        for text in ["قال المصدر إن القافلة لم تصل بعد", "أشيع أن بعد", "قال المصدر إن القافلة وصلت في"]
        {
            assert_eq!(said(&format!("{text}\nوكانت الطرق هادئة")), said(text), "{text}");
        }
        assert_eq!(said("قال المصدر إن القافلة لم تصل بعد").as_deref(), Some("القافلة لم تصل بعد"));
    }

    /// Every rule reads its own examples, of which the attribution, what is said and the source outside it are the
    /// whole, and nothing in its look-alikes.
    #[test]
    fn rules_keep_their_examples() {
        let lexicon = Lexicon::builtin();
        let mut wrong = Vec::new();
        for rule in RULES {
            for (example, taken) in
                rule.takes.iter().map(|e| (e, true)).chain(rule.leaves.iter().map(|e| (e, false)))
            {
                let mut page = Page::new(example, &lexicon);
                page.read();
                let own = || page.sources.iter().filter(|found| found.rule == rule.name);
                let kept =
                    if taken { own().any(|f| page.quote(whole(f)) == *example) } else { own().count() == 0 };
                if !kept {
                    let read: Vec<_> = page.sources.iter().map(|f| (f.rule, page.quote(whole(f)))).collect();
                    wrong.push(format!(
                        "{} {} `{example}`: {read:?}",
                        rule.name,
                        if taken { "does not take" } else { "takes of" }
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Sources that stand apart from what they say, and what is said.
    const APART: &[(&str, &str, &str)] = &[
        (
            "وكان “المركز الإعلامي لقوات سوريا الديمقراطية”، أعلن أمس السبت، مقتل 17 جنديا.",
            "“المركز الإعلامي لقوات سوريا الديمقراطية”",
            "مقتل 17 جنديا",
        ),
        ("أما الجيش الإسرائيلي فيقول إن الطريق مقطوع.", "الجيش الإسرائيلي", "الطريق مقطوع"),
        ("عاجل | 02:40 | المرصد: هروب عشرات السجناء", "المرصد", "هروب عشرات السجناء"),
        ("وثق المرصد السوري الضربة، ولم يعلق التحالف.", "المرصد السوري", "الضربة"),
        ("قال د.ناصر عوض الزهراني: إن الطريق مقطوع.", "د.ناصر عوض الزهراني", "الطريق مقطوع"),
        ("اتهم الحوثيون التحالف بقصف المستشفى.", "الحوثيون", "التحالف بقصف المستشفى"),
        (
            "وحسبما نقلت الوكالة عن “مصدر عسكري” في التنظيم، فإن الطريق مقطوع.",
            "“مصدر عسكري” في التنظيم",
            "الطريق مقطوع",
        ),
        (
            "بحسب بيان صادر عن الإدارة، تلقت «الضفاف» نسخة منه، الطريق مقطوع.",
            "بيان صادر عن الإدارة",
            "الطريق مقطوع",
        ),
        ("أعلنت الشرطة الحصيلة. نشرت وكالة الضفاف ما قالت إنها صور الطريق.", "وكالة الضفاف", "صور الطريق"),
        ("بثت قناة الضفاف صورا قالت إنها من الموقع.", "قناة الضفاف", "من الموقع"),
        ("تحدثت أنباء عن انفجار في السوق.", "أنباء", "انفجار في السوق"),
        ("نقلت الوكالة عن مصادرها مقتل خمسة.", "مصادرها", "مقتل خمسة"),
        ("تلقى مدير الأمن إخطارا من غرفة العمليات يفيد بوقوع انفجار.", "غرفة العمليات", "بوقوع انفجار"),
        (
            "وكانت الحصيلة الأولية، التي أعلنتها المحافظة أمس، ستة قتلى.",
            "المحافظة",
            "وكانت الحصيلة الأولية، التي أعلنتها المحافظة أمس، ستة قتلى",
        ),
        (
            "«كنا على مائدة الطعام حين اهتز البيت»، يحكي الجد صالح، وهو فلاح.",
            "الجد صالح",
            "كنا على مائدة الطعام حين اهتز البيت",
        ),
        (
            "«خرجنا في الفجر ولم يعد معي أحد»، روى لـ«الضفاف» الناجي أحمد علي.",
            "الناجي أحمد علي",
            "خرجنا في الفجر ولم يعد معي أحد",
        ),
        ("نفت الشرطة ما تداولته صفحات محلية عن توقيف خمسة.", "صفحات محلية", "توقيف خمسة"),
        ("أفاد مصدر من الجيش بمقتل خمسة.", "مصدر من الجيش", "بمقتل خمسة"),
        ("انسحب الحزب عام 2002.وبحسب الشرطة فإن الطريق مقطوع.", "الشرطة", "الطريق مقطوع"),
    ];

    #[test]
    fn sources_apart_from_what_they_say() {
        let lexicon = Lexicon::builtin();
        for (text, source, content) in APART {
            let mut page = Page::new(text, &lexicon);
            page.read();
            let quote = |span: Option<Span>| span.map(|span| page.quote(span));
            let read: Vec<_> = page
                .sources
                .iter()
                .map(|f| (quote(f.value.source.as_ref().map(|s| s.span)), quote(f.value.content)))
                .collect();
            assert!(read.contains(&(Some(*source), Some(*content))), "{text}: {read:?}");
        }
    }

    fn whole(found: &Found<Source>) -> Span {
        let value = &found.value;
        let parts = [value.content, value.within.map(|link| link.span)];
        parts.into_iter().flatten().fold(found.span, Span::to)
    }
}

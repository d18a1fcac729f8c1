//! The contradictions of five reports of one prison break, as testimonies written by hand.

use jiff::civil::{Date, date};

use super::{Area, Days, Entry, Given, Group, Ledger, Testimony, Verdict, Voice};
use crate::fact::{Bound, Count, Modality, Polarity, Predicate, Update};
use crate::span::Span;

const SDF: Group = Group::Entity(std::borrow::Cow::Borrowed("org:sdf"));
const ISIS: Group = Group::Entity(std::borrow::Cow::Borrowed("org:isis"));

/// A claim of `document`, that the last of `chain` makes.
fn told(document: &str, chain: &[&str], predicate: Predicate, group: Group, count: Count) -> Testimony {
    let voice = |name: &&str| Voice {
        key: (*name).to_owned(),
        name: (*name).to_owned(),
        entity: None,
        understood: false,
    };
    let outlet = format!("out:{document}");
    Testimony {
        document: document.into(),
        line: 1,
        span: Span::new(0, 1),
        headline: false,
        predicate,
        group,
        area: Area { key: "SY-HA".into(), place: "place:ghweran".into(), given: Given::Stated },
        days: Days { event: None, given: Given::Unknown, reported: None },
        count: Some(count),
        hedge: None,
        is_part: false,
        chain: std::iter::once(&&*outlet).chain(chain).map(voice).collect(),
        stance: None,
        polarity: Polarity::Affirmed,
        modality: Modality::Asserted,
        update: None,
        sentence: String::new(),
        mark: 0..0,
    }
}

fn count(bound: Bound, number: i128) -> Count {
    Count { bound, number: Some(number.into()), low: None, high: None }
}

fn exactly(number: i128) -> Count {
    count(Bound::Exactly, number)
}

fn vague(low: i128, high: i128) -> Count {
    Count { bound: Bound::Vague, number: None, low: Some(low.into()), high: Some(high.into()) }
}

fn on(day: Date, testimony: Testimony) -> Testimony {
    let days = Days { event: Some((day, day)), given: Given::Document, reported: Some(day) };
    Testimony { days, ..testimony }
}

fn in_headline(testimony: Testimony) -> Testimony {
    Testimony { headline: true, ..testimony }
}

fn only(testimonies: Vec<Testimony>) -> Entry {
    let mut ledger = Ledger::of(testimonies, 5, 3);
    assert_eq!(ledger.entries.len(), 1, "{:#?}", ledger.entries);
    ledger.entries.remove(0)
}

fn found(entry: &Entry) -> Vec<&'static str> {
    entry.findings.iter().map(|finding| finding.verdict.name()).collect()
}

#[test]
fn k1_a_headline_drops_the_hedge_and_two_figures_overlap() {
    let killed =
        |document, chain: &[&str], count| told(document, chain, Predicate::Killed, Group::Unspecified, count);
    let entry = only(vec![
        in_headline(killed("000", &[], exactly(65))),
        killed("000", &["local sources"], count(Bound::Over, 65)),
        killed("001", &[], count(Bound::Over, 70)),
        killed("001", &["org:sohr"], count(Bound::About, 70)),
    ]);
    assert_eq!(found(&entry), ["headline-against-body", "soft-conflict", "agreement"]);
    assert_eq!((entry.verdict, entry.origins), (Verdict::HeadlineAgainstBody, 4));
}

#[test]
fn a_headline_speaks_for_a_document_whose_body_has_no_figure() {
    let killed = |document, count| told(document, &[], Predicate::Killed, Group::Unspecified, count);
    let entry = only(vec![in_headline(killed("000", exactly(65))), killed("001", exactly(80))]);
    assert_eq!(entry.verdict, Verdict::HardConflict);
}

#[test]
fn k2_a_final_toll_days_later_is_another_entry_and_one_report_is_one_witness() {
    let killed = |document, chain: &[&str], day, number| {
        on(day, told(document, chain, Predicate::Killed, ISIS, exactly(number)))
    };
    let ledger = Ledger::of(
        vec![
            killed("001", &["org:sohr"], date(2022, 1, 22), 40),
            killed("002", &["org:sdf"], date(2022, 1, 31), 374),
            killed("002", &["org:sdf"], date(2022, 1, 31), 374),
        ],
        2,
        3,
    );
    assert_eq!(ledger.entries.len(), 2);
    for entry in &ledger.entries {
        assert_eq!((entry.verdict, entry.origins, entry.best_origins), (Verdict::OneOrigin, 1, 1));
    }
    // Within one stretch of days the later and greater toll is an update.
    let near = only(vec![
        killed("001", &["org:sohr"], date(2022, 1, 30), 40),
        killed("002", &["org:sdf"], date(2022, 1, 31), 374),
    ]);
    assert_eq!(near.verdict, Verdict::Update);
    let fallen = only(vec![
        killed("001", &["org:sohr"], date(2022, 1, 30), 374),
        killed("002", &["org:sdf"], date(2022, 1, 31), 40),
    ]);
    assert_eq!(fallen.verdict, Verdict::HardConflict);
}

#[test]
fn k3_figures_that_exclude_one_another_in_one_document() {
    let killed = |chain: &[&str], count| told("004", chain, Predicate::Killed, SDF, count);
    let entry = only(vec![
        killed(&["out:amaq"], count(Bound::Over, 200)),
        killed(&["org:sdf_media_center"], exactly(17)),
        killed(&["out:amaq"], Count { bound: Bound::Vague, number: None, low: None, high: None }),
    ]);
    assert_eq!(entry.verdict, Verdict::HardConflict);
    assert_eq!((entry.lowest, entry.highest), (Some(1), Some(0)));
    assert_eq!(entry.best, Some(1), "of one origin each the firmer figure is the best attested");
    assert_eq!(entry.origins, 2);
}

#[test]
fn w1_other_people_are_another_scope() {
    let wounded = |document, group, count| told(document, &[], Predicate::Wounded, group, count);
    let ledger = Ledger::of(
        vec![wounded("004", SDF, exactly(23)), wounded("000", Group::Unspecified, vague(20, 99))],
        2,
        3,
    );
    assert_eq!(ledger.entries.len(), 2);
    assert!(ledger.entries.iter().all(|entry| !entry.verdict.is_conflict() && entry.others.len() == 1));
}

#[test]
fn e1_tens_and_hundreds_exclude_one_another_and_greater_bounds_do_not() {
    let escaped = |document, chain: &[&str], count| told(document, chain, Predicate::Escaped, ISIS, count);
    let entry = only(vec![
        escaped("000", &["local sources"], vague(20, 99)),
        escaped("001", &[], vague(20, 99)),
        escaped("001", &["org:sohr"], count(Bound::Over, 150)),
        escaped("004", &["out:amaq"], count(Bound::Over, 800)),
    ]);
    assert_eq!(entry.verdict, Verdict::HardConflict);
    let pairs: Vec<_> =
        entry.findings.iter().map(|finding| (finding.verdict.name(), finding.pairs)).collect();
    assert_eq!(pairs, [("hard-conflict", 4), ("agreement", 2)]);
}

#[test]
fn c1_a_part_is_never_a_conflict() {
    let captured = |document, count| told(document, &[], Predicate::Captured, Group::Unspecified, count);
    let part = Testimony { is_part: true, ..captured("001", exactly(89)) };
    let entry = only(vec![captured("000", count(Bound::About, 100)), part]);
    assert_eq!(found(&entry), ["scope"]);
    assert_eq!(entry.best, Some(0));
}

#[test]
fn c2_classes_of_numbers_alone_are_vague() {
    let left = |document, count| told(document, &[], Predicate::AtLarge, ISIS, count);
    let some = Count { bound: Bound::Vague, number: None, low: None, high: None };
    assert_eq!(only(vec![left("000", vague(20, 99)), left("004", some)]).verdict, Verdict::VagueOnly);
}

#[test]
fn p1_two_round_figures_exclude_one_another_and_thousands_goes_with_both() {
    let held = |document, count| told(document, &[], Predicate::Detained, ISIS, count);
    let entry = only(vec![
        held("000", count(Bound::About, 5000)),
        held("001", count(Bound::About, 3500)),
        held("003", vague(2000, 9999)),
    ]);
    let pairs: Vec<_> =
        entry.findings.iter().map(|finding| (finding.verdict.name(), finding.pairs)).collect();
    assert_eq!(pairs, [("hard-conflict", 1), ("agreement", 2)]);
}

#[test]
fn v1_one_car_and_two_exclude_one_another() {
    let car = || Group::Noun("car");
    let bombed = |document, number| told(document, &[], Predicate::Bombed, car(), exactly(number));
    let entry = only(vec![bombed("000", 1), bombed("001", 2), bombed("002", 1), bombed("003", 2)]);
    assert_eq!(entry.verdict, Verdict::HardConflict);
    assert_eq!((entry.origins, entry.best_origins), (4, 2));
}

#[test]
fn what_is_denied_or_corrected_is_no_figure() {
    let killed = |document, number| told(document, &[], Predicate::Killed, SDF, exactly(number));
    let none = Testimony { polarity: Polarity::Negated, ..killed("002", 0) };
    assert_eq!(only(vec![killed("001", 5), none]).verdict, Verdict::Denial);
    let old = Testimony { polarity: Polarity::Negated, modality: Modality::Retracted, ..killed("002", 47) };
    let (first, second) = (date(2022, 1, 20), date(2022, 1, 21));
    let entry = only(vec![on(first, killed("001", 47)), on(second, killed("002", 46)), on(second, old)]);
    assert!(found(&entry).contains(&"denial"), "{entry:#?}");
    assert_eq!(entry.best, Some(1), "of one origin each the later: {entry:#?}");
    let corrected = Testimony { update: Some(Update::Corrected), ..killed("002", 46) };
    assert_eq!(only(vec![killed("001", 47), corrected]).verdict, Verdict::Correction);
    let former = Testimony { update: Some(Update::Former), ..killed("002", 12) };
    assert_eq!(only(vec![former, killed("002", 19)]).verdict, Verdict::Update);
}

#[test]
fn what_is_not_said_as_a_fact_is_listed_and_not_compared() {
    let killed = |document, number| told(document, &[], Predicate::Killed, SDF, exactly(number));
    let feared = Testimony { modality: Modality::Possible, ..killed("002", 90) };
    let entry = only(vec![killed("001", 5), feared]);
    assert_eq!((entry.verdict, entry.figures.len(), entry.highest), (Verdict::OneOrigin, 2, Some(0)));
}

#[test]
fn one_origin_in_two_outlets_is_one_witness() {
    let killed = |document, chain: &[&str]| told(document, chain, Predicate::Killed, SDF, exactly(17));
    let entry = only(vec![killed("001", &["org:sohr"]), killed("002", &["out:afp", "org:sohr"])]);
    assert_eq!((entry.verdict, entry.origins, entry.best_origins), (Verdict::OneOrigin, 1, 1));
    let two = only(vec![killed("001", &["org:sohr"]), killed("002", &["org:ocha"])]);
    assert_eq!((two.verdict, two.best_origins), (Verdict::Agreement, 2));
}

#[test]
fn a_figure_that_thousands_repeat_is_compared_once() {
    let killed = |document: usize| {
        told(&document.to_string(), &["org:sohr"], Predicate::Killed, SDF, exactly(document as i128))
    };
    let entry = only((0..5000).map(killed).collect());
    assert_eq!((entry.figures.len(), entry.compared, entry.verdict), (5000, 64, Verdict::HardConflict));
}

#[test]
fn days_decide_what_is_compared() {
    let killed = |day, number| on(day, told("a", &[], Predicate::Killed, SDF, exactly(number)));
    let ledger = Ledger::of(
        vec![
            killed(date(2022, 1, 20), 1),
            killed(date(2022, 1, 23), 2),
            killed(date(2022, 1, 24), 3),
            killed(date(2022, 3, 1), 4),
        ],
        1,
        3,
    );
    let mut windows: Vec<_> = ledger.entries.iter().map(|entry| (entry.id(), entry.figures.len())).collect();
    windows.sort();
    let name = |day: &str| format!("killed/org:sdf/SY-HA/{day}");
    assert_eq!(windows, [(name("2022-01-20"), 2), (name("2022-01-24"), 1), (name("2022-03-01"), 1)]);
}

#[test]
fn a_year_is_not_a_day_of_it() {
    let year = Days {
        event: Some((date(2022, 1, 1), date(2022, 12, 31))),
        given: Given::Stated,
        reported: Some(date(2022, 12, 31)),
    };
    let killed = |number| told("a", &[], Predicate::Killed, SDF, exactly(number));
    let whole = Testimony { days: year, ..killed(9000) };
    assert_eq!(Ledger::of(vec![on(date(2022, 1, 2), killed(3)), whole], 1, 3).entries.len(), 2);
}

#[test]
fn what_has_no_day_stands_with_the_only_stretch_there_is() {
    let undated = || told("b", &[], Predicate::Killed, SDF, exactly(9));
    let killed = |day| on(day, told("a", &[], Predicate::Killed, SDF, exactly(3)));
    let one = Ledger::of(vec![killed(date(2022, 1, 2)), undated()], 2, 3);
    assert_eq!(one.entries.len(), 1);
    let two = Ledger::of(vec![killed(date(2022, 1, 2)), killed(date(2022, 2, 2)), undated()], 2, 3);
    assert_eq!(two.entries.len(), 3);
}

//! Differences and merging: nothing taken is what was, all taken is what is new, and what is not taken still differs.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tahqiq::snapshot::{Nature, Record, clusters, diff, merge};

use super::cases;

const TEXT: &str = "قُتل 17 شخصاً وأصيب 23 آخرون في غارتين على حيّين من أحياء المدينة فجر الثلاثاء";

/// Facts by place and kind, each with a number.
type Facts = BTreeMap<(usize, usize, bool), u8>;

fn facts() -> impl Strategy<Value = Facts> {
    let words = TEXT.split(' ').count();
    let fact = ((0..words, 1_usize..4, any::<bool>()), 0_u8..4);
    prop::collection::btree_map(fact.0, fact.1, 0..12)
}

/// The body of a snapshot with those facts.
fn body(facts: &Facts) -> String {
    let mut starts: Vec<usize> =
        std::iter::once(0).chain(TEXT.match_indices(' ').map(|(at, _)| at + 1)).collect();
    starts.push(TEXT.len() + 1);
    let mut lines: Vec<_> = facts
        .iter()
        .map(|((word, words, is_time), number)| {
            let end = starts[(word + words).min(starts.len() - 1)] - 1;
            (starts[*word], std::cmp::Reverse(end), *is_time, *number)
        })
        .collect();
    lines.sort_unstable();
    lines.dedup_by_key(|line| (line.0, line.1, line.2));
    let mut body =
        r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#.to_owned() + "\n";
    for (start, std::cmp::Reverse(end), is_time, number) in lines {
        let kind = if is_time { "time" } else { "numeral" };
        let text = &TEXT[start..end];
        let place = format!(r#""kind":"{kind}","start":{start},"end":{end}"#);
        body.extend(["{", &place, &format!(r#","rule":"r","number":{number},"text":"{text}"}}"#), "\n"]);
    }
    body
}

fn record(body: &str) -> Record<'_> {
    Record::from_body("a", body).expect("a body")
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn what_is_merged_is_partly_either(old in facts(), new in facts(), taken in any::<u32>()) {
        let (old, new) = (body(&old), body(&new));
        let (old_record, new_record) = (record(&old), record(&new));
        let diff = diff(&old_record, &new_record, TEXT);
        prop_assert!(!diff.edited && diff.shifted == 0);
        prop_assert_eq!(diff.changes.is_empty(), old == new);
        let merged = |take: &dyn Fn(usize) -> bool| {
            let index = |change| diff.changes.iter().position(|c| std::ptr::eq(c, change));
            merge(Some(&old_record), &new_record, &diff, |c| index(c).is_some_and(take)).to_body()
        };
        prop_assert_eq!(&merged(&|_| false), &old);
        prop_assert_eq!(&merged(&|_| true), &new);
        let part = merged(&|index| taken & (1 << (index % 32)) != 0);
        let rest = tahqiq::snapshot::diff(&record(&part), &new_record, TEXT);
        let left = (0..diff.changes.len()).filter(|index| taken & (1 << (index % 32)) == 0).count();
        prop_assert_eq!(rest.changes.is_empty(), left == 0, "{}", part);
        let rest = merge(Some(&record(&part)), &new_record, &rest, |_| true).to_body();
        prop_assert_eq!(&rest, &new);
    }

    #[test]
    fn every_change_is_in_one_cluster(old in facts(), new in facts()) {
        let (old, new) = (body(&old), body(&new));
        let diff = diff(&record(&old), &record(&new), TEXT);
        let found = clusters([(0, &*diff.changes), (1, &*diff.changes)]);
        prop_assert_eq!(found.iter().map(|c| c.members.len()).sum::<usize>(), 2 * diff.changes.len());
        for cluster in &found {
            for (_, change) in &cluster.members {
                let change = &diff.changes[*change];
                prop_assert_eq!((change.nature, change.cluster_id()), (cluster.nature, cluster.id.clone()));
                prop_assert!(change.nature == Nature::Added || change.old.is_some());
            }
        }
    }
}

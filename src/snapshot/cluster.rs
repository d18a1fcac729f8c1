//! Clusters: the same change in many documents, to be decided once.

use std::collections::HashMap;

use super::change::{Change, FieldChange, Nature};
use super::identity::Digest;
use crate::text::Variant;

/// Changes that are one change: of one kind and nature, in the same fields from the same values to the same values, by
/// the same rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// Eight hexadecimal digits that depend on nothing but what is common to the changes.
    pub id: String,
    /// The kind of the facts.
    pub kind: String,
    /// What became of them.
    pub nature: Nature,
    /// The rule that found them, or that had found those that are gone.
    pub rule: String,
    /// The fields that say something else, as in every one of the changes.
    pub fields: Vec<FieldChange>,
    /// In what the words differ, where they differ in their writing alone.
    pub noise: Vec<Variant>,
    /// The changes: index of the document and of the change in it, in order.
    pub members: Vec<(usize, usize)>,
}

impl Cluster {
    /// Number of documents that it reaches.
    pub fn documents(&self) -> usize {
        self.members.chunk_by(|a, b| a.0 == b.0).count()
    }
}

/// The clusters of the changes of many documents, the largest first. `documents` gives each one's index and changes.
///
/// ```
/// use tahqiq::snapshot::{Record, clusters, diff};
///
/// let body = |number: u32| {
///     let head = r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#;
///     format!("{head}\n{{\"kind\":\"numeral\",\"start\":0,\"end\":2,\"rule\":\"r\",\"number\":{number},\"text\":\"17\"}}\n")
/// };
/// let (old, new) = (body(17), body(71));
/// let (old, new) = (Record::from_body("a", &old).unwrap(), Record::from_body("a", &new).unwrap());
/// let diff = diff(&old, &new, "17");
/// let found = clusters([(0, &*diff.changes), (1, &*diff.changes)]);
/// assert_eq!((found.len(), found[0].documents()), (1, 2));
/// ```
pub fn clusters<'c>(documents: impl IntoIterator<Item = (usize, &'c [Change])>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (document, changes) in documents {
        for (index, change) in changes.iter().enumerate() {
            let at = *known.entry(change.cluster_id()).or_insert_with_key(|id| {
                clusters.push(Cluster::of(id.clone(), change));
                clusters.len() - 1
            });
            clusters[at].members.push((document, index));
        }
    }
    clusters.sort_by_key(|cluster| std::cmp::Reverse(cluster.members.len()));
    clusters
}

impl Cluster {
    fn of(id: String, change: &Change) -> Self {
        Self {
            id,
            kind: change.item().kind.to_string(),
            nature: change.nature,
            rule: change.item().rule.to_string(),
            fields: change.fields.clone(),
            noise: change.noise.clone(),
            members: Vec::new(),
        }
    }
}

impl Change {
    /// Id of the cluster that the change belongs to.
    pub fn cluster_id(&self) -> String {
        let mut digest = Digest::default();
        digest.text(&self.item().kind).text(self.nature.name()).text(&self.item().rule);
        for variant in &self.noise {
            digest.text(variant.name());
        }
        for field in &self.fields {
            digest.text(&field.name).field(&field.old).field(&field.new);
        }
        digest.hex(8)
    }
}

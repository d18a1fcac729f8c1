//! Clusters, each in a line.

use super::count::plural;
use super::fact::field_change;
use super::sentence::visible;
use super::style::{Styles, sign};
use crate::snapshot::Cluster;

/// A cluster in a line: `~ numeral number 17 → 71  numeral/digits  12 changes in 9 documents`.
pub fn cluster(cluster: &Cluster, styles: &Styles) -> String {
    let (color, sign) = (styles.nature(cluster.nature), sign(cluster.nature));
    let faint = styles.faint;
    let (documents, changes) = (cluster.documents(), plural(cluster.members.len(), "change"));
    let (kind, rule) = (visible(&cluster.kind), visible(&cluster.rule));
    let said = cluster_gist(cluster);
    format!(
        "{color}{sign} {kind}{color:#} {said}  {faint}{rule}{faint:#}  {changes} in {}",
        plural(documents, "document")
    )
}

/// What the changes of a cluster have in common: `number 17 → 71`, `added`, `grown (marks alone)`.
pub fn cluster_gist(cluster: &Cluster) -> String {
    let mut said: Vec<_> = cluster.fields.iter().map(field_change).collect();
    if said.is_empty() {
        said.push(cluster.nature.name().to_owned());
    }
    let noise: Vec<_> = cluster.noise.iter().map(|variant| variant.name()).collect();
    let alone = if noise.is_empty() { String::new() } else { format!(" ({} alone)", noise.join(", ")) };
    said.join(", ") + &alone
}

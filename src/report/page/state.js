// State: what waits, what is decided, and where the reader is.

const data = JSON.parse(byId("data").textContent);
const offline = data.mode === "offline";
const WHOLE = "*";

// Where the reader is: indices of the case and of its change, the cluster that is looked at, the filters.
const at = { case: 0, change: 0, cluster: null, kind: "", text: "" };

for (const one of data.cases) {
  // A document in which no fact says anything else waits as a whole.
  if (one.changes.length === 0) {
    one.changes.push({ id: WHOLE, cluster: null, nature: "shifted", kind: "document", old: null, new: null, fields: [],
      noise: [], effect: null, was: null, now: null });
  }
}

const documents = new Map(data.cases.map((one, index) => [one.document, index]));
const clusterSizes = new Map();
for (const cluster of data.clusters) clusterSizes.set(cluster.id, cluster);

function stateOf(one, change) {
  return one.decided[change.id] || "waiting";
}

function waits(one, change) {
  return !one.decided[change.id];
}

function currentCase() {
  return data.cases[at.case];
}

function currentChange() {
  const one = currentCase();
  return one && one.changes[at.change];
}

function fits(one, change) {
  if (at.kind && change.kind !== at.kind) return false;
  return !at.cluster || change.cluster === at.cluster;
}

// Indices of the changes of a case that the filters let through.
function shownChanges(one) {
  return one.changes.map((_, index) => index).filter((index) => fits(one, one.changes[index]));
}

function shownCases() {
  const words = at.text.trim().toLowerCase();
  const named = (one) => !words || one.document.toLowerCase().includes(words);
  return data.cases
    .map((_, index) => index)
    .filter((index) => named(data.cases[index]) && data.cases[index].changes.some((c) => fits(data.cases[index], c)));
}

function waitingOf(one) {
  return one.changes.filter((change) => waits(one, change));
}

// The changes of a cluster that still wait, as [case, change].
function waitingOfCluster(id) {
  const cluster = clusterSizes.get(id);
  if (!cluster) return [];
  return cluster.members
    .map(([index, change]) => [data.cases[index], data.cases[index].changes[change]])
    .filter(([one, change]) => waits(one, change));
}

function tally() {
  let all = 0;
  let decided = 0;
  for (const one of data.cases) {
    all += one.changes.length;
    decided += one.changes.length - waitingOf(one).length;
  }
  return { all, decided };
}

// A fact as a change speaks of it: as it is now, or as it was where it is gone.
function itemOf(change) {
  return change.new || change.old;
}

// Places in the text are bytes in files and UTF-16 units here. Both ways for one document, by walking its text once.
function places(text, bytes) {
  const wanted = [...new Set(bytes)].sort((a, b) => a - b);
  const found = new Map();
  let byte = 0;
  let unit = 0;
  for (const place of wanted) {
    while (byte < place && unit < text.length) {
      const code = text.codePointAt(unit);
      byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      unit += code < 0x10000 ? 1 : 2;
    }
    found.set(place, unit);
  }
  return found;
}

function byteAt(text, unit) {
  return new TextEncoder().encode(text.slice(0, unit)).length;
}

// What the reader chose stays in this browser where it can be kept.
const keep = {
  get(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Private windows keep nothing; the decisions stay in memory.
    }
  },
};

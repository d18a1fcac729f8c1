// The list: clusters and documents, filters, and where the reader is among them.

let drawDocumentsUpTo = () => {};

function drawFilters() {
  const kinds = [...new Set(data.cases.flatMap((one) => one.changes.map((change) => change.kind)))].sort();
  const select = byId("filter-kind");
  select.replaceChildren(make("option", { value: "" }, "all kinds"),
    ...kinds.map((kind) => make("option", { value: kind }, kind)));
  const facts = [...new Set(data.cases.flatMap((one) => one.facts.map((fact) => fact.kind)).concat(["numeral", "time"]))];
  byId("missing-kind").replaceChildren(...facts.sort().map((kind) => make("option", { value: kind }, kind)));
}

function drawList() {
  drawClusters();
  const shown = shownCases();
  const list = byId("documents").querySelector("ul");
  drawDocumentsUpTo = drawLazily(list, shown, (index) => make("li", {}, caseButton(index)));
  byId("documents-head").replaceChildren("Documents ", make("span", { class: "count" }, String(shown.length)));
  if (shown.length === 0) list.append(make("li", { class: "empty" }, "None that fits the filters."));
}

function drawClusters() {
  const shown = data.clusters.filter((cluster) => !at.kind || cluster.kind === at.kind);
  byId("clusters").hidden = shown.length === 0;
  byId("clusters-head").replaceChildren("Like changes ", make("span", { class: "count" }, String(shown.length)));
  drawLazily(byId("clusters").querySelector("ul"), shown, (cluster) => make("li", {}, clusterButton(cluster)));
}

function clusterButton(cluster) {
  const button = make("button", {
    type: "button", class: "cluster", "data-cluster": cluster.id, "aria-current": at.cluster === cluster.id && "true",
    "aria-pressed": String(at.cluster === cluster.id), onclick: () => lookAtCluster(cluster.id),
  },
    make("span", { class: "sign " + cluster.nature, "aria-hidden": "true" }, SIGNS[cluster.nature]),
    make("span", { class: "what" }, make("span", { class: "kind" }, cluster.kind), " ", bdi(cluster.gist),
      make("span", { class: "rule" }, cluster.rule)),
    make("span", { class: "count" }));
  paintCluster(button);
  return button;
}

function paintCluster(button) {
  const cluster = clusterSizes.get(button.dataset.cluster);
  const waiting = waitingOfCluster(cluster.id).length;
  const count = button.querySelector(".count");
  count.textContent = waiting === 0 ? "✓" : String(waiting);
  count.setAttribute("aria-label", waiting === 0 ? "all decided" : plural(waiting, "change") + " wait");
  button.classList.toggle("done", waiting === 0);
}

function caseButton(index) {
  const one = data.cases[index];
  const cut = one.document.lastIndexOf("/") + 1;
  const button = make("button", {
    type: "button", class: "case", "data-case": one.document, "data-index": index,
    "aria-current": at.case === index && "true", onclick: () => goToCase(index, true),
  },
    make("span", { class: "what", dir: "auto" }, cut ? make("span", { class: "folder" }, one.document.slice(0, cut)) : null,
      make("span", { class: "file" }, one.document.slice(cut))),
    make("span", { class: "marks" }), make("span", { class: "count" }));
  paintCase(button);
  return button;
}

function paintCase(button) {
  const one = data.cases[button.dataset.index];
  const waiting = waitingOf(one).length;
  const count = button.querySelector(".count");
  count.textContent = waiting === 0 ? "✓" : String(waiting);
  count.setAttribute("aria-label", waiting === 0 ? "all decided" : plural(waiting, "change") + " wait");
  button.classList.toggle("done", waiting === 0);
  const breaks = one.changes.some((change) => change.effect === "breaks" && waits(one, change));
  const said = [];
  if (one.is_new) said.push(make("span", { class: "label added" }, "new"));
  if (breaks) said.push(make("span", { class: "label breaks" }, "breaks"));
  if (one.verified) said.push(make("span", { class: "label verified" }, "verified"));
  button.querySelector(".marks").replaceChildren(...said);
}

function paintList() {
  for (const button of document.querySelectorAll("#list button.case")) paintCase(button);
  for (const button of document.querySelectorAll("#list button.cluster")) paintCluster(button);
}

// Looks at the changes of one cluster alone; once more shows all again.
function lookAtCluster(id) {
  at.cluster = at.cluster === id ? null : id;
  refilter();
}

// Draws the list anew once a filter is another, and stays where the reader is if that is still shown.
function refilter() {
  drawList();
  for (const button of document.querySelectorAll("button.cluster")) {
    const on = button.dataset.cluster === at.cluster;
    button.setAttribute("aria-pressed", String(on));
    if (on) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  const shown = shownCases();
  if (shown.length === 0) return drawNothing("Nothing that waits fits the filters.");
  goToCase(shown.includes(at.case) ? at.case : shown[0], false);
}

function drawNothing(what) {
  byId("document").textContent = "";
  byId("standing").textContent = what;
  for (const id of ["notes", "text", "changes"]) byId(id).replaceChildren();
  byId("fact").hidden = true;
  paintTools();
}

function goToCase(index, focus) {
  at.case = index;
  const one = data.cases[index];
  drawDocumentsUpTo(shownCases().indexOf(index));
  for (const button of document.querySelectorAll("button.case")) {
    if (Number(button.dataset.index) === index) {
      button.setAttribute("aria-current", "true");
      scrollTo(byId("documents").querySelector("ul"), button);
    } else button.removeAttribute("aria-current");
  }
  drawHead(one);
  closeFact();
  drawArticle(one);
  paintMarks(one);
  drawChanges(one);
  const shown = shownChanges(one);
  const first = shown.find((change) => waits(one, one.changes[change]));
  byId("text").scrollTop = 0;
  byId("decisions").scrollTop = 0;
  goToChange(first === undefined ? shown[0] : first, false);
  if (focus) byId("document").focus({ preventScroll: true });
}

function drawHead(one) {
  byId("document").replaceChildren(bdi(one.document));
  byId("notes").replaceChildren(...one.notes.map((note) => make("li", {}, bdi(note))));
  paintHead(one);
}

function paintHead(one) {
  const said = [one.is_new ? "new document, " + plural(one.facts.length, "fact") : plural(one.facts.length, "fact")];
  if (one.shifted && one.changes[0].id !== WHOLE) said.push(plural(one.shifted, "fact") + " only moved");
  if (one.verified) said.push("verified");
  byId("standing").textContent = said.join(" · ");
}

function goToChange(index, focus) {
  const one = currentCase();
  if (!one || index === undefined || index < 0) return;
  at.change = index;
  openChange(one, index, focus);
  showInText(one.changes[index]);
  paintTools();
}

// The next change that is shown, in the direction `by`; over the end of a document into the next.
function stepChange(by) {
  const one = currentCase();
  if (!one) return;
  const shown = shownChanges(one);
  const next = shown[shown.indexOf(at.change) + by];
  if (next !== undefined) return goToChange(next, true);
  const cases = shownCases();
  const other = cases[cases.indexOf(at.case) + by];
  if (other === undefined) return say(by > 0 ? "This is the last change." : "This is the first change.");
  goToCase(other, false);
  const there = shownChanges(data.cases[other]);
  goToChange(by > 0 ? there[0] : there[there.length - 1], true);
}

function stepCase(by) {
  const cases = shownCases();
  const other = cases[cases.indexOf(at.case) + by];
  if (other === undefined) return say(by > 0 ? "This is the last document." : "This is the first document.");
  goToCase(other, false);
  itemElement(at.change)?.querySelector(".head").focus({ preventScroll: true });
}

function goToEnd(last) {
  const cases = shownCases();
  if (cases.length === 0) return;
  goToCase(cases[last ? cases.length - 1 : 0], false);
  const shown = shownChanges(currentCase());
  goToChange(shown[last ? shown.length - 1 : 0], true);
}

// Keys, and how it all starts.

const KEYS = [
  ["j ↓", "next change", () => stepChange(1)],
  ["k ↑", "previous change", () => stepChange(-1)],
  ["n", "next document", () => stepCase(1)],
  ["p", "previous document", () => stepCase(-1)],
  ["g", "first change", () => goToEnd(false)],
  ["G", "last change", () => goToEnd(true)],
  ["a", "accept the change", () => ruleCurrent("accept")],
  ["r", "reject the change", () => ruleCurrent("reject")],
  ["s", "skip: go on", skip],
  ["A", "accept the whole document", () => ruleDocument("accept")],
  ["R", "reject the whole document", () => ruleDocument("reject")],
  ["c", "accept like changes of all documents", () => ruleCluster("accept")],
  ["C", "reject like changes of all documents", () => ruleCluster("reject")],
  ["u", "undo the last ruling", undo],
  ["w", "mark the fact wrong", () => markWrong()],
  ["m", "add a missing fact, from the words selected in the text", addMissing],
  ["v", "mark the document verified", verify],
  ["f", "filter by kind", cycleKind],
  ["/", "filter by document", () => byId("filter-text").focus()],
  ["l", "difference of the files, line by line", toggleLines],
  ["?", "these keys", showKeys],
  ["q", "finish", finish],
];

const ACTS = new Map(KEYS.flatMap(([names, , act]) => names.split(" ").map((name) => [name, act])));
ACTS.set("ArrowDown", ACTS.get("↓"));
ACTS.set("ArrowUp", ACTS.get("↑"));

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (document.querySelector("dialog[open]") || document.body.classList.contains("finished")) return;
  if (event.key === "Escape" && !byId("fact").hidden) return closeFact();
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const act = ACTS.get(event.key);
  if (!act) return;
  event.preventDefault();
  inTurn(act);
}

// In the text the arrows lead from fact to fact, as it is read; Enter opens one.
function onTextKey(event) {
  const mark = event.target.closest("mark");
  if (!mark) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    return chooseMark(mark);
  }
  const by = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const all = [...byId("text").querySelectorAll("mark:not([data-part])")];
  const next = all[all.indexOf(mark) + by];
  if (!next) return;
  rove(next);
  next.focus();
}

function chooseMark(mark) {
  const one = currentCase();
  const index = one.changes.findIndex((change) => change.id === mark.dataset.change);
  if (index >= 0 && shownChanges(one).includes(index)) {
    closeFact();
    return goToChange(index, true);
  }
  const { start, end, kind } = mark.dataset;
  const fact = one.facts.find((f) => f.kind === kind && f.start === Number(start) && f.end === Number(end));
  if (fact) showFact(one, fact, mark);
}

// A fact that did not change: what it says, why it is there, and how to say that it is wrong.
function showFact(one, fact, mark) {
  const panel = byId("fact");
  const close = make("button", { type: "button", class: "close", onclick: () => {
    closeFact();
    mark.focus();
  } }, "Close");
  const wrong = make("button", { type: "button", class: "wrong", onclick: () => inTurn(() => markWrong(fact)) }, "Mark wrong");
  panel.replaceChildren(
    make("p", { class: "what" }, make("span", { class: "kind" }, fact.kind), " ", make("span", { class: "gist" }, bdi(fact.gist)),
      " ", make("bdi", { class: "words", lang: "ar" }, visible(fact.text))),
    fieldTable(null, fact, []), why(one, fact, "found by"), make("div", { class: "buttons" }, wrong, close));
  panel.hidden = false;
  for (const old of byId("text").querySelectorAll("mark.chosen")) old.classList.remove("chosen");
  mark.classList.add("chosen");
  panel.scrollIntoView({ block: "nearest" });
}

function closeFact() {
  byId("fact").hidden = true;
  for (const old of byId("text").querySelectorAll("mark.chosen")) old.classList.remove("chosen");
}

function cycleKind() {
  const select = byId("filter-kind");
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
  at.kind = select.value;
  refilter();
  say("Shown: " + select.selectedOptions[0].textContent + ".");
}

function toggleLines() {
  const box = byId("lines");
  if (box.hidden) return say("The files differ in no line that can be shown.");
  box.open = !box.open;
  if (box.open) box.scrollIntoView({ block: "nearest" });
}

function showKeys() {
  open_dialog("keys");
}

// What can be done here and now.
function paintTools() {
  const one = currentCase();
  const change = one && currentChange();
  const waiting = one ? waitingOf(one).length : 0;
  byId("undo").disabled = !canUndo();
  byId("accept-document").disabled = byId("reject-document").disabled = waiting === 0;
  byId("missing").disabled = !one || !one.keeps;
  byId("verify").disabled = !one || !canVerify(one);
  byId("verify").classList.toggle("offered", Boolean(one && canVerify(one)));
  const alike = change && change.cluster ? waitingOfCluster(change.cluster) : [];
  const many = alike.length > 1;
  const within = new Set(alike.map(([where]) => where.document)).size;
  const reach = " (" + alike.length + " in " + plural(within, "document") + ") ";
  byId("accept-cluster").replaceChildren("Accept cluster" + reach, key("c"));
  byId("reject-cluster").replaceChildren("Reject cluster ", key("C"));
  byId("reject-cluster").setAttribute("aria-label", "Reject cluster" + reach);
  byId("accept-cluster").hidden = byId("reject-cluster").hidden = !many;
}

const THEMES = { auto: "Auto", light: "Light", dark: "Dark" };

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = THEMES[theme];
  byId("theme").setAttribute("aria-label", "Colours: " + (theme === "auto" ? "as the system" : theme));
}

function nextTheme() {
  const names = Object.keys(THEMES);
  const next = names[(names.indexOf(document.documentElement.dataset.theme) + 1) % names.length];
  setTheme(next);
  keep.set("tahqiq-theme", next);
}

function listen() {
  const on = (id, act) => byId(id).addEventListener("click", () => inTurn(act));
  on("accept-document", () => ruleDocument("accept"));
  on("reject-document", () => ruleDocument("reject"));
  on("accept-cluster", () => ruleCluster("accept"));
  on("reject-cluster", () => ruleCluster("reject"));
  on("undo", undo);
  on("missing", addMissing);
  on("verify", verify);
  on("export", exportDecisions);
  on("finish", finish);
  on("theme", nextTheme);
  on("help", showKeys);
  document.addEventListener("keydown", onKey);
  byId("text").addEventListener("keydown", onTextKey);
  byId("text").addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark && getSelection().isCollapsed) chooseMark(mark);
  });
  // A click on the button must not take the selection in the text away before it is read.
  byId("missing").addEventListener("pointerdown", (event) => event.preventDefault());
  byId("filter-kind").addEventListener("change", (event) => {
    at.kind = event.target.value;
    refilter();
  });
  byId("filter-text").addEventListener("input", (event) => {
    at.text = event.target.value;
    refilter();
  });
  byId("lines").addEventListener("toggle", () => {
    const one = currentCase();
    if (one && byId("lines").open) fillLines(one, byId("lines").querySelector("pre"));
  });
  listenToDialogs();
}

function listenToDialogs() {
  for (const button of document.querySelectorAll("dialog [data-cancel]")) {
    button.addEventListener("click", () => button.closest("dialog").close(""));
  }
  for (const id of ["reason", "wrong", "keys"]) {
    byId(id).querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      byId(id).close("save");
    });
  }
  byId("missing-text").addEventListener("input", () => offerPlaces(currentCase(), null));
  byId("missing-dialog").querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const fault = missingFault(currentCase());
    byId("missing-fault").hidden = !fault;
    byId("missing-fault").textContent = fault || "";
    if (!fault) byId("missing-dialog").close("save");
  });
}

function start() {
  setTheme(keep.get("tahqiq-theme") in THEMES ? keep.get("tahqiq-theme") : "auto");
  byId("project").textContent = data.project;
  byId("export").hidden = !offline;
  byId("finish").hidden = offline;
  byId("keys").querySelector("dl").append(...KEYS.map(([names, what]) => make("div", {},
    make("dt", {}, names.split(" ").map((name) => make("kbd", {}, name))), make("dd", {}, what))));
  loadActs();
  drawFilters();
  listen();
  if (data.problems.length) complain(data.problems.join(" · "));
  if (data.cases.length) refilter();
  else drawNothing("Nothing waits for a decision.");
  say("");
  document.body.dataset.ready = "true";
}

// Changes: what became of each fact of the open document, old and new beside each other, and why.

let drawUpTo = () => {};
let whyIsOpen = false;

function drawChanges(one) {
  const shown = shownChanges(one);
  const list = byId("changes");
  drawUpTo = drawLazily(list, shown, (index) => changeItem(one, index));
  list.hidden = shown.length === 0;
  const waiting = waitingOf(one).length;
  byId("changes-head").replaceChildren("Changes ", make("span", { class: "count" }, countOf(one, waiting)));
  drawLines(one);
  drawKnown(one);
}

function countOf(one, waiting) {
  const all = one.changes.length;
  return waiting === 0 ? plural(all, "change") + ", all decided" : waiting + " of " + all + " wait";
}

function changeItem(one, index) {
  const change = one.changes[index];
  const item = make("li", { class: "change " + change.nature, "data-change": change.id, "data-index": index });
  const head = make("button", { type: "button", class: "head", onclick: () => goToChange(index, false) },
    make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[change.nature]),
    make("span", { class: "what" }, ...headline(one, change)),
    make("span", { class: "verdict" }));
  item.append(head, ...sentences(change), make("div", { class: "detail", hidden: true }), buttons(one, change, index));
  paintChange(item, one, change);
  return item;
}

// `numeral 17 → 71  changed`, then what that does and how little it is.
function headline(one, change) {
  if (change.id === WHOLE) return ["facts only moved: " + one.shifted];
  const said = [make("span", { class: "kind" }, change.kind), " ", ...gists(change), " ",
    make("span", { class: "nature" }, NATURES[change.nature])];
  if (change.effect) said.push(" ", make("span", { class: "label " + change.effect }, EFFECTS[change.effect]));
  if (change.noise.length) said.push(" ", make("span", { class: "label noise" }, change.noise.join(", ") + " alone"));
  return said;
}

function gists(change) {
  const { old, new: now } = change;
  if (change.kind === "document") return [change.fields.join(", ")];
  if (old && now && old.gist !== now.gist) {
    return [make("del", {}, bdi(old.gist)), " → ", make("ins", {}, bdi(now.gist))];
  }
  return [make("span", { class: "gist" }, bdi(itemOf(change).gist))];
}

// The sentence with the old and the new quotation; once where they are the same words.
function sentences(change) {
  const { was, now } = change;
  const quoted = (sentence) => sentence.before.length + ":" + sentence.mark;
  if (was && now && quoted(was) === quoted(now)) return [sentence(now, null)];
  const shown = [];
  if (was) shown.push(sentence(was, "was"));
  else if (change.old && change.old.text) shown.push(sentence({ before: "", mark: change.old.text, after: "" }, "was"));
  if (now) shown.push(sentence(now, change.old ? "now" : null));
  return shown;
}

function sentence({ before, mark, after }, label) {
  return make("div", { class: "sentence " + (label || "") },
    label && make("span", { class: "when" }, label),
    make("p", { dir: "rtl", lang: "ar" }, visible(before), make("mark", {}, visible(mark)), visible(after)));
}

function buttons(one, change, index) {
  const one_button = (name, label, keyName, act) =>
    make("button", { type: "button", class: name, "aria-keyshortcuts": keyName, onclick: () => inTurn(() => {
      goToChange(index, false);
      return act();
    }) }, label + " ", key(keyName));
  const shown = [
    one_button("accept", "Accept", "a", () => ruleCurrent("accept")),
    one_button("reject", "Reject", "r", () => ruleCurrent("reject")),
    one_button("skip", "Skip", "s", skip),
  ];
  if (change.kind !== "document") shown.push(one_button("wrong", "Mark wrong", "w", markWrong));
  return make("div", { class: "buttons", role: "group", "aria-label": "Decide" }, shown);
}

// The state of a change where it is drawn.
function paintChange(item, one, change) {
  const state = stateOf(one, change);
  item.dataset.state = state;
  const decided = state !== "waiting";
  item.querySelector(".verdict").textContent = decided ? (state === "accepted" ? "✓ " : "✗ ") + state : "";
  for (const name of [".accept", ".reject"]) item.querySelector(name).disabled = decided;
}

function paintChanges(one) {
  for (const item of byId("changes").children) paintChange(item, one, one.changes[item.dataset.index]);
  byId("changes-head").querySelector(".count").textContent = countOf(one, waitingOf(one).length);
}

function itemElement(index) {
  return byId("changes").querySelector('li[data-index="' + index + '"]');
}

// Opens a change: its fields and its rule are shown, the text goes to where it stands.
function openChange(one, index, focus) {
  for (const old of byId("changes").querySelectorAll('li[aria-current="true"]')) {
    old.removeAttribute("aria-current");
    old.querySelector(".detail").replaceChildren();
    old.querySelector(".detail").hidden = true;
  }
  drawUpTo(shownChanges(one).indexOf(index));
  const item = itemElement(index);
  if (!item) return;
  item.setAttribute("aria-current", "true");
  const detail = item.querySelector(".detail");
  detail.append(...detailOf(one, one.changes[index]));
  detail.hidden = false;
  if (!focus) return;
  item.querySelector(".head").focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function detailOf(one, change) {
  if (change.id === WHOLE) return [make("p", {}, "Facts say the same elsewhere: the document was edited.")];
  const parts = [fieldTable(change.old, change.new, change.fields)];
  if (change.kind !== "document") parts.push(why(one, itemOf(change), change.new ? "found by" : "was found by"));
  return parts;
}

// The fields of a fact before and after; those that say something else are marked.
function fieldTable(old, now, differing) {
  const names = [];
  for (const item of [old, now]) for (const [name] of item ? item.fields : []) if (!names.includes(name)) names.push(name);
  if (old && now && old.rule !== now.rule) names.push("rule");
  const value = (item, name) => {
    if (!item) return null;
    if (name === "rule") return item.rule;
    const found = item.fields.find(([n]) => n === name);
    return found ? found[1] : null;
  };
  const cell = (item, name, tag) => {
    const said = value(item, name);
    if (said === null) return make("td", { class: "none" }, "–");
    return make("td", {}, tag ? make(tag, {}, bdi(said)) : bdi(said));
  };
  const both = old && now;
  const rows = names.map((name) => {
    const differs = both && differing.includes(name);
    return make("tr", { class: differs ? "differs" : null },
      make("th", { scope: "row" }, differs && make("span", { class: "sign", title: "differs" }, "≠"), name),
      old && cell(old, name, differs && "del"), now && cell(now, name, differs && "ins"));
  });
  const titles = make("tr", {}, make("td", {}), old && make("th", { scope: "col" }, "was"),
    now && make("th", { scope: "col" }, "now"));
  return make("div", { class: "fields" },
    make("table", {}, both && make("thead", {}, titles), make("tbody", {}, rows)));
}

const OUTCOMES = {
  kept: "is the fact",
  yielded: "gave way to",
  dropped: "read, not kept",
  left: "tried, no match",
};

// Why: the rule, and where the program can be asked, every rule that was tried there.
function why(one, fact, found) {
  const rule = make("p", { class: "rule" }, found + " ", make("code", {}, fact.rule || "no rule"));
  if (offline || !one.explains) return rule;
  const box = make("details", { class: "why" }, make("summary", {}, found + " ", make("code", {}, fact.rule)));
  const fetchTrials = async () => {
    whyIsOpen = box.open;
    if (!box.open || box.children.length > 1) return;
    const list = make("ul", {});
    box.append(list);
    const query = new URLSearchParams({ document: one.document, start: fact.start, end: fact.end });
    try {
      const answer = await ask("GET", "/api/why?" + query);
      const trials = answer.trials.map(trial);
      list.replaceChildren(...(trials.length ? trials : [make("li", {}, "No rule is tried here now.")]));
    } catch (error) {
      list.replaceChildren(make("li", {}, error.message));
    }
  };
  box.addEventListener("toggle", fetchTrials);
  box.open = whyIsOpen;
  return box;
}

function trial({ rule, outcome, read, to }) {
  return make("li", { class: outcome }, make("code", {}, rule), " " + OUTCOMES[outcome],
    to && " ", to && make("code", {}, to), read && ": ", read && bdi(read));
}

function drawLines(one) {
  const box = byId("lines");
  box.hidden = one.lines.length === 0;
  const pre = box.querySelector("pre");
  pre.replaceChildren();
  if (box.open) fillLines(one, pre);
}

function fillLines(one, pre) {
  const classes = { "+": "added", "-": "removed", "@": "gap" };
  pre.replaceChildren(...one.lines.map(([sign, text]) =>
    make("div", { class: classes[sign] || "" }, sign === "@" ? "⋯" : sign, bdi(text))));
}

function drawKnown(one) {
  const box = byId("known");
  box.hidden = one.known.length === 0;
  box.querySelector("ul").replaceChildren(...one.known.map((row) => make("li", {},
    make("span", { class: "kind" }, row.kind), " ", make("bdi", { class: "words" }, visible(row.text)), " ",
    row.says === null ? "is missing" : make("del", {}, bdi(row.says)),
    row.right === null ? " should not be there" : [" → ", make("ins", {}, bdi(row.right))],
    row.why && make("span", { class: "because" }, " ", bdi(row.why)))));
}

// Deciding: each act goes to the program that serves the page, or stays here and is saved as a file.

const NO_SIDECAR = "This document has no sidecar to state that in: it is a line of a file of many, or it is gone.";

const secret = new URLSearchParams(location.search).get("key") || "";

async function ask(method, path, body) {
  const request = { method, headers: { "X-Tahqiq-Key": secret }, cache: "no-store" };
  if (body !== undefined) {
    request.headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(path, request);
  } catch {
    throw new Error("The program does not answer: it has ended. What was decided until then is kept.");
  }
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.error || "The program refused: " + answer.status);
  return said;
}

// Acts follow one another: a key that is pressed while one is under way waits for it.
let turn = Promise.resolve();
function inTurn(act) {
  turn = turn.then(act).catch((error) => complain(error.message));
  return turn;
}

function say(what) {
  const { all, decided } = tally();
  byId("progress").textContent = decided + " of " + all + " changes decided" + (what ? ". " + what : "");
  byId("bar").max = Math.max(all, 1);
  byId("bar").value = decided;
}

function complain(what) {
  const message = byId("message");
  message.hidden = !what;
  message.replaceChildren(...(what ? [what, " ", make("button", { type: "button", onclick: () => complain("") }, "Close")] : []));
}

// The offline page's acts; everything that it knows of decisions follows from them.
const STORE = "tahqiq-decisions-" + document.body.dataset.report;
let acts = [];

function loadActs() {
  const kept = offline && keep.get(STORE);
  if (!kept) return;
  try {
    acts = JSON.parse(kept).filter((act) => (act.changes || [[act.document]]).every(([name]) => documents.has(name)));
    acts.forEach(carryOut);
  } catch {
    acts = [];
  }
}

function carryOut(act) {
  for (const [name, id] of act.changes || []) data.cases[documents.get(name)].decided[id] = act.ruling + "ed";
  const one = data.cases[documents.get(act.document)];
  if (act.known) one.known.push(act.known);
  if (act.verify) one.verified = true;
}

function takeBack(act) {
  for (const [name, id] of act.changes || []) delete data.cases[documents.get(name)].decided[id];
  const one = data.cases[documents.get(act.document)];
  if (act.known) one.known.pop();
  if (act.verify) one.verified = act.was;
}

function act_here(act) {
  acts.push(act);
  carryOut(act);
  keep.set(STORE, JSON.stringify(acts));
}

// What the program says of the documents that an act touched.
function takeAnswer(answer) {
  if (answer.reload) return location.reload();
  for (const told of answer.documents) {
    const one = data.cases[documents.get(told.document)];
    Object.assign(one, { decided: told.decided, known: told.known, verified: told.verified });
    told.effects.forEach((effect, index) => {
      if (one.changes[index]) one.changes[index].effect = effect;
    });
  }
  data.undo = answer.undo;
  if (answer.problems.length) complain(answer.problems.join(" · "));
}

function paintAll(what) {
  const one = currentCase();
  if (one) {
    paintChanges(one);
    paintMarks(one);
    paintHead(one);
    drawKnown(one);
  }
  paintList();
  paintTools();
  say(what);
}

// Rules on `targets`, pairs of a case and a change that waits; `scope` names them to the program.
async function rule(ruling, targets, scope) {
  const waiting = targets.filter(([one, change]) => waits(one, change));
  if (waiting.length === 0) return say("That is decided already; u takes it back.");
  let reason = null;
  const broken = waiting.filter(([, change]) => change.effect === "breaks");
  if (ruling === "accept" && broken.length) {
    reason = await askReason(broken.map(([, change]) => change));
    if (!reason) return say("Left as it is.");
  }
  complain("");
  if (offline) act_here({ ruling, reason, changes: waiting.map(([one, change]) => [one.document, change.id]) });
  else takeAnswer(await ask("POST", "/api/rule", { ruling, reason, ...scope }));
  advance(ruling, waiting.length);
}

// On to what still waits in the document.
function advance(ruling, number) {
  const one = currentCase();
  const said = number > 1 ? plural(number, "change") + " " + ruling + "ed." : "";
  paintAll(said);
  if (waits(one, currentChange())) return;
  const shown = shownChanges(one);
  const from = shown.indexOf(at.change);
  const next = shown.slice(from + 1).concat(shown.slice(0, from + 1)).find((index) => waits(one, one.changes[index]));
  if (next !== undefined) return goToChange(next, true);
  if (waitingOf(one).length) return say(said + " All that is shown of this document is decided: n goes on.");
  say(said + " All of this document is decided" + (canVerify(one) ? ": v states that it is verified, n goes on." : ": n goes on."));
}

function ruleCurrent(ruling) {
  const one = currentCase();
  const change = currentChange();
  if (!change) return;
  const scope = change.id === WHOLE ? { document: one.document } : { document: one.document, change: change.id };
  return rule(ruling, [[one, change]], scope);
}

function ruleDocument(ruling) {
  const one = currentCase();
  if (one) return rule(ruling, one.changes.map((change) => [one, change]), { document: one.document });
}

function ruleCluster(ruling) {
  const change = currentChange();
  if (!change || !clusterSizes.has(change.cluster)) return say("No other change is like this one.");
  return rule(ruling, waitingOfCluster(change.cluster), { cluster: change.cluster });
}

function skip() {
  stepChange(1);
}

async function undo() {
  if (!canUndo()) return say("Nothing is decided that could be taken back.");
  let back;
  if (offline) {
    const act = acts.pop();
    takeBack(act);
    keep.set(STORE, JSON.stringify(acts));
    back = act.document ? [act.document, null] : act.changes[0];
  } else {
    const answer = await ask("POST", "/api/undo", {});
    takeAnswer(answer);
    back = [answer.documents[0]?.document, answer.change];
  }
  goBackTo(back);
  paintAll("Taken back.");
}

// To the change that waits again.
function goBackTo([name, id]) {
  const index = documents.get(name);
  if (index === undefined) return;
  if (index !== at.case && shownCases().includes(index)) goToCase(index, false);
  const change = data.cases[index].changes.findIndex((one) => one.id === id);
  if (index === at.case && change >= 0 && shownChanges(currentCase()).includes(change)) goToChange(change, true);
}

function canUndo() {
  return offline ? acts.length > 0 : data.undo > 0;
}

function canVerify(one) {
  return one.keeps && !one.verified && waitingOf(one).length === 0;
}

async function verify() {
  const one = currentCase();
  if (!one) return;
  if (!one.keeps) return say(NO_SIDECAR);
  if (waitingOf(one).length) return say("Decide what waits in this document first.");
  if (one.verified) return say("It is verified already.");
  complain("");
  if (offline) act_here({ document: one.document, verify: true, was: one.verified });
  else takeAnswer(await ask("POST", "/api/verify", { document: one.document }));
  paintAll("Stated: this document is verified.");
}

async function addKnown(one, row) {
  complain("");
  if (offline) act_here({ document: one.document, known: row });
  else takeAnswer(await ask("POST", "/api/known", { document: one.document, ...row }));
  paintAll(row.says === null ? "A missing fact is noted." : "The fact is marked wrong.");
}

// A dialog; comes back with whether it was saved.
function open_dialog(id) {
  const dialog = byId(id);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener("close", () => done(dialog.returnValue === "save"), { once: true });
  });
}

async function askReason(changes) {
  byId("reason-what").replaceChildren(...changes.slice(0, 5).flatMap((change) => [bdi(itemOf(change).text), " "]),
    changes.length > 5 ? "and " + (changes.length - 5) + " more" : "");
  byId("reason-why").value = "";
  return (await open_dialog("reason")) ? byId("reason-why").value.trim() : "";
}

// Marks a fact wrong: that of the change, or the one that was chosen in the text.
async function markWrong(fact) {
  const one = currentCase();
  const change = currentChange();
  const item = fact || (change && change.kind !== "document" ? itemOf(change) : null);
  if (!item) return say("That is no fact of the text.");
  if (!one.keeps) return say(NO_SIDECAR);
  const gone = !fact && !change.new;
  byId("wrong-head").textContent = gone ? "It is wrong that this fact is gone" : "This fact is wrong";
  byId("wrong-what").replaceChildren(make("span", { class: "kind" }, item.kind), " ", bdi(item.gist), " ", bdi(item.text));
  byId("wrong-hint").textContent = gone ? "What it should say." : "Empty: it should not be there.";
  byId("wrong-right").value = gone ? item.gist : "";
  byId("wrong-why").value = "";
  if (!(await open_dialog("wrong"))) return;
  const right = byId("wrong-right").value.trim() || null;
  if (gone && right === null) return say("Left as it is: nothing was said that would be right.");
  const says = gone ? null : item.gist;
  const said = byId("wrong-why").value.trim();
  return addKnown(one, { kind: item.kind, text: item.text, start: item.start, says, right, why: said });
}

// Adds a fact that is missing: its words are what is selected in the text, or are typed.
async function addMissing() {
  const one = currentCase();
  if (!one) return;
  if (!one.keeps) return say(NO_SIDECAR);
  const chosen = selected();
  byId("missing-text").value = chosen ? chosen.text : "";
  byId("missing-right").value = "";
  byId("missing-why").value = "";
  offerPlaces(one, chosen);
  if (!(await open_dialog("missing-dialog"))) return;
  const text = byId("missing-text").value.trim();
  const unit = Number(byId("missing-where").value);
  return addKnown(one, { kind: byId("missing-kind").value, text, start: byteAt(one.text, unit), says: null,
    right: byId("missing-right").value.trim(), why: byId("missing-why").value.trim() });
}

// Where the words stand; the reader says which are meant where they stand there more than once.
function offerPlaces(one, chosen) {
  const text = byId("missing-text").value.trim();
  const found = [];
  for (let unit = one.text.indexOf(text); text && unit >= 0 && found.length < 50; unit = one.text.indexOf(text, unit + 1)) {
    found.push(unit);
  }
  const select = byId("missing-where");
  const near = (unit) => one.text.slice(Math.max(unit - 30, 0), unit + text.length + 30).replace(/\s+/g, " ").trim();
  select.replaceChildren(...found.map((unit) => make("option", { value: unit }, "… " + near(unit) + " …")));
  if (chosen && found.includes(chosen.unit)) select.value = chosen.unit;
  for (const element of [select, document.querySelector('label[for="missing-where"]')]) element.hidden = found.length < 2;
  return found.length;
}

function missingFault(one) {
  if (!byId("missing-text").value.trim()) return "Select its words in the text, or type them.";
  if (byId("missing-where").options.length === 0) return "These words do not stand in the text so.";
  if (!byId("missing-right").value.trim()) return "Say what the fact should say.";
  return null;
}

function exportDecisions() {
  const decisions = [];
  const known = [];
  const verified = [];
  for (const act of acts) {
    for (const [name, change] of act.changes || []) {
      const one = data.cases[documents.get(name)];
      decisions.push({ document: name, accepted: one.accepted, waiting: one.waiting, change, ruling: act.ruling,
        reason: act.reason });
    }
    const waiting = act.document && data.cases[documents.get(act.document)].waiting;
    if (act.known) known.push({ document: act.document, waiting, ...act.known });
    if (act.verify) verified.push({ document: act.document, waiting });
  }
  const text = JSON.stringify({ schema: data.schema, decisions, known, verified }, null, 1) + "\n";
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "decisions.json" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say("Saved as decisions.json: `tahqiq apply decisions.json` carries it out.");
}

async function finish() {
  if (offline) return say("Save the decisions, then close this page.");
  await ask("POST", "/api/finish", {});
  document.body.classList.add("finished");
  for (const element of document.querySelectorAll("button, input, select, textarea")) element.disabled = true;
  say("Finished. The program has ended; this page can be closed.");
}

// The article: the whole text with every fact marked where it stands.

// Marks of a case: every fact that there is, and in a document that was not edited those that are gone.
function marksOf(one) {
  const changed = new Map();
  const gone = [];
  for (const change of one.changes) {
    if (change.new) changed.set([change.new.kind, change.new.start, change.new.end].join(), change);
    else if (change.old && !one.edited) gone.push(change);
  }
  const facts = one.facts.map((fact) => {
    const change = one.is_new ? null : changed.get([fact.kind, fact.start, fact.end].join());
    return { fact, change: change || null, nature: change ? change.nature : null };
  });
  // A fact that was new while it waited and is rejected is no fact of the file any more, but the reader still sees it.
  const there = new Set(one.facts.map((fact) => [fact.kind, fact.start, fact.end].join()));
  for (const [place, change] of changed) {
    if (!there.has(place) && change.kind !== "document") facts.push({ fact: change.new, change, nature: change.nature });
  }
  const all = facts.concat(gone.map((change) => ({ fact: change.old, change, nature: "removed" })));
  return all.filter((mark) => mark.fact.end > mark.fact.start);
}

// Opens and closes marks along the text, so that those that hold others nest and those that cross are split.
class Weaver {
  constructor(text) {
    this.text = text;
    this.open = [];
    this.at = 0;
    this.line = null;
    this.lines = [];
    this.newLine(0);
  }

  newLine(start) {
    this.line = make("p", { "data-at": start, dir: "auto" });
    this.lines.push({ element: this.line, start, end: start });
    this.reopen();
  }

  reopen() {
    let parent = this.line;
    for (const mark of this.open) parent = this.element(mark, parent);
  }

  element(mark, parent) {
    const element = markElement(mark);
    if (mark.started) {
      element.setAttribute("data-part", "");
      element.removeAttribute("id");
    }
    mark.started = true;
    mark.element = element;
    parent.append(element);
    return element;
  }

  top() {
    return this.open.length ? this.open[this.open.length - 1].element : this.line;
  }

  // The text up to `end`; each of its lines is a paragraph.
  text_to(end) {
    while (this.at < end) {
      const feed = this.text.indexOf("\n", this.at);
      const breaks = feed !== -1 && feed < end;
      const stop = breaks ? feed : end;
      const before_feed = breaks && this.text[stop - 1] === "\r" ? stop - 1 : stop;
      this.top().append(...visible(this.text.slice(this.at, Math.max(before_feed, this.at))));
      this.at = stop;
      this.lines[this.lines.length - 1].end = stop;
      if (breaks) {
        this.at = feed + 1;
        this.newLine(this.at);
      }
    }
  }

  close(position) {
    const ends = (mark) => mark.to <= position;
    const first = this.open.findIndex(ends);
    if (first === -1) return;
    const reopened = this.open.slice(first).filter((mark) => !ends(mark));
    this.open.length = first;
    for (const mark of reopened) this.start(mark);
  }

  start(mark) {
    this.element(mark, this.top());
    this.open.push(mark);
  }
}

function markElement({ fact, change, nature }) {
  const said = fact.kind + " " + fact.gist + (nature ? ", " + NATURES[nature] : "");
  return make("mark", {
    "data-start": fact.start,
    "data-end": fact.end,
    "data-kind": fact.kind,
    "data-change": change && change.id,
    class: nature,
    "data-sign": nature && SIGNS[nature],
    tabindex: "-1",
    title: said + " · " + fact.rule,
    "aria-description": said,
  });
}

function drawArticle(one) {
  const article = byId("text");
  const marks = marksOf(one);
  const headline = one.headline || [0, 0];
  const units = places(one.text, marks.flatMap(({ fact }) => [fact.start, fact.end]).concat(headline));
  for (const mark of marks) {
    mark.from = units.get(mark.fact.start);
    mark.to = units.get(mark.fact.end);
    mark.started = false;
  }
  marks.sort((a, b) => a.from - b.from || b.to - a.to || Number(Boolean(a.change)) - Number(Boolean(b.change)));
  const weaver = new Weaver(one.text);
  const ends = [];
  for (const mark of marks) {
    ends.push(mark.to);
    ends.sort((a, b) => a - b);
    while (ends.length && ends[0] <= mark.from) {
      const end = ends.shift();
      weaver.text_to(end);
      weaver.close(end);
    }
    weaver.text_to(mark.from);
    weaver.start(mark);
  }
  for (const end of ends) {
    weaver.text_to(end);
    weaver.close(end);
  }
  weaver.text_to(one.text.length);
  article.replaceChildren(...paragraphs(weaver.lines, headline.map((byte) => units.get(byte))));
  if (!one.text) article.append(make("p", { class: "empty", dir: "ltr", lang: "en" }, "The document cannot be shown."));
  const first = article.querySelector("mark[data-change]") || article.querySelector("mark");
  if (first) first.tabIndex = 0;
}

// Lines with words are paragraphs, the headline's stands out; empty ones only keep their place.
function paragraphs(lines, [from, to]) {
  for (const { element, start, end } of lines) {
    if (!element.textContent.trim()) element.className = "blank";
    else if (start < to && end > from) element.className = "headline";
  }
  return lines.map((line) => line.element);
}

function marksOfChange(id) {
  return [...byId("text").querySelectorAll('mark[data-change="' + id + '"]')];
}

// Shows in the text where the current change stands.
function showInText(change) {
  for (const old of byId("text").querySelectorAll("mark[aria-current]")) old.removeAttribute("aria-current");
  if (!change) return;
  const marks = marksOfChange(change.id);
  for (const mark of marks) mark.setAttribute("aria-current", "true");
  if (marks.length === 0) return;
  rove(marks[0]);
  scrollTo(byId("text"), marks[0]);
}

// Brings what stands in `frame` to its middle, unless it is in sight; nothing else moves.
function scrollTo(frame, element) {
  const [outer, inner] = [frame, element].map((one) => one.getBoundingClientRect());
  const margin = Math.min(outer.height / 5, 120);
  if (inner.top > outer.top && inner.bottom < outer.bottom - margin) return;
  frame.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}

// One mark of the text is a stop for Tab; the arrows lead to the others.
function rove(mark) {
  for (const old of byId("text").querySelectorAll('mark[tabindex="0"]')) old.tabIndex = -1;
  mark.tabIndex = 0;
}

// The state of each change is seen in the text too.
function paintMarks(one) {
  for (const mark of byId("text").querySelectorAll("mark[data-change]")) {
    mark.dataset.state = one.decided[mark.dataset.change] || "waiting";
  }
}

// The words that are selected in the article and where they stand; null where nothing is.
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const from = unitAt(range.startContainer, range.startOffset);
  const to = unitAt(range.endContainer, range.endOffset);
  if (from === null || to === null || to <= from) return null;
  const text = currentCase().text;
  const raw = text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const words = raw.trim();
  return words ? { text: words, unit: from + lead } : null;
}

function unitAt(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const line = element.closest("#text p");
  if (!line) return null;
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return Number(line.dataset.at) + range.toString().length;
}

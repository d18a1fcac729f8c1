// Words: what is shown, how what cannot be seen is named, and small ways to make elements.

const SIGNS = { added: "+", removed: "−", changed: "~", grown: "~", shrunk: "~", shifted: "·" };

const NATURES = {
  added: "new",
  removed: "gone",
  changed: "changed",
  grown: "reaches further",
  shrunk: "reaches less far",
  shifted: "only moved",
};

const EFFECTS = {
  mends: "mends a known error",
  breaks: "breaks a verified fact",
};

// The same names as in the terminal.
const CONTROLS = {
  0x09: "TAB", 0x0a: "LF", 0x0d: "CR", 0xa0: "NBSP", 0xad: "SHY", 0x61c: "ALM", 0x200b: "ZWSP", 0x200c: "ZWNJ",
  0x200d: "ZWJ", 0x200e: "LRM", 0x200f: "RLM", 0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO",
  0x202e: "RLO", 0x202f: "NNBSP", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
  0xfeff: "BOM",
};

const UNSEEN =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

function controlName(character) {
  const code = character.codePointAt(0);
  return CONTROLS[code] || "U+" + code.toString(16).toUpperCase().padStart(4, "0");
}

// An element with attributes (or properties in `on…`) and children.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

// Text with its invisible controls shown by name. What is copied from it, and its length, are the text's own: the name
// is drawn by the style.
function visible(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(UNSEEN)) {
    if (found.index > from) parts.push(text.slice(from, found.index));
    const name = controlName(found[0]);
    parts.push(make("span", { class: "control", "data-name": name, role: "img", "aria-label": name }, found[0]));
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

// A word of the document, or a value, in its own direction amid English.
function bdi(text) {
  return make("bdi", { dir: "auto" }, visible(text));
}

function plural(number, noun) {
  return number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s");
}

function key(name) {
  return make("kbd", { "aria-hidden": "true" }, name);
}

// Draws `items` a stretch at a time, so that a list of thousands is there at once.
function drawLazily(list, items, draw) {
  const STRETCH = 120;
  list.replaceChildren();
  let drawn = 0;
  const more = () => {
    const part = document.createDocumentFragment();
    for (const item of items.slice(drawn, drawn + STRETCH)) part.append(draw(item));
    drawn += STRETCH;
    list.append(part);
    if (drawn < items.length) watch(list.lastElementChild);
  };
  const watch = (last) => {
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      if (last.isConnected) more();
    }, { rootMargin: "600px" });
    observer.observe(last);
  };
  more();
  // For who goes to an item that is not drawn yet.
  return (index) => {
    while (drawn <= index && drawn < items.length) more();
  };
}

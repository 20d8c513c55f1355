// Keys and small comforts of the desk; every page works without it.
"use strict";

const rows = () => [...document.querySelectorAll("[data-row]")].filter((r) => r.offsetParent !== null);

const inside = (row) => row.querySelector("[data-open]") || row.querySelector("summary") || row;

function step(by) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((r) => r.contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  inside(all[next]).focus();
  all[next].scrollIntoView({ block: "nearest" });
}

function openAll() {
  const all = [...document.querySelectorAll("main details:not([data-form])")]; // forms take the focus
  const open = all.some((d) => !d.open);
  for (const d of all) d.open = open;
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: openAll,
  "/": () => document.querySelector("[data-search]")?.focus(),
  "?": () => document.getElementById("keys").showModal(),
};

let going = -Infinity; // when g was pressed: the next key goes somewhere

// On a keyboard of other letters than Latin ones a key is the letter that stands on it besides.
const keyOf = (event) => (/^Key[A-Z]$/.test(event.code) && event.key.length === 1 && event.key > "~" ? event.code[3].toLowerCase() : event.key);

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
  const key = keyOf(event);
  if (event.timeStamp - going < 1500) {
    going = -Infinity;
    const link = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (link) {
      event.preventDefault();
      link.click();
      return;
    }
  }
  if (key === "g") {
    going = event.timeStamp;
    return;
  }
  const offered = document.querySelectorAll(`main [data-key="${CSS.escape(key)}"]`);
  const wanted = [...offered].find((w) => w.checkVisibility());
  const act = KEYS[key] || (wanted && (() => wanted.click()));
  if (act) {
    event.preventDefault();
    act();
  }
});

// A form that was folded is begun at its first field.
document.addEventListener("toggle", (event) => {
  if (event.target.open && event.target.matches("details[data-form]")) {
    event.target.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }
}, true);

const button = document.getElementById("show-keys");
button.hidden = false;
button.addEventListener("click", KEYS["?"]);

for (const print of document.querySelectorAll("[data-print]")) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// On a narrow screen the navigation is drawn sideways: to the page that is open.
const nav = document.querySelector(".top nav");
const current = nav.querySelector("[aria-current]");
if (current) nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;

// Paper has nothing to click: whatever is folded is printed open.
window.addEventListener("beforeprint", () => {
  for (const d of document.querySelectorAll("main details:not([open])")) {
    d.open = true;
    d.dataset.folded = "";
  }
});
window.addEventListener("afterprint", () => {
  for (const d of document.querySelectorAll("details[data-folded]")) {
    d.open = false;
    delete d.dataset.folded;
  }
});

// A page that waits for something asks again by itself.
const again = document.querySelector("[data-again]");
if (again) setTimeout(() => location.reload(), 1000 * again.dataset.again);

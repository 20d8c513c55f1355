// Keys of the desk; every page works without them. In the page before anything is drawn, so that none pressed early is lost.
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

const GOES = 1500; // milliseconds that g waits for its letter

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: openAll,
  "/": () => document.querySelector("[data-search]")?.focus(),
  "?": () => document.getElementById("keys").showModal(),
};

let early = []; // keys pressed before the whole page was there, and when
let going = -Infinity; // when g was pressed: the next key goes somewhere

const isGoing = () => performance.now() - going < GOES;

// On a keyboard of other letters than Latin ones a key is the letter that stands on it besides.
const keyOf = (event) => (/^Key[A-Z]$/.test(event.code) && event.key.length === 1 && event.key > "~" ? event.code[3].toLowerCase() : event.key);

// Whether a key pressed at that moment (milliseconds of the page) did something.
function press(key, at) {
  if (at - going < GOES) {
    going = -Infinity;
    const link = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (link) {
      link.click();
      return true;
    }
  }
  if (key === "g") {
    going = at;
    return false;
  }
  const offered = document.querySelectorAll(`main [data-key="${CSS.escape(key)}"]`);
  const wanted = [...offered].find((w) => w.checkVisibility());
  const act = KEYS[key] || (wanted && (() => wanted.click()));
  act?.();
  return act !== undefined;
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
  const key = keyOf(event);
  const taken = early ? early.push([key, event.timeStamp]) && key.length === 1 : press(key, event.timeStamp);
  if (taken) event.preventDefault();
});

document.addEventListener("DOMContentLoaded", () => {
  const waiting = early;
  early = null;
  for (const [key, at] of waiting) press(key, at);
});

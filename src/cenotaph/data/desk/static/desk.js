// Small comforts of the desk; every page works without them.
"use strict";

// A form that was folded is begun at its first field.
document.addEventListener("toggle", (event) => {
  if (event.target.open && event.target.matches("details[data-form]")) {
    event.target.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }
}, true);

const button = document.getElementById("show-keys");
button.hidden = false;
button.addEventListener("click", () => press("?", 0));

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

// A page that waits for something asks again by itself, but takes no word from under somebody's hands.
const again = document.querySelector("[data-again]");
let touched = null; // the field last written in
let sent = -Infinity; // when a form was last sent, in milliseconds of the page
document.addEventListener("input", (event) => {
  touched = event.target;
});
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) sent = event.timeStamp;
});

function isBusy() {
  const written = touched?.isConnected && touched.value !== touched.defaultValue;
  const within = document.activeElement?.closest("details[data-form]") || document.querySelector("dialog[open]");
  return performance.now() - sent < 10_000 || written || isGoing() || Boolean(within);
}

function ask() {
  if (isBusy()) setTimeout(ask, 1000);
  else location.reload();
}
if (again) setTimeout(ask, 1000 * again.dataset.again);

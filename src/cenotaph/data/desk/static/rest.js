// A reminder of a break after fifty minutes of reading; a pause of ten minutes counts as one.
"use strict";

const LONG = 50 * 60_000;
const PAUSE = 10 * 60_000;
const note = document.getElementById("rest");
const kept = (name) => Number(localStorage.getItem(name)) || 0;

function look() {
  const now = Date.now();
  if (now - kept("rest-last") > PAUSE) localStorage.setItem("rest-since", now);
  if (!document.hidden) localStorage.setItem("rest-last", now);
  note.hidden = now - kept("rest-since") < LONG;
}

note.querySelector("button").addEventListener("click", () => {
  localStorage.setItem("rest-since", Date.now());
  look();
});
look();
setInterval(look, 60_000);

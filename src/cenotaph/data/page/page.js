"use strict";
// Printed pages cannot be opened: print every sentence. One key opens or closes all.
function openAll(open) {
  document.querySelectorAll("details").forEach(function (d) { d.open = open; });
}
window.addEventListener("beforeprint", function () { openAll(true); });
var all = document.getElementById("open-all");
if (all) {
  all.hidden = false;
  all.addEventListener("click", function () {
    var open = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(open));
    all.textContent = open ? "Close all sentences" : "Open all sentences";
    openAll(open);
  });
}

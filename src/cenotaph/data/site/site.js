"use strict";
// Printed pages cannot be opened: print every sentence. On an incident's page one key opens all.
(function () {
  function openAll(open) {
    document.querySelectorAll("details").forEach(function (d) { d.open = open; });
  }
  window.addEventListener("beforeprint", function () { openAll(true); });
  // A figure named in the address shows its sentences.
  function openNamed() {
    var named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    var around = named && named.closest("details");
    if (around) {
      around.open = true;
      around.scrollIntoView({ block: "center" });
    }
  }
  window.addEventListener("hashchange", openNamed);
  openNamed();
  var chips = document.querySelector(".whole .chips");
  if (chips && document.querySelectorAll("details").length > 1) {
    var all = document.createElement("button");
    all.type = "button";
    all.textContent = "Open all sentences";
    all.setAttribute("aria-pressed", "false");
    all.addEventListener("click", function () {
      var open = all.getAttribute("aria-pressed") !== "true";
      all.setAttribute("aria-pressed", String(open));
      all.textContent = open ? "Close all sentences" : "Open all sentences";
      openAll(open);
    });
    chips.append(all);
  }
})();

// A point set on a small map of land -> the fields of the form, and the gazetteer's names beside it.
"use strict";

(() => {
  const box = document.querySelector(".place-map");
  if (!box || !window.L) return;
  const form = box.closest("form");
  const { lat, lon, precision } = form.elements;
  const REACH = { town: 5000, near: 25000, admin2: 40000, admin1: 100000 }; // meters drawn around the point
  let map = null;
  let mark = null;
  let towns = null;

  const here = () => {
    const [a, o] = [lat, lon].map((f) => Number.parseFloat(f.value.replace(",", ".")));
    return Number.isFinite(a) && Number.isFinite(o) && Math.abs(a) <= 90 && Math.abs(o) <= 180 ? [a, o] : null;
  };
  function draw() {
    if (mark) mark.remove();
    mark = null;
    const at = here();
    if (!at) return;
    const pin = L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: `pin ${precision.value === "exact" ? "exact" : "town"}`, iconSize: [16, 16] }) });
    const reach = REACH[precision.value];
    mark = L.layerGroup(reach ? [L.circle(at, { radius: reach, interactive: false, className: "reach" }), pin] : [pin]).addTo(map);
  }
  function set(point) {
    const at = point.wrap();
    lat.value = at.lat.toFixed(4);
    lon.value = at.lng.toFixed(4);
    draw();
    form.querySelector("[data-near]").click();
  }
  // What the gazetteer offers stands on the map too: land alone tells nobody where they are.
  function label() {
    if (towns) towns.remove();
    const offered = [...form.querySelectorAll(".places input[data-at]")];
    box.classList.toggle("offered", offered.length > 0);
    towns = L.layerGroup(offered.map((choice) => {
      const dot = L.circleMarker(choice.dataset.at.split(",").map(Number), { radius: 4, className: "town-dot", keyboard: false });
      dot.on("click", () => choice.click());
      return dot.bindTooltip(choice.dataset.called, { permanent: true, direction: "right", className: "town-name" });
    })).addTo(map);
  }
  function begin() {
    if (map) return;
    box.hidden = false;
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", box.dataset.name);
    const made = landMap(box, {});
    map = made.map;
    const at = here();
    map.setView(at || [20, 10], at ? 8.5 : 1);
    new MutationObserver(label).observe(form.querySelector("[data-near]").parentElement, { childList: true });
    if (at) form.querySelector("[data-near]").click();
    map.on("click", (event) => set(event.latlng));
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target !== box) return;
      event.preventDefault();
      event.stopPropagation();
      set(map.getCenter());
    });
    made.ready.then(() => {
      draw();
      box.dataset.ready = "yes";
    });
  }
  for (const field of [lat, lon, precision]) field.addEventListener("change", () => {
    draw();
    const at = here();
    if (at && field !== precision) map.panTo(at);
  });
  const folded = box.closest("details");
  if (!folded || folded.open) begin();
  else folded.addEventListener("toggle", begin, { once: true });
})();

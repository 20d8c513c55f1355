// A map of land alone, coarse from afar and fine from near: no tiles, no borders.
"use strict";

function landMap(box, options) {
  const map = L.map(box, { minZoom: 1, maxZoom: 11, attributionControl: false, zoomControl: false, maxBounds: [[-89, -200], [89, 200]], zoomSnap: 0.5, ...options });
  L.control.zoom({ zoomInTitle: box.dataset.closer, zoomOutTitle: box.dataset.farther }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  let drawn = null;
  let fine = false;
  async function land(detail) {
    const answer = await fetch(`/land/${detail}`);
    const made = L.layerGroup((await answer.json()).map((rings) => L.polygon(rings, { interactive: false, className: "land" })));
    if (drawn) drawn.remove();
    drawn = made.addTo(map);
    drawn.eachLayer((l) => l.bringToBack());
  }
  map.on("zoomend", () => {
    if (!fine && map.getZoom() >= 5) {
      fine = true;
      land("fine");
    }
  });
  // Towns tell where one is, the largest first; one that would cover another is left out.
  const names = L.layerGroup().addTo(map);
  map.createPane("names").style.zIndex = 450; // over land, under marks
  async function name() {
    const b = map.getBounds();
    const box = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()].map((n) => n.toFixed(2)).join(",");
    const answer = await fetch(`/towns?${new URLSearchParams({ box })}`);
    if (!answer.ok || !map.getBounds().equals(b)) return;
    const taken = [];
    names.clearLayers();
    for (const [words, lat, lon] of await answer.json()) {
      const at = map.latLngToContainerPoint([lat, lon]);
      const here = L.bounds([at.x - 4, at.y - 9], [at.x + 12 + 7 * words.length, at.y + 9]);
      if (taken.length >= map.getSize().x / 40 || taken.some((other) => other.overlaps(here))) continue;
      taken.push(here);
      const icon = L.divIcon({ className: "map-name", html: "", iconSize: null });
      const mark = L.marker([lat, lon], { icon, pane: "names", interactive: false, keyboard: false }).addTo(names);
      mark.getElement().textContent = words;
    }
  }
  map.on("moveend", name);
  return { map, ready: land("coarse") };
}

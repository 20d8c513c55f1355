// A map of land alone, coarse from afar and fine from near: no tiles, no borders.
"use strict";

function landMap(box, options) {
  const map = L.map(box, { minZoom: 1, maxZoom: 11, attributionControl: false, maxBounds: [[-89, -200], [89, 200]], zoomSnap: 0.5, ...options });
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
  return { map, ready: land("coarse") };
}

// The map beside the list, and the choice of a time by drawing over its bars.
"use strict";

(() => {
  const box = document.getElementById("map");
  const form = document.querySelector("form.filter");
  if (!box || !window.L) return;
  const REACH = { town: 5000, near: 25000 }; // meters around a town: in it; near it
  const words = box.dataset;
  const part = document.getElementById("map-part");
  part.hidden = false;
  const { map, ready } = landMap(box, {});
  map.setView([20, 10], 2);
  let fit = () => {}; // shows all that is asked for; there is nothing yet

  // On a narrow screen the map can be folded away; a browser keeps that.
  const fold = document.getElementById("fold");
  function folded(away) {
    part.classList.toggle("folded", away);
    fold.setAttribute("aria-expanded", !away);
    localStorage.setItem("map-folded", away ? "yes" : "");
    map.invalidateSize();
    if (!away) fit();
  }
  fold.addEventListener("click", () => folded(!part.classList.contains("folded")));
  folded(localStorage.getItem("map-folded") === "yes");

  const reach = L.layerGroup().addTo(map);
  function around(p) {
    reach.clearLayers();
    const meters = REACH[p.precision];
    if (meters) L.circle([p.lat, p.lon], { radius: meters, interactive: false, className: `reach ${p.precision}` }).addTo(reach);
  }
  function popup(p) {
    const made = document.createElement("div");
    const link = document.createElement("a");
    const here = new URLSearchParams(location.search);
    here.delete("page");
    here.set("box", [p.lon - 0.00001, p.lat - 0.00001, p.lon + 0.00001, p.lat + 0.00001].map((n) => n.toFixed(6)).join(","));
    link.href = p.incident ? `/incident/${p.incident}` : `/?${here}`;
    link.textContent = p.incident ? p.title : words.many.replace("{}", p.number);
    const where = document.createElement("p");
    where.textContent = words[p.precision].replace("{}", p.name);
    const head = document.createElement("p");
    head.append(link);
    made.append(head, where);
    return made;
  }
  function pin(p) {
    const size = { exact: 16, town: 20, near: 24, region: 28 }[p.precision];
    const many = p.number > 1 ? String(p.number) : "";
    const made = L.marker([p.lat, p.lon], {
      title: p.title || `${p.name}: ${p.number}`,
      alt: p.title || `${p.name}: ${p.number}`,
      count: p.number,
      icon: L.divIcon({ className: `pin ${p.precision}${p.contested ? " contested" : ""}`, html: many, iconSize: [size, size] }),
    });
    made.bindPopup(() => popup(p));
    made.on("popupopen mouseover focus", () => around(p));
    return made;
  }

  async function fill() {
    const told = await (await fetch(words.points)).json();
    const places = told.points.map((row) => Object.fromEntries(told.fields.map((name, n) => [name, row[n]])));
    const group = L.markerClusterGroup({
      showCoverageOnHover: false,
      maxClusterRadius: 40,
      iconCreateFunction: (c) => {
        const count = c.getAllChildMarkers().reduce((sum, m) => sum + m.options.count, 0);
        return L.divIcon({ className: "cluster", html: String(count), iconSize: [34, 34] });
      },
    });
    group.addLayers(places.map(pin)).addTo(map);
    const asked = form.elements.box.value.split(",").map(Number);
    fit = () => {
      if (asked.length === 4 && asked.every(Number.isFinite)) {
        map.fitBounds([[asked[1], asked[0]], [asked[3], asked[2]]], { maxZoom: 8, animate: false });
      } else if (places.length) {
        map.fitBounds(L.latLngBounds(places.map((p) => [p.lat, p.lon])).pad(0.15), { maxZoom: 5, animate: false });
      }
    };
    fit();
    const none = document.getElementById("unplaced");
    none.textContent = told.without ? words.without.replace("{}", told.without) : "";
    box.dataset.ready = "yes";
  }
  ready.then(fill);

  document.getElementById("here").addEventListener("click", () => {
    const b = map.getBounds();
    form.elements.box.value = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()].map((n) => n.toFixed(4)).join(",");
    form.requestSubmit();
  });
})();

// What is not asked for does not stand in the address.
document.querySelector("form.filter").addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
});

for (const times of document.querySelectorAll(".times")) {
  const bars = [...times.querySelectorAll("a")];
  const form = document.querySelector("form.filter");
  let from = -1;
  // Where the finger is now: the target of its events stays the bar that it began on.
  const at = (event) => bars.indexOf(document.elementFromPoint(event.clientX, event.clientY)?.closest(".times a"));
  const mark = (to) => bars.forEach((b, n) => b.classList.toggle("drawn", n >= Math.min(from, to) && n <= Math.max(from, to)));
  times.addEventListener("dragstart", (event) => event.preventDefault());
  times.addEventListener("pointerdown", (event) => {
    from = at(event);
  });
  times.addEventListener("pointermove", (event) => {
    if (from >= 0 && at(event) >= 0) mark(at(event));
  });
  window.addEventListener("pointerup", (event) => {
    const to = at(event);
    if (from >= 0 && to >= 0 && to !== from) {
      form.elements.first.value = bars[Math.min(from, to)].dataset.first;
      form.elements.last.value = bars[Math.max(from, to)].dataset.last;
      form.requestSubmit();
    } else if (from >= 0) {
      bars.forEach((b) => b.classList.remove("drawn"));
    }
    from = -1;
  });
  times.addEventListener("click", (event) => {
    if (times.querySelectorAll(".drawn").length > 1) event.preventDefault();
  });
}

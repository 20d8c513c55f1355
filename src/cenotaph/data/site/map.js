"use strict";
// Draws every incident that has a point, as sharply as its place is known and no sharper.
(function () {
  var REACH = { town: 5000, near: 25000 }; // meters around a town: in it; near it
  var all = window.cenotaphIncidents;
  var box = document.getElementById("map");
  var form = document.getElementById("filter");
  var shown = document.getElementById("shown");
  box.hidden = false;
  var map = L.map(box, { minZoom: 1, maxZoom: 11, worldCopyJump: false, attributionControl: false, maxBounds: [[-89, -200], [89, 200]], zoomSnap: 0.5 });
  window.cenotaphLand.forEach(function (rings) {
    L.polygon(rings, { interactive: false, className: "land" }).addTo(map);
  });
  L.control.scale({ imperial: false }).addTo(map);

  function kind(precision) {
    return precision === "exact" || precision === "town" || precision === "near" ? precision : "region";
  }
  function popup(row) {
    var made = document.createElement("div");
    var link = document.createElement("a");
    link.href = "incidents/" + row[0] + ".html";
    link.textContent = row[1];
    var head = document.createElement("p");
    head.append(link);
    made.append(head);
    var said = { exact: "At the very spot.", town: "In " + row[11] + ".", near: "Near " + row[11] + ".", region: "Somewhere in " + row[11] + ": the mark stands in its middle." };
    [row[2], row[6] || "no figure given", row[7] ? "Contested figures." : "", said[kind(row[10])]].filter(Boolean).forEach(function (words) {
      var line = document.createElement("p");
      line.textContent = words;
      made.append(line);
    });
    return made;
  }
  var reach = L.layerGroup().addTo(map);
  function drawReach(row) {
    reach.clearLayers();
    var meters = REACH[row[10]];
    if (meters) L.circle([row[8], row[9]], { radius: meters, interactive: false, className: "reach " + row[10] }).addTo(reach);
  }
  function marker(row) {
    var size = kind(row[10]) === "region" ? 26 : 24; // no smaller than a finger or an unsteady hand needs
    var made = L.marker([row[8], row[9]], {
      title: row[1] + ", " + row[2],
      icon: L.divIcon({ className: "spot", html: '<span class="pin ' + kind(row[10]) + (row[7] ? " contested" : "") + '"></span>', iconSize: [size, size] }),
    });
    made.bindPopup(function () { return popup(row); });
    made.on("popupopen mouseover focus", function () { drawReach(row); });
    return made;
  }
  var cluster = L.markerClusterGroup({
    showCoverageOnHover: false, maxClusterRadius: 80, spiderLegPolylineOptions: { className: "reach", weight: 1 },
    iconCreateFunction: function (group) {
      return L.divIcon({ className: "cluster", html: group.getChildCount() + '<span class="sr"> incidents</span>', iconSize: [34, 34] });
    },
  }).addTo(map);
  var placed = all.rows.filter(function (row) { return row.length > 8; });
  var byId = new Map();

  Array.from(new Set(placed.map(function (r) { return r[3]; }))).forEach(function (year) {
    var made = document.createElement("option");
    made.value = made.textContent = year;
    form.elements.year.append(made);
  });
  function draw() {
    var year = form.elements.year.value, contested = form.elements.contested.checked;
    var wanted = placed.filter(function (r) { return (!year || r[3] === year) && (!contested || r[7] === 1); });
    cluster.clearLayers();
    reach.clearLayers();
    byId.clear();
    cluster.addLayers(wanted.map(function (row) {
      var made = marker(row);
      byId.set(row[0], made);
      return made;
    }));
    shown.textContent = wanted.length.toLocaleString("en") + (wanted.length === 1 ? " incident" : " incidents");
  }
  function home() {
    if (placed.length) map.fitBounds(L.latLngBounds(placed.map(function (r) { return [r[8], r[9]]; })).pad(0.15), { maxZoom: 7 });
    else map.setView([20, 10], 2);
  }
  function named() {
    var made = byId.get(location.hash.slice(1));
    if (!made) return false;
    map.setView(made.getLatLng(), 8);
    cluster.zoomToShowLayer(made, function () { made.openPopup(); });
    return true;
  }
  home();
  draw();
  named();
  form.addEventListener("input", draw);
  window.addEventListener("hashchange", named);
  form.hidden = false;
})();

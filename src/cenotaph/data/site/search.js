"use strict";
// Searches the index that was made with the site; what is asked stands in the address, so that it can be kept.
(function () {
  var FIELDS = ["title", "place", "who", "what", "source"];
  var MOST = 200;
  var all = window.cenotaphIncidents;
  // As the index was cut: folded, without marks, at spaces, signs of punctuation and control signs.
  var found = MiniSearch.loadJS(window.cenotaphWords, {
    fields: FIELDS,
    tokenize: function (words) { return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[\p{Z}\p{P}\p{C}]+/u).filter(Boolean); },
    processTerm: function (term) { return term; },
  });
  var form = document.getElementById("search");
  var list = document.getElementById("results");
  var status = document.getElementById("found");

  function option(select, value, words) {
    var made = document.createElement("option");
    made.value = value;
    made.textContent = words;
    select.append(made);
  }
  Array.from(new Set(all.rows.map(function (r) { return r[3]; }))).forEach(function (y) { option(form.elements.year, y, y); });
  all.countries.forEach(function (c, n) { option(form.elements.country, n, c); });
  all.kinds.forEach(function (k, n) { option(form.elements.kind, n, k); });

  function matching(row) {
    var e = form.elements;
    return (!e.year.value || row[3] === e.year.value)
      && (!e.country.value || row[5] === Number(e.country.value))
      && (!e.kind.value || row[4] === Number(e.kind.value))
      && (!e.contested.checked || row[7] === 1);
  }
  function rows(words) {
    if (!words.trim()) return all.rows;
    return found.search(words, { prefix: true, fuzzy: function (t) { return t.length > 5 ? 0.15 : false; }, combineWith: "AND", boost: { title: 2, place: 2 } })
      .map(function (hit) { return all.rows[hit.id]; });
  }
  function line(row) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = "incidents/" + row[0] + ".html";
    link.textContent = row[1];
    var more = document.createElement("span");
    more.className = "meta";
    more.textContent = [row[2], row[6] || "no figure given", row[7] ? "contested" : ""].filter(Boolean).join(" · ");
    if (row[7]) item.className = "contested";
    item.append(link, more);
    return item;
  }
  function show() {
    var hits = rows(form.elements.q.value).filter(matching);
    list.replaceChildren.apply(list, hits.slice(0, MOST).map(line));
    status.textContent = hits.length.toLocaleString("en") + (hits.length === 1 ? " incident" : " incidents") + (hits.length > MOST ? ", the first " + MOST + " shown" : "");
  }
  function keep() {
    var said = new URLSearchParams(new FormData(form));
    Array.from(said.keys()).forEach(function (k) { if (!said.get(k)) said.delete(k); });
    history.replaceState(null, "", "#" + said.toString());
    show();
  }
  var waiting;
  form.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(keep, 120); });
  form.addEventListener("submit", function (event) { event.preventDefault(); keep(); });
  new URLSearchParams(location.hash.slice(1)).forEach(function (value, key) {
    var field = form.elements[key];
    if (field && field.type === "checkbox") field.checked = true; else if (field) field.value = value;
  });
  form.hidden = false;
  show();
})();

// Search in the page: the index is fetched only when someone searches, as a script, so that it works from a disk too.
(function () {
  "use strict";
  var form = document.querySelector(".search"), input = form.querySelector("input"), box = form.querySelector(".results");
  var entries = null, asked = false, MOST = 12;
  form.hidden = false;
  var here = document.querySelector(".menu [aria-current]");
  if (here) here.closest("nav").scrollLeft = Math.max(0, here.offsetLeft - 60);
  window.onRecordIndex = function (known) { entries = known; show(); };
  function plain(words) { return words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function ask() {
    if (asked) return;
    asked = true;
    var script = document.createElement("script");
    script.src = form.dataset.index;
    document.head.append(script);
  }
  function hits(terms) {
    return entries.map(function (entry) {
      var text = plain(entry.text + " " + entry.said);
      if (!terms.every(function (term) { return text.indexOf(term) >= 0; })) return null;
      return { entry: entry, score: terms.reduce(function (sum, term) { return sum + (plain(entry.text).indexOf(term) === 0 ? 0 : 1); }, 0) };
    }).filter(Boolean).sort(function (a, b) { return a.score - b.score; }).slice(0, MOST);
  }
  function line(tag, words) { var node = document.createElement(tag); node.textContent = words; return node; }
  function show() {
    box.textContent = "";
    var terms = plain(input.value).split(/\s+/).filter(Boolean);
    if (!entries || !terms.length) return;
    var found = hits(terms);
    if (!found.length) box.append(line("p", "Nothing found."));
    found.forEach(function (hit) {
      var link = line("a", hit.entry.text);
      link.href = hit.entry.at;
      if (hit.entry.said) link.append(line("small", hit.entry.said));
      box.append(link);
    });
  }
  input.addEventListener("focus", ask);
  input.addEventListener("input", function () { ask(); show(); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = box.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { input.value = ""; show(); input.focus(); }
  });
  box.addEventListener("click", function (event) { if (event.target.closest("a")) { input.value = ""; box.textContent = ""; } });
})();

// Search in a briefing. The index is loaded when somebody searches, as a script, so that it works from a disk too.
(function () {
  "use strict";
  var here = document.querySelector(".menu [aria-current]");
  if (here) here.closest("nav").scrollLeft += here.getBoundingClientRect().left - here.closest("nav").getBoundingClientRect().left - 60;
  var form = document.querySelector(".search"), input = form.querySelector("input"), box = form.querySelector(".results");
  var status = form.querySelector("[role=status]"), words = JSON.parse(form.dataset.words), MOST = 20;
  var NAMES = ["actor", "place", "equipment", "term"], entries = null, asked = false;
  form.hidden = false;

  // Case, accents, vowel marks and the forms of a letter do not count; a letter may become two or none.
  var LETTERS = { "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "", "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-" };
  function folded(letter) {
    return letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
      .replace(/./gu, function (one) { return one in LETTERS ? LETTERS[one] : one; });
  }
  function fold(text) {
    var plain = "", at = [], letters = Array.from(text), place = 0;
    letters.forEach(function (letter) {
      var short = folded(letter);
      for (var n = 0; n < short.length; n++) at.push(place);
      plain += short;
      place += letter.length;
    });
    at.push(text.length);
    return { plain: plain, at: at };
  }
  window.onRecordFold = function (text) { return fold(text).plain; };
  function starts(plain, place) { return place === 0 || !/[\p{L}\p{N}]/u.test(plain[place - 1]); }

  window.onRecordIndex = function (known) {
    entries = known.map(function (entry) {
      return { entry: entry, name: NAMES.indexOf(entry.kind) >= 0, text: fold(entry.text), rest: fold((entry.also || "") + " " + (entry.said || "")).plain };
    });
    show();
  };
  function ask() {
    if (asked) return;
    asked = true;
    var script = document.createElement("script");
    script.src = form.dataset.index;
    document.head.append(script);
  }

  // Where a term stands counts: at the start of the words, at the start of a word, within one, or in what goes with them.
  function cost(one, term) {
    var place = one.text.plain.indexOf(term);
    if (place === 0) return 0;
    for (; place >= 0; place = one.text.plain.indexOf(term, place + 1)) if (starts(one.text.plain, place)) return 1;
    if (one.text.plain.indexOf(term) >= 0) return 3;
    place = one.rest.indexOf(term);
    return place < 0 ? Infinity : !starts(one.rest, place) ? 4 : one.name ? .5 : 2;
  }
  function found(terms) {
    return entries.map(function (one, number) {
      var sum = terms.reduce(function (all, term) { return all + cost(one, term); }, 0);
      return { one: one, sum: sum + (one.name ? 0 : .5), number: number };
    }).filter(function (hit) { return hit.sum < Infinity; })
      .sort(function (a, b) { return a.sum - b.sum || a.number - b.number; });
  }
  function node(tag, text, name) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    made.textContent = text || "";
    return made;
  }
  function marked(text, terms) {
    var made = node("span", "", "hit"), known = fold(text), spans = [], done = 0;
    terms.forEach(function (term) {
      for (var at = known.plain.indexOf(term); at >= 0; at = known.plain.indexOf(term, at + term.length)) {
        var end = at + term.length, last = known.at[end];
        while (end < known.at.length - 1 && last === known.at[end - 1]) last = known.at[++end];
        spans.push([known.at[at], last]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0]; }).forEach(function (span) {
      if (span[0] < done) return;
      made.append(text.slice(done, span[0]), node("mark", text.slice(span[0], span[1])));
      done = span[1];
    });
    made.append(text.slice(done));
    made.dir = "auto";
    return made;
  }
  function line(entry, terms) {
    var item = node("li"), link = node("a");
    link.href = entry.at;
    link.append(node("span", words[entry.kind], "kind"), " ", marked(entry.text, terms));
    if (entry.said) link.append(node("small", entry.said + (entry.sure ? " · " + entry.sure : "")));
    else if (entry.also) { var also = node("small"); also.append(marked(entry.also, terms)); link.append(also); }
    item.append(link);
    return item;
  }
  function show() {
    var terms = fold(input.value).plain.split(/\s+/).filter(Boolean);
    box.textContent = status.textContent = "";
    if (!entries || !terms.length) return;
    var hits = found(terms);
    status.textContent = hits.length ? words.found.replace("{n}", hits.length > MOST ? MOST + " / " + hits.length : hits.length) : words.none;
    hits.slice(0, MOST).forEach(function (hit) { box.append(line(hit.one.entry, terms)); });
  }
  function close() { input.value = ""; show(); }

  input.addEventListener("focus", ask);
  input.addEventListener("input", function () { ask(); show(); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = box.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("keydown", function (event) {
    var links = Array.from(box.querySelectorAll("a")), at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); input.focus(); }
    else if (event.key === "ArrowDown" && links[at + 1]) links[at + 1].focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || input).focus();
    else if (event.key === "Home" && at >= 0) links[0].focus();
    else if (event.key === "End" && at >= 0) links[links.length - 1].focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
  document.addEventListener("click", function (event) { if (!form.contains(event.target)) close(); });
  box.addEventListener("click", function (event) { if (event.target.closest("a")) close(); });
})();

// The private page at work: next, previous, confirm, undo, by key and by button. Without it the page can still be read.
// Everything that is written is sent to the server that gave the page; nothing is kept here.
"use strict";
(() => {
  const body = document.body, key = body.dataset.key;
  let by = body.dataset.by, current = "", filter = "all", waiting = 0, work = Promise.resolve();

  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const one = (what, where = document) => where.querySelector(what);
  const cards = () => all(".numbered[data-record]");
  const shown = () => cards().filter(card => !card.hidden && !card.closest("[hidden]"));
  const cardOf = record => cards().find(card => card.dataset.record === record);
  const isWaiting = card => card.classList.contains("waiting");
  const number = card => card.id.startsWith("fact-") ? card.id.slice("fact-".length) : "";
  const label = card => card.getAttribute("aria-label").replace(/, (not )?reviewed$/, "");
  const say = words => { const said = one("#said"); if (said) said.textContent = words; };

  // Words of the article and their facts: each mark has a class f1, f2 … for every fact that stands on it.
  const marks = card => number(card) ? all(`mark.f${number(card)}`) : [];
  const light = (card, kind, on) => [card, ...marks(card)].forEach(part => part.classList.toggle(kind, on));
  const factsOf = mark => [...mark.classList].filter(name => /^f\d+$/.test(name)).map(name => one(`#fact-${name.slice(1)}`));

  function go(card, focus = true) {
    if (!card?.dataset.record) return;
    const old = cardOf(current);
    if (old) { light(old, "lit", false); old.removeAttribute("aria-current"); }
    current = card.dataset.record;
    light(card, "lit", true);
    card.setAttribute("aria-current", "true");
    if (!focus) return;
    card.focus({ preventScroll: true });
    reveal(card);
  }

  // Bring a card into sight below the bar, and its words where the paragraph scrolls by itself.
  function reveal(card) {
    card.scrollIntoView({ block: "nearest" });
    const mark = marks(card)[0], words = mark?.closest(".words");
    if (words && words.scrollHeight > words.clientHeight + 1)
      words.scrollTop += mark.getBoundingClientRect().top - words.getBoundingClientRect().top - 24;
  }

  function step(by) {
    const list = shown();
    const at = list.findIndex(card => card.dataset.record === current);
    const next = at < 0 ? list[by > 0 ? 0 : list.length - 1] : list[at + by];
    if (next) go(next); else say(list.length ? (by > 0 ? "That was the last one." : "This is the first one.") : "Nothing to show here.");
  }

  function nextWaiting(after) {
    const list = cards(), at = list.indexOf(after);
    const next = [...list.slice(at + 1), ...list.slice(0, at)].find(card => isWaiting(card) && !card.closest("[hidden]"));
    if (next) go(next);
    return next;
  }

  // Writing: one after the other, so that quick keys keep their order. The page is fetched anew when all are done.
  async function post(path, values) {
    try {
      const answer = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-OnRecord-Key": key },
        body: JSON.stringify(values),
      });
      const kind = answer.headers.get("Content-Type") || "";
      const told = kind.startsWith("application/json") ? await answer.json() : { said: await answer.text() };
      return { ok: answer.ok, ...told };
    } catch {
      return { ok: false, said: "The server does not answer, nothing was written: start it again and open its new address." };
    }
  }

  function send(path, values) {
    waiting += 1;
    const made = work.then(() => post(path, values));
    work = made.then(async () => { waiting -= 1; if (!waiting) await renew(); });
    return made;
  }

  async function confirm(card) {
    if (!card) return nextWaiting() || say("Everything is reviewed.");
    if (!isWaiting(card)) return say(`${label(card)} is already reviewed${nextWaiting(card) ? ": here is the next that waits" : ", and nothing else waits here"}.`);
    if (!await known()) return;
    const record = card.dataset.record;
    const counts = number(card) ? 1 : 0;
    set(card, false);
    progress(counts);
    const next = nextWaiting(card);
    const made = await send("/confirm", { record, version: card.dataset.version });
    if (made.ok) return say(made.said + (next ? "" : ": nothing else waits here"));
    say(made.said);
    const still = cardOf(record);
    if (still) { set(still, true); progress(-counts); trouble(still, made); go(still); }
  }

  async function undo() {
    const made = await send("/undo", {});
    await work;
    say(made.said);
    if (made.ok) go(cardOf(made.record));
  }

  // Correcting: the form stands in the card, and what is wrong with it at its fields.
  async function edit(card) {
    if (!card) return say("Go to a fact first: j.");
    if (one("form", card)) return one("[name=text]", card).focus();
    if (!number(card)) return say("Only facts are corrected here: open the line that stands beside the name in an editor.");
    const form = await fetchForm(`record=${encodeURIComponent(card.dataset.record)}`);
    if (form) open(card, form, "/correct");
  }

  async function fetchForm(asked) {
    try {
      const answer = await fetch(`/form?${asked}`, { headers: { "X-OnRecord-Key": key } }), text = await answer.text();
      if (!answer.ok) return say(text);
      const form = new DOMParser().parseFromString(text, "text/html").querySelector("form");
      return document.adoptNode(form);
    } catch { return say("The server does not answer: start it again and open its new address."); }
  }

  function open(card, form, path, more = {}) {
    const version = form.dataset.version;
    go(card, false);
    one(".desk", card).replaceChildren(form);
    one("[name=text]", form).focus();
    reveal(card);
    form.addEventListener("submit", event => { event.preventDefault(); save(form, path, { record: card.dataset.record, version, ...more }); });
    form.addEventListener("keydown", event => {
      if (event.key === "Escape") { event.preventDefault(); close(form); }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    form.addEventListener("click", event => {
      const row = event.target.closest("[data-row-act]"), act = event.target.closest("[data-form-act]")?.dataset.formAct;
      if (row?.dataset.rowAct === "remove") row.closest(".row").remove();
      if (row?.dataset.rowAct === "add") addRow(form);
      if (act === "cancel") close(form);
      if (act === "insist") save(form, path, { record: card.dataset.record, version, ...more, insist: true });
      if (act === "over") save(form, path, { record: card.dataset.record, ...more, version: event.target.dataset.version });
    });
  }

  function close(form) {
    const card = form.closest(".numbered, .adding");
    if (card.classList.contains("adding")) { card.remove(); return go(cardOf(current)); }
    form.remove();
    go(card);
  }

  function addRow(form) {
    const rows = one(".rows", form), n = Math.max(99, ...all("[data-row]", rows).map(row => Number(row.dataset.row))) + 1;
    const row = one("template", form).content.cloneNode(true);
    all("[name], [data-row]", row).forEach(field => {
      if (field.name) field.name = field.name.replace("NEW", n);
      if (field.value === "NEW") field.value = n;
      if (field.dataset.row) field.dataset.row = n;
    });
    rows.append(row);
    one(`[name="quantities.${n}.value"]`, rows).focus();
  }

  function values(form) {
    const made = {};
    for (const [name, value] of new FormData(form))
      if (name === "where" || name === "quantities") (made[name] ||= []).push(value); else made[name] = value;
    made.where ||= one("[name=where]", form) ? [] : undefined;
    made.quantities = (made.quantities || []).filter(Boolean);
    return made;
  }

  async function save(form, path, asked) {
    if (!await known()) return;
    const kept = { ...asked, form: values(form) };
    const made = await post(path, kept);
    if (made.done) {
      const adding = form.closest(".adding");
      if (adding) adding.remove(); else form.remove();
      current = made.record;
      await renew();
      say(made.said);
      go(cardOf(made.record));
      return;
    }
    say(made.said);
    stands(form, made);
  }

  // Each message at its field; what has no field, and what stands elsewhere, below.
  function stands(form, made) {
    all(".wrong", form).forEach(words => words.remove());
    all("[aria-invalid]", form).forEach(field => { field.removeAttribute("aria-invalid"); field.removeAttribute("aria-describedby"); });
    const box = one(".stands", form), lines = [made.now && `now in the file:\n${made.now}`, ...(made.problems || []), ...(made.elsewhere || [])];
    box.replaceChildren(...[made.said, ...lines].filter(Boolean).map(pre));
    let first;
    (made.here || []).forEach((trouble, n) => {
      const field = fieldOf(form, trouble.key), words = document.createElement("p");
      words.className = "wrong";
      words.id = `wrong-${n}`;
      words.textContent = `${field ? "" : `${trouble.key}: `}${[trouble.message, trouble.mend].filter(Boolean).join("; ")}`;
      if (!field) return box.append(words);
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", words.id);
      field.closest("details")?.setAttribute("open", "");
      (field.closest("label") || field).after(words);
      first ||= field;
    });
    const offer = (act, words, version = "") => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.formAct = act;
      button.dataset.version = version;
      button.textContent = words;
      box.append(button);
    };
    if (made.sure === false) offer("insist", "Save all the same");
    if (made.version) offer("over", "Save mine over it", made.version);
    (first || one("button", box) || one("[type=submit]", form)).focus();
  }

  // `quantities/0/value` is the number in the first row that is left; a part without a field of its own is at the whole's.
  function fieldOf(form, path) {
    const [whole, n, part] = path.split("/");
    if (whole === "quantities" && n !== undefined)
      return one(`[name$=".${part || "value"}"]`, all(".rows .row", form)[n] || form);
    return one(`[name="${path.replaceAll("/", ".")}"]`, form) || one(`[name="${whole}"], [name="${whole}.text"]`, form);
  }

  function pre(words) {
    const line = document.createElement("pre");
    line.textContent = words;
    return line;
  }

  async function reject(card) {
    if (!card) return say("Go to a fact first: j.");
    one("#removal-words").textContent = one(".fact-text", card).textContent;
    const record = card.dataset.record, version = card.dataset.version, dialog = one("#removal"), list = shown(), at = list.indexOf(card);
    one("#removal-why").value = "";
    if (await asked(dialog) !== "remove" || !await known()) return go(card);
    const why = one("#removal-why").value;
    const next = (list[at + 1] || list[at - 1])?.dataset.record;
    const made = await post("/reject", { record, version, why });
    if (!made.done) return refused(card, made, "/reject", { record, version, why });
    current = next || "";
    await renew();
    say(made.said);
    go(cardOf(current));
  }

  // What stands against a change that has no form, with the way to do it all the same.
  function refused(card, made, path, values) {
    say(made.said);
    const here = (made.here || []).map(one => [one.message, one.mend].filter(Boolean).join("; "));
    trouble(card, { said: made.said, problems: [...here, ...(made.elsewhere || []), ...(made.problems || [])] });
    if (made.sure !== false) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Do it all the same";
    button.addEventListener("click", async () => {
      const again = await post(path, { ...values, insist: true });
      one(".desk", card).replaceChildren();
      if (!again.done) return refused(card, again, path, values);
      await renew();
      say(again.said);
    });
    one(".refused", card).append(button);
    button.focus();
  }

  // Ask, and wait for the answer. A dialog tells late that it was closed: it may be open again by then, for the next question.
  let unanswered = null;
  function asked(dialog) {
    unanswered?.();
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise(done => {
      const end = words => { dialog.removeEventListener("close", heard); unanswered = null; done(words); };
      const heard = () => { if (!dialog.open) end(dialog.returnValue); };
      unanswered = () => end("");
      dialog.addEventListener("close", heard);
    });
  }

  // A new fact on selected words. Offsets are code points of the article, as the files have them.
  function selected() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0), parts = all(".words [data-start]").filter(part => range.intersectsNode(part));
    if (!parts.length) return null;
    const block = parts[0].closest(".spread");
    const points = text => [...text].length;
    const edge = (part, node, offset) => part.firstChild === node ? points(node.data.slice(0, offset)) : null;
    const first = parts[0], last = parts[parts.length - 1];
    const from = Number(first.dataset.start) + (edge(first, range.startContainer, range.startOffset) ?? 0);
    const to = Number(last.dataset.start) + (edge(last, range.endContainer, range.endOffset) ?? points(last.textContent));
    return to > from ? { start: from, end: to, words: cut(from, to), block } : null;
  }

  // The words of the article between two code points.
  function cut(from, to) {
    return all(".words [data-start]").map(part => {
      const at = Number(part.dataset.start);
      return [...part.textContent].slice(Math.max(0, from - at), Math.max(0, to - at)).join("");
    }).join("");
  }

  // A whole sentence that has no fact yet: for who does not select words with a pointer.
  function addTo(button) {
    const start = Number(button.dataset.from), end = Number(button.dataset.to);
    return add({ start, end, words: cut(start, end), block: button.closest(".spread") });
  }

  async function add(chosen = selected()) {
    if (!chosen) return say("Select words of the article first, then a.");
    const form = await fetchForm(`start=${chosen.start}`);
    if (!form) return;
    all(".adding").forEach(old => old.remove());
    const box = document.createElement("div");
    box.className = "numbered adding lit";
    box.dataset.version = "";
    box.innerHTML = '<p class="chosen"></p><div class="desk"></div>';
    one(".chosen", box).textContent = `New fact on “${chosen.words.trim()}”`;
    one(".facts", chosen.block).append(box);
    const { start, end, words } = chosen;
    open(box, form, "/add", { start, end, words });
  }

  // The current fact stands on the selected words from now on.
  async function place() {
    const chosen = selected(), card = cardOf(current);
    if (!chosen || !card || !number(card)) return say("Go to a fact, then select the words that it stands on, then m.");
    if (!await known()) return;
    const { start, end, words } = chosen;
    await change(card, "/place", { record: card.dataset.record, version: card.dataset.version, start, end, words });
  }

  async function settle(button) {
    if (!await known()) return;
    const box = button.closest("[data-clash]"), values = { version: box.dataset.clash, take: button.dataset.settle };
    await change(box.closest(".numbered[data-record]"), "/settle", values);
  }

  async function change(card, path, values) {
    const made = await post(path, values);
    if (!made.done) return card ? refused(card, made, path, values) : say([made.said, ...(made.elsewhere || [])].join(" · "));
    await renew();
    say(made.said);
    go(cardOf(made.record));
  }

  function set(card, waits) {
    card.classList.toggle("waiting", waits);
    card.setAttribute("aria-label", `${label(card)}, ${waits ? "not reviewed" : "reviewed"}`);
    one(".state", card).textContent = waits ? "not reviewed" : `reviewed by ${by}`;
    const button = one("[data-act=confirm]", card);
    if (button) button.hidden = !waits;
  }

  function progress(more) {
    const bar = one(".tools progress");
    bar.value += more;
    one("#progress").textContent = `${bar.value} of ${bar.max} facts reviewed`;
  }

  // What stands against a change, where the person is looking.
  function trouble(card, made) {
    const box = document.createElement("div");
    box.className = "refused";
    box.append(...[made.said, ...(made.problems || [])].map(pre));
    one(".desk", card).replaceChildren(box);
  }

  // Ask once for a name; true when there is one.
  async function known() {
    if (by) return true;
    const dialog = one("#who");
    if (await asked(dialog) !== "keep") { say("Not confirmed: nobody has said who is reviewing."); return false; }
    const made = await post("/who", { by: one("#by").value });
    say(made.said);
    if (made.ok) by = made.by;
    return made.ok;
  }

  // The page as the files are now, without losing the place.
  async function renew() {
    let text;
    try {
      const answer = await fetch("/", { headers: { "X-OnRecord-Key": key } });
      if (!answer.ok) return say(await answer.text());
      text = await answer.text();
    } catch { return; }
    // Its style sheet is the one that is here already, and this page's policy would not know its nonce.
    const fresh = new DOMParser().parseFromString(text.replace(/<style[^]*?<\/style>/, ""), "text/html");
    if (Boolean(one("main[data-broken]")) !== Boolean(one("main[data-broken]", fresh))) return location.reload();
    if (waiting) return;
    const old = one("main"), card = cardOf(current), top = card?.getBoundingClientRect().top;
    const inside = card?.contains(document.activeElement), open = all("details[open]", old).map(name);
    const kept = all(".desk", old).filter(desk => desk.firstChild);
    old.replaceWith(document.adoptNode(one("main", fresh)));
    for (const desk of kept) {
      const record = desk.closest(".numbered").dataset.record, now = cardOf(record);
      if (now) one(".desk", now).replaceWith(desk);
    }
    all("details").forEach(details => { details.open ||= open.includes(name(details)); });
    const tools = one(".tools"), counts = all(".filters .count", fresh);
    if (tools) {
      all(".filters .count", tools).forEach((count, n) => { count.textContent = counts[n].textContent; });
      one("progress", tools).max = one("main").dataset.facts;
      one("progress", tools).value = one("main").dataset.reviewed;
      progress(0);
    }
    narrow(filter);
    const now = cardOf(current);
    if (!now) return;
    go(now, false);
    if (inside) now.focus({ preventScroll: true });
    scrollBy(0, now.getBoundingClientRect().top - top);
  }
  const name = details => `${details.closest("[id]")?.id}: ${one("summary", details)?.textContent}`;

  // Show only some facts, or only the sentences without one.
  function narrow(kind) {
    filter = kind;
    all("[data-filter]").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.filter === kind)));
    const fits = card => kind === "all" || card.dataset.kinds.split(" ").includes(kind);
    cards().forEach(card => { card.hidden = !fits(card); });
    all(".records").forEach(section => { section.hidden = kind !== "all" && !all(".numbered", section).some(card => !card.hidden); });
    all(".spread").forEach(spread => {
      spread.hidden = kind !== "all" && (kind === "bare" ? !one(".left-out", spread) : !all(".numbered", spread).some(card => !card.hidden));
    });
    body.classList.toggle("narrowed", kind !== "all");
  }

  function choose(kind) {
    const button = one(`[data-filter="${kind}"]`);
    narrow(kind);
    say(`${button.textContent.trim().replace(/\s+/g, " ")} shown.`);
    const here = cardOf(current);
    if (!here || here.hidden || here.closest("[hidden]")) { const first = shown()[0]; if (first) go(first); }
    else reveal(here);
  }

  const acts = {
    next: () => step(1),
    previous: () => step(-1),
    confirm: card => confirm(card || cardOf(current)),
    edit: card => edit(card || cardOf(current)),
    reject: card => reject(card || cardOf(current)),
    add: () => add(),
    addto: (card, button) => addTo(button),
    place,
    undo,
    help: () => one("#help").showModal(),
  };
  const keys = { j: "next", n: "next", k: "previous", p: "previous", c: "confirm", e: "edit", x: "reject", a: "add", m: "place", u: "undo", "?": "help" };

  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || one("dialog[open]") || !one("#keys")?.checked) return;
    const filters = all("[data-filter]"), act = keys[event.key];
    if (act) acts[act]();
    else if (filters[Number(event.key) - 1]) choose(filters[Number(event.key) - 1].dataset.filter);
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-act], [data-filter]"), card = event.target.closest(".numbered[data-record]");
    const settles = event.target.closest("[data-settle]");
    if (settles) return settle(settles);
    if (button?.dataset.filter) return choose(button.dataset.filter);
    if (button) return acts[button.dataset.act](card, button);
    const link = event.target.closest("a.number"), mark = event.target.closest("mark");
    if (link || event.target.closest("a, button, input, textarea, select, label, summary")) {
      if (!link) return;
      event.preventDefault();
      return go(one(`#fact-${link.textContent}`));
    }
    if (mark && !String(getSelection())) {
      const facts = factsOf(mark).filter(fact => fact && !fact.hidden), at = facts.findIndex(fact => fact.dataset.record === current);
      go(facts[(at + 1) % facts.length]);
    } else if (card) go(card, false);
  });

  document.addEventListener("focusin", event => {
    const card = event.target.closest?.(".numbered[data-record]");
    if (card && card.dataset.record !== current) go(card, false);
  });

  // What the pointer is on, and what belongs to it on the other side.
  let near = [];
  document.addEventListener("pointerover", event => {
    const mark = event.target.closest?.("mark"), card = event.target.closest?.(".numbered[data-record]");
    near.forEach(fact => light(fact, "near", false));
    near = mark ? factsOf(mark).filter(Boolean) : card ? [card] : [];
    near.forEach(fact => light(fact, "near", true));
  });

  // The bar may take one line or two; what sticks below it has to know.
  const tools = one(".tools");
  if (tools) new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${tools.offsetHeight}px`)).observe(tools);

  // Coming back from an editor: show what was changed there.
  addEventListener("focus", () => { if (!waiting && !one(".adding")) renew(); });
})();

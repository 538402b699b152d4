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
  const number = card => card.id.slice("fact-".length);
  const say = words => { const said = one("#said"); if (said) said.textContent = words; };

  // Words of the article and their facts: each mark has a class f1, f2 … for every fact that stands on it.
  const marks = card => all(`mark.f${number(card)}`);
  const light = (card, kind, on) => [card, ...marks(card)].forEach(part => part.classList.toggle(kind, on));
  const factsOf = mark => [...mark.classList].filter(name => /^f\d+$/.test(name)).map(name => one(`#fact-${name.slice(1)}`));

  function go(card, focus = true) {
    if (!card) return;
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
    if (!isWaiting(card)) return say(`Fact ${number(card)} is already reviewed${nextWaiting(card) ? ": here is the next that waits" : ", and nothing else waits here"}.`);
    if (!await known()) return;
    const record = card.dataset.record;
    set(card, false);
    progress(1);
    const next = nextWaiting(card);
    const made = await send("/confirm", { record, version: card.dataset.version });
    if (made.ok) return say(made.said + (next ? "" : ": nothing else waits here"));
    say(made.said);
    const still = cardOf(record);
    if (still) { set(still, true); progress(-1); trouble(still, made); go(still); }
  }

  async function undo() {
    const made = await send("/undo", {});
    await work;
    say(made.said);
    if (made.ok) go(cardOf(made.record));
  }

  function set(card, waits) {
    card.classList.toggle("waiting", waits);
    card.setAttribute("aria-label", `Fact ${number(card)}, ${waits ? "not reviewed" : "reviewed"}`);
    one(".state", card).textContent = waits ? "not reviewed" : `reviewed by ${by}`;
    const button = one("[data-act=confirm]", card);
    if (button) button.hidden = !waits;
  }

  function progress(more) {
    const bar = one(".tools progress");
    bar.value += more;
    one("#progress").textContent = `${bar.value} of ${bar.max} reviewed`;
  }

  // What stands against a change, where the person is looking.
  function trouble(card, made) {
    const box = document.createElement("div");
    box.className = "refused";
    for (const words of [made.said, ...(made.problems || [])]) {
      const line = document.createElement("pre");
      line.textContent = words;
      box.append(line);
    }
    one(".desk", card).replaceChildren(box);
  }

  // Ask once for a name; true when there is one.
  async function known() {
    if (by) return true;
    const dialog = one("#who");
    dialog.returnValue = "";
    dialog.showModal();
    await new Promise(done => dialog.addEventListener("close", done, { once: true }));
    if (dialog.returnValue !== "keep") { say("Not confirmed: nobody has said who is reviewing."); return false; }
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
    undo,
    help: () => one("#help").showModal(),
  };
  const keys = { j: "next", n: "next", k: "previous", p: "previous", c: "confirm", u: "undo", "?": "help" };

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
    if (button?.dataset.filter) return choose(button.dataset.filter);
    if (button) return acts[button.dataset.act](card);
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
  addEventListener("focus", () => { if (!waiting) renew(); });
})();

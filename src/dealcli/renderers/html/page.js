"use strict";
// Marks the words behind a record and the records behind words. Without it, links lead to them.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const panel = byId("panel");
  const texts = panel.parentElement.querySelector(".texts");
  const sides = byId("sides");
  const links = all(".backs a");
  const shown = all("[data-record]");
  const stretches = all(".stretch.quoted, .stretch[data-why]");
  const seen = (element) => element.checkVisibility();
  document.documentElement.classList.add("scripted");

  // The panel shows one of some passages: those of a record, or all that the sources have.
  let current = null; // {passages, at, record}, a passage being the stretches of a source
  let from = null; // the element that was chosen last; Escape leads back to it

  const inBetween = (source, first, last) => {
    const found = [];
    for (let n = first; n <= last; n += 1) found.push(byId(`w${source}-${n}`));
    return found;
  };
  const passagesOf = (record) => {
    const found = new Map();
    for (const { dataset: one } of links) {
      if (record !== one.of && record !== one.quote) continue;
      found.set(`${one.source} ${one.first} ${one.last}`, [one.source, +one.first, +one.last]);
    }
    return [...found.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((one) => inBetween(...one));
  };
  const quoting = (stretch) => {
    const [source, number] = stretch.id.slice(1).split("-");
    const found = new Map();
    for (const link of links) {
      const one = link.dataset;
      if (one.source === source && +one.first <= +number && +number <= +one.last) found.set(one.of, link);
    }
    return [...found.values()];
  };
  const nameOf = (record) => {
    const link = links.find(({ dataset: one }) => [one.of, one.quote].includes(record));
    const row = shown.find((one) => one.dataset.record === record);
    return link?.textContent ?? row?.querySelector("td, h2, h3")?.textContent ?? "This line";
  };
  const middle = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return Math.abs((top + bottom - innerHeight) / 2);
  };
  const nearest = (record) => {
    const rows = shown.filter((one) => one.dataset.record === record && !one.closest("svg"));
    const open = rows.filter(seen);
    return (open.length ? open : rows).sort((a, b) => middle(a) - middle(b))[0];
  };

  // Every row in sight that shows a record; of one that is closed, the line that opens it.
  const mark = () => {
    for (const one of all(".chosen, .current")) one.classList.remove("chosen", "current");
    if (!current) return;
    const { passages, at, record } = current;
    for (const one of record ? passages.flat() : passages[at]) one.classList.add("chosen");
    for (const one of passages[at] ?? []) one.classList.add("current");
    const records = record ? [record] : quoting(passages[at][0]).map((link) => link.dataset.of);
    for (const each of records) {
      const rows = shown.filter((one) => one.dataset.record === each && seen(one));
      const inText = rows.some((one) => !one.closest("svg"));
      for (const one of inText ? rows : [...rows, nearest(each)?.closest("article")]) one?.classList.add("chosen");
    }
  };

  // Only the source scrolls, and only when the passage is out of sight.
  const reveal = (element, within) => {
    const box = element.getBoundingClientRect();
    const around = within.getBoundingClientRect();
    if (box.top >= around.top && box.bottom <= around.bottom) return;
    within.scrollTop += box.top - around.top - Math.max(0, (around.height - box.height) / 3);
  };
  const isSheet = () => getComputedStyle(panel).position === "fixed";

  const uncover = (element) => {
    if (!isSheet()) return;
    const { top, bottom } = element.getBoundingClientRect();
    const covered = bottom + 12 - panel.getBoundingClientRect().top;
    if (covered > 0) scrollBy(0, covered);
    else if (top < 0) scrollBy(0, top - 12);
  };

  const fill = (id, ...content) => {
    byId(id).replaceChildren(...content);
    byId(id).hidden = !content.length;
  };
  const linkTo = (href, text) => Object.assign(document.createElement("a"), { href, textContent: text });
  const small = (text, className = "where") => Object.assign(document.createElement("span"), { className, textContent: text });
  const because = (label, text) => {
    byId("because").dataset.label = `${label}: `;
    fill("because", ...(text ? [text] : []));
  };
  const excerpt = (passage) => {
    const paragraphs = new Set(passage.map((one) => one.parentElement));
    const copies = [...paragraphs].map((one) => one.cloneNode(true));
    for (const one of copies.flatMap((copy) => all("*", copy))) {
      for (const name of ["id", "role", "tabindex"]) one.removeAttribute(name);
    }
    fill("excerpt", ...copies);
  };
  const paragraphOf = (passage) => passage[0].closest(".paragraph").querySelector(".number").textContent;

  const idle = () => {
    current = null;
    mark();
    panel.classList.add("idle");
    document.documentElement.classList.remove("choosing");
    const keys = small("Keys: ↑ ↓ lines, ← → passages, Esc to end", "keys");
    fill("said", "Choose a line to see its words, or words to see their records. ", keys);
    for (const id of ["because", "records", "excerpt"]) fill(id);
    panel.hidden = !stretches.length;
  };
  const display = () => {
    mark();
    const { passages, at, record } = current;
    const passage = passages[at];
    const count = passages.length > 1 ? `passage ${at + 1} of ${passages.length}, ` : "";
    const where = passage ? small(`${count}${paragraphOf(passage)}`) : small("no words marked in the source");
    if (record) {
      fill("said", linkTo(`#${record}`, nameOf(record)), " ", where);
      because("Implied", shown.find((one) => one.dataset.record === record && one.dataset.because)?.dataset.because);
      fill("records");
    } else {
      const found = quoting(passage[0]);
      const records = found.length === 1 ? "1 record quotes" : `${found.length} records quote`;
      fill("said", found.length ? `${records} these words ` : "No record quotes these words ", where);
      because("Set aside", passage[0].dataset.why);
      fill("records", ...found.map((link) => {
        const item = document.createElement("li");
        item.append(linkTo(link.getAttribute("href"), link.textContent));
        item.firstChild.dataset.to = link.dataset.of;
        return item;
      }));
    }
    fill("excerpt");
    for (const id of ["previous", "next"]) byId(id).hidden = passages.length < 2;
    panel.hidden = false;
    panel.classList.remove("idle");
    document.documentElement.classList.add("choosing");
    if (!passage) return;
    if (!isSheet()) {
      reveal(passage[0], texts);
    } else if (record) {
      excerpt(passage);
      reveal(byId("excerpt").querySelector(".current"), byId("excerpt"));
    }
  };
  const choose = (record, element) => {
    from = element ?? from;
    if (byId(record)?.closest("[hidden]")) narrow("");
    current = { passages: passagesOf(record), at: 0, record };
    display();
    if (element) uncover(element.closest("tr, p") ?? element);
  };
  const explain = (stretch) => {
    from = stretch;
    settle(texts, stretch);
    current = { passages: stretches.map((one) => [one]), at: stretches.indexOf(stretch), record: "" };
    display();
    uncover(stretch);
  };
  const step = (by) => {
    if (!current) {
      explain(stretches[by > 0 ? 0 : stretches.length - 1]);
      return;
    }
    const { passages, record } = current;
    if (!passages.length) return;
    current.at = (current.at + by + passages.length) % passages.length;
    if (record) {
      display();
      return;
    }
    const inText = texts.contains(document.activeElement);
    explain(passages[current.at][0]);
    if (inText) from.focus({ preventScroll: true });
  };
  const leadTo = (record) => {
    const row = nearest(record);
    if (!row) {
      location.hash = record;
      return;
    }
    const around = row.closest("details");
    if (around && !seen(row)) around.open = true;
    row.scrollIntoView({ block: "nearest" });
    choose(record, row);
    (row.querySelector(".cite") ?? row).focus({ preventScroll: true });
  };

  // One tab stop for a group of lines or passages; the arrow keys move within it.
  const STOPS = "summary, .cite, .chart [role=button], .stretch[role]";
  const groups = all("header, .report, .part, .texts");
  function settle(group, stop) {
    for (const one of all(STOPS, group)) one.tabIndex = -1;
    const to = stop ?? all(STOPS, group).find(seen);
    if (to) to.tabIndex = 0;
  }
  const settleAll = () => {
    for (const group of groups) {
      if (!all(STOPS, group).some((one) => one.tabIndex === 0 && seen(one))) settle(group);
    }
  };
  const move = (stop, by) => {
    const stops = all(STOPS, stop.closest("header, .report, .part")).filter(seen);
    const to = stops[stops.indexOf(stop) + by];
    if (!to) return;
    to.focus();
    if (!to.matches("summary")) choose(to.closest("[data-record]").dataset.record, to);
  };
  for (const one of stretches) one.setAttribute("role", "button");
  for (const one of all(".name, .anchor, .number")) one.tabIndex = -1;

  // Boxes of a chart are buttons; lines and labels get a target of 24 pixels.
  const target = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.classList.add("hit");
    return made;
  };
  for (const svg of all(".chart svg")) {
    svg.setAttribute("role", "group");
    svg.parentElement.tabIndex = -1;
    const measured = all("[data-record]", svg).map((one) => [one, one.getBBox()]);
    for (const [one, { x, y, width, height }] of measured) {
      const isBox = one.querySelector(":scope > rect");
      if (isBox) {
        one.setAttribute("role", "button");
        const own = all(":scope > title, :scope > .sign > title", one); // its name, then how firm it is
        one.setAttribute("aria-label", own.map((title) => title.textContent).join(", "));
      }
      const low = !isBox || height < 30;
      if (low && one.querySelector(":scope > text")) one.prepend(target("rect", { x, y, width, height }));
      for (const path of all(":scope > path:not(.head)", one)) {
        one.prepend(target("path", { d: path.getAttribute("d") }));
      }
    }
  }
  groups.forEach((group) => settle(group));

  document.addEventListener("focusin", ({ target }) => {
    if (target.matches(STOPS)) settle(target.closest("header, .report, .part, .texts"), target);
  });
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a link in another window
    const { target } = event;
    const button = target.closest("button");
    if (button?.id === "previous") step(-1);
    if (button?.id === "next") step(1);
    if (button?.id === "close") idle();
    const stretch = target.closest(".stretch[role]");
    if (stretch) {
      if (getSelection().isCollapsed) explain(stretch);
      return;
    }
    const link = target.closest("a");
    if (link?.dataset.to) {
      event.preventDefault();
      leadTo(link.dataset.to);
      return;
    }
    if (link?.matches(".number") && !isSheet()) {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      reveal(link, texts);
      return;
    }
    if (link && !link.matches(".cite")) {
      if (link.hash === location.hash) follow(); // otherwise the address changes, an event of its own
      return;
    }
    const row = target.closest("[data-record]");
    const summary = target.closest("summary");
    if (!row || (!link && !getSelection().isCollapsed)) return;
    if (summary && (isSheet() || summary.parentElement.open)) return; // it is about to close
    if (link) event.preventDefault();
    if (!link && row.matches("article") && !summary) return;
    choose(row.dataset.record, link ?? row);
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key, target } = event;
    const stop = target.closest(STOPS);
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    if (key === "Escape" && current) {
      idle();
      from?.focus();
    } else if (["ArrowUp", "ArrowDown"].includes(key) && stop && !texts.contains(stop)) {
      event.preventDefault();
      move(stop, by);
    } else if (by && key !== "ArrowUp" && key !== "ArrowDown" && !target.closest(".chart")) {
      if (!current && !byId("source").contains(target)) return;
      event.preventDefault();
      step(by);
    } else if ([" ", "Enter"].includes(key) && stop?.getAttribute("role") === "button") {
      event.preventDefault();
      if (texts.contains(stop)) {
        explain(stop);
        panel.querySelector("li a")?.focus();
      } else {
        choose(stop.dataset.record, stop);
      }
    }
  });
  const toggled = () => {
    mark();
    settleAll();
  };
  document.addEventListener("toggle", toggled, true);

  // Only what concerns a party.
  const concerned = new Map();
  for (const one of shown) {
    if (one.dataset.sides !== undefined) concerned.set(one.dataset.record, one.dataset.sides.split(" "));
  }
  function narrow(side) {
    for (const one of shown) {
      const off = side !== "" && concerned.get(one.dataset.record)?.includes(side) === false;
      if (one.closest("svg")) one.classList.toggle("off", off);
      else one.hidden = off;
    }
    const hideEmpty = (selector, inner) => {
      for (const one of all(selector)) {
        const rows = all(inner, one);
        one.hidden = rows.length > 0 && rows.every((row) => row.hidden);
      }
    };
    hideEmpty(".group, .block:not(.drawn)", "tr");
    hideEmpty(".section", ".block");
    hideEmpty(".part:not(.drawing)", "article, .section");
    for (const link of all("nav a")) link.hidden = byId(link.hash.slice(1))?.hidden ?? false;
    for (const button of all("button", sides)) {
      const pressed = button.dataset.side === side;
      button.setAttribute("aria-pressed", String(pressed));
      if (pressed) byId("only").textContent = side && `Only what concerns ${button.textContent} is shown.`;
    }
    settleAll();
  }
  if (sides) {
    sides.hidden = false;
    sides.addEventListener("click", (event) => {
      const side = event.target.closest("button")?.dataset.side;
      if (side !== undefined) narrow(side);
    });
  }

  function follow() {
    let record = "";
    try {
      record = decodeURIComponent(location.hash.slice(1));
    } catch {
      return; // not an address of this page
    }
    const home = byId(record);
    const row = home?.closest("[data-record]");
    if (row?.dataset.record !== record) return;
    const around = home.closest("details");
    if (around) around.open = true;
    choose(record, row);
  }
  addEventListener("hashchange", follow);
  idle();
  follow();
})();

"use strict";
// Leads from a record to the words it rests on and back. Without it, the links of the page do.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const told = document.getElementById("told");
  const sides = document.getElementById("sides");
  const only = document.getElementById("only");
  const links = all(".backs a");
  const shown = all("[data-record]");
  const beside = matchMedia("(min-width: 64rem)");
  let from = null; // what was chosen last, to come back to
  document.documentElement.classList.add("scripted");

  const words = (link) => {
    const found = [];
    for (let n = Number(link.dataset.first); n <= Number(link.dataset.last); n += 1) {
      found.push(document.getElementById(`w${link.dataset.source}-${n}`));
    }
    return found;
  };
  const resting = new Map();
  for (const link of links) {
    for (const stretch of words(link)) {
      if (!resting.has(stretch)) resting.set(stretch, []);
      resting.get(stretch).push(link);
    }
  }
  const home = (record) => document.getElementById(record);
  const show = (element, block = "nearest") => element?.scrollIntoView({ block });

  const clear = () => {
    for (const each of all(".chosen")) each.classList.remove("chosen");
    told.hidden = true;
    told.replaceChildren();
  };
  const mark = (record) => {
    if (home(record)?.closest("[hidden]")) narrow("");
    for (const each of shown) {
      if (each.dataset.record !== record) continue;
      (each.matches("article") ? each.querySelector("h3") : each).classList.add("chosen");
    }
  };
  const tell = (text, found = []) => {
    told.append(text);
    if (found.length) {
      const list = document.createElement("ul");
      for (const link of found) {
        const item = document.createElement("li");
        const copy = document.createElement("a");
        copy.href = link.getAttribute("href");
        copy.textContent = link.textContent;
        item.append(copy);
        list.append(item);
      }
      told.append(list);
    }
    if (from && !beside.matches) {
      const back = document.createElement("button");
      const to = from;
      back.type = "button";
      back.textContent = "Back";
      back.addEventListener("click", () => {
        show(to, "center");
        to.focus({ preventScroll: true });
      });
      told.append(back);
    }
    told.hidden = false;
  };

  // A record is chosen: its words are marked in the source.
  const choose = (record) => {
    clear();
    mark(record);
    const found = links.filter((link) => [link.dataset.of, link.dataset.quote].includes(record));
    const stretches = found.flatMap(words);
    for (const stretch of stretches) stretch.classList.add("chosen");
    if (!stretches.length) {
      tell("No words of the source are marked for this record.");
      return;
    }
    const count = new Set(found.map((link) => link.dataset.quote)).size;
    const text = count === 1 ? "is what stands" : `are ${count} passages that stand`;
    tell(`Marked below ${text} behind`, found.slice(0, 1));
    show(stretches[0], "center");
  };
  // Words are chosen: the records that rest on them are marked.
  const explain = (stretch) => {
    clear();
    stretch.classList.add("chosen");
    const seen = new Map((resting.get(stretch) ?? []).map((link) => [link.dataset.of, link]));
    for (const record of seen.keys()) mark(record);
    from = null;
    if (seen.size) tell("These words stand behind", [...seen.values()]);
    if (stretch.dataset.why) tell(`Set aside: ${stretch.dataset.why}`);
    if (beside.matches) show(home(seen.keys().next().value));
    from = stretch;
  };

  for (const stretch of all(".stretch")) {
    if (!resting.has(stretch) && !stretch.dataset.why) continue;
    stretch.tabIndex = 0;
    stretch.setAttribute("role", "button");
  }
  document.addEventListener("click", (event) => {
    const stretch = event.target.closest(".stretch[role]");
    if (stretch) {
      if (getSelection().isCollapsed) explain(stretch);
      return;
    }
    const link = event.target.closest("a");
    if (link && !link.matches(".cite")) {
      if (link.hash === location.hash) follow(); // else the address changes, which is heard
      return;
    }
    const row = event.target.closest("[data-record]");
    if (!row || (!link && !getSelection().isCollapsed)) return;
    if (link) event.preventDefault();
    from = link ?? row;
    choose(row.dataset.record);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      clear();
      from?.focus();
    }
    if (!event.target.matches(".stretch[role]") || ![" ", "Enter"].includes(event.key)) return;
    event.preventDefault();
    explain(event.target);
    told.querySelector("a")?.focus();
  });

  // Only what concerns a party.
  const concerned = new Map();
  for (const each of shown) {
    if (each.dataset.sides !== undefined) concerned.set(each.dataset.record, each.dataset.sides);
  }
  function narrow(side) {
    const other = (record) =>
      side !== "" && concerned.has(record) && !concerned.get(record).split(" ").includes(side);
    for (const each of shown) {
      const off = other(each.dataset.record);
      if (each.closest("svg")) each.classList.toggle("off", off);
      else each.hidden = off;
    }
    for (const block of all(".block:not(.drawn)")) {
      const rows = all("tr", block);
      block.hidden = rows.length > 0 && rows.every((row) => row.hidden);
    }
    for (const button of all("button", sides)) {
      const pressed = button.dataset.side === side;
      button.setAttribute("aria-pressed", String(pressed));
      if (pressed) only.textContent = side && `Only what concerns ${button.textContent} is shown.`;
    }
  }
  if (sides) {
    sides.hidden = false;
    sides.addEventListener("click", (event) => {
      const side = event.target.closest("button")?.dataset.side;
      if (side !== undefined) narrow(side);
    });
  }

  const follow = () => {
    const asked = shown.find((each) => each.id && `#${each.id}` === location.hash);
    if (asked) choose(asked.id);
  };
  addEventListener("hashchange", follow);
  follow();
})();

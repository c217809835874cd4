"use strict";

// The legend, which is the filter, and the other filters.
const panel = (() => {
  const box = document.getElementById("filters");

  function tally(items, key) {
    const counts = new Map();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
    return counts;
  }

  function check(set, value, act, ...label) {
    const input = el("input", { type: "checkbox", checked: !set.has(value) });
    input.addEventListener("change", () => {
      if (input.checked) set.delete(value);
      else set.add(value);
      act.filtered();
    });
    return el("label", { class: "check" }, input, ...label);
  }

  const number = (count) => el("span", { class: "tally" }, count.toLocaleString("en"));

  function families(state, act) {
    const counts = tally(story.events, (event) => event.kind.root);
    const roots = [...new Map(story.events.map(({ kind }) => [kind.root, kind])).values()];
    return Object.entries(FAMILY).map(([family, title]) => {
      const own = roots.filter((kind) => kind.family === family).sort((one, other) => counts.get(other.root) - counts.get(one.root) || (one.root < other.root ? -1 : 1));
      if (!own.length) return null;
      return el("fieldset", { class: "family" }, el("legend", {}, marks.icon("Actual", family), title),
        own.map((kind) => check(state.off.roots, kind.root, act, el("span", {}, capital(kind.rootLabel)), number(counts.get(kind.root)))));
    });
  }

  function statuses(state, act) {
    const counts = tally(story.events, (event) => event.status);
    const used = Object.keys(STATUS).filter((status) => counts.has(status));
    return el("fieldset", {}, el("legend", {}, "Status"), used.map((status) => check(state.off.status, status, act, marks.icon(status, "other"), el("span", {}, capital(STATUS[status])), number(counts.get(status)))));
  }

  function classes(state, act) {
    const counts = tally(story.names, (node) => node.kind.id);
    const kinds = [...new Map(story.names.map(({ kind }) => [kind.id, kind])).values()];
    return Object.entries(GROUP).map(([group, title]) => {
      const own = kinds.filter((kind) => kind.group === group).sort((one, other) => counts.get(other.id) - counts.get(one.id) || (one.id < other.id ? -1 : 1));
      if (!own.length) return null;
      return el("fieldset", { class: "family" }, el("legend", {}, marks.icon(group, "name"), title),
        own.map((kind) => check(state.off.kinds, kind.id, act, el("span", {}, capital(kind.label)), number(counts.get(kind.id)))));
    });
  }

  function outlets(state, act) {
    const counts = tally(story.articles, (article) => article.outletKey);
    const keys = [...counts.keys()].sort((one, other) => (one === "?") - (other === "?") || counts.get(other) - counts.get(one) || (one < other ? -1 : 1));
    return el("fieldset", {}, el("legend", {}, "Told by"), keys.map((key) => check(state.off.outlets, key, act, el("span", {}, key === "?" ? "Outlet not stated" : said(story.outlets[Number(key)])), number(counts.get(key)))));
  }

  function sources(state, act) {
    const most = Math.max(1, ...story.events.map((event) => event.sources));
    if (most < 2) return null;
    const value = el("output", { for: "sources" }, String(state.sources));
    const input = el("input", { type: "range", id: "sources", min: 1, max: most, step: 1, value: state.sources });
    input.addEventListener("input", () => {
      state.sources = Number(input.value);
      value.textContent = input.value;
      act.filtered();
    });
    return el("p", { class: "range" }, el("label", { for: "sources" }, "At least this many sources: ", value), input);
  }

  function days(state, act) {
    const dated = story.events.filter((event) => event.first).map((event) => event.first).sort();
    if (!dated.length) return null;
    const [min, max] = [dated[0], story.events.reduce((last, event) => ((event.last || event.first || "") > last ? event.last || event.first : last), dated[dated.length - 1])];
    const day = (name, title) => {
      const input = el("input", { type: "date", min, max, value: state[name] || "" });
      input.addEventListener("change", () => { state[name] = input.value; act.filtered(); });
      return el("label", { class: "date" }, title, input);
    };
    const undated = el("input", { type: "checkbox", checked: state.undated });
    undated.addEventListener("change", () => { state.undated = undated.checked; act.filtered(); });
    return el("fieldset", {}, el("legend", {}, "Days"), day("from", "from"), day("to", "to"), el("label", { class: "check" }, undated, el("span", {}, "also where the day is not stated")));
  }

  function draw(state, act) {
    const open = [...box.querySelectorAll("details")].map((part) => part.open);
    const part = (title, ...content) => el("details", { open: true }, el("summary", {}, title), ...content);
    const top = el("div", { class: "head" }, el("h2", {}, "Legend and filter"),
      el("button", { type: "button", class: "quiet", id: "reset", onclick: () => act.reset() }, "Reset"),
      el("button", { type: "button", class: "close only-narrow", "aria-label": "Close the filters", onclick: () => act.panel(false) }, "×"));
    box.replaceChildren(top,
      state.only ? el("p", { class: "only" }, "Only events of ", said(state.only.label), " ", el("button", { type: "button", class: "quiet", onclick: () => act.only(null) }, "Show all")) : "",
      part("Events", ...families(state, act).filter(Boolean), statuses(state, act)),
      part("Reports", ...[sources(state, act), outlets(state, act), days(state, act)].filter(Boolean)),
      part("Names", ...classes(state, act).filter(Boolean)));
    [...box.querySelectorAll("details")].forEach((each, at) => { each.open = open[at] ?? true; });
  }

  return { draw };
})();

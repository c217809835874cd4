"use strict";

// The legend, which is the filter, and the other filters.
const panel = (() => {
  const box = document.getElementById("filters");
  const BARS = 40;
  const opened = new Set();

  function tally(items, key) {
    const counts = new Map();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
    return counts;
  }
  const byCount = (counts, name) => (one, other) => counts.get(name(other)) - counts.get(name(one)) || (name(one) < name(other) ? -1 : 1);

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

  // events

  function families(state, act) {
    const counts = tally(story.events, (event) => event.kind.root);
    const roots = [...new Map(story.events.map(({ kind }) => [kind.root, kind])).values()];
    const types = tally(story.events, (event) => event.kind.id);
    return Object.entries(FAMILY).map(([family, title]) => {
      const own = roots.filter((kind) => kind.family === family).sort(byCount(counts, (kind) => kind.root));
      if (!own.length) return null;
      return el("fieldset", { class: "family" }, el("legend", {}, marks.icon("Actual", family), title),
        own.map((kind) => rootOf(kind, counts, types, state, act)).flat());
    });
  }

  // A root and, where it has several types, a way to them.
  function rootOf(root, counts, types, state, act) {
    const line = check(state.off.roots, root.root, act, el("span", {}, capital(root.rootLabel)), number(counts.get(root.root)));
    const own = [...new Map(story.events.filter(({ kind }) => kind.root === root.root).map(({ kind }) => [kind.id, kind])).values()];
    if (own.length < 2) return [el("div", { class: "root" }, line, el("span", { class: "disclose" }))];
    own.sort(byCount(types, (kind) => kind.id));
    const list = el("div", { class: "types", hidden: !opened.has(root.root) }, own.map((kind) => check(state.off.classes, kind.id, act, el("span", {}, capital(kind.label)), number(types.get(kind.id)))));
    const turn = () => {
      list.hidden = !list.hidden;
      if (list.hidden) opened.delete(root.root);
      else opened.add(root.root);
      open.setAttribute("aria-expanded", String(!list.hidden));
    };
    const open = el("button", { type: "button", class: "disclose", "aria-expanded": String(!list.hidden), "aria-label": `Types of ${root.rootLabel}`, onclick: turn }, "▸");
    return [el("div", { class: "root" }, line, open), list];
  }

  function statuses(state, act) {
    const counts = tally(story.events, (event) => event.status);
    const used = Object.keys(STATUS).filter((status) => counts.has(status));
    return el("fieldset", {}, el("legend", {}, "Status"), used.map((status) => check(state.off.status, status, act, marks.icon(status, "other"), el("span", {}, capital(STATUS[status])), number(counts.get(status)))));
  }

  // names

  function classes(state, act) {
    const counts = tally(story.names, (node) => node.kind.id);
    const kinds = [...new Map(story.names.map(({ kind }) => [kind.id, kind])).values()];
    return Object.entries(GROUP).map(([group, title]) => {
      const own = kinds.filter((kind) => kind.group === group).sort(byCount(counts, (kind) => kind.id));
      if (!own.length) return null;
      return el("fieldset", { class: "family" }, el("legend", {}, marks.icon(group, "name"), title),
        own.map((kind) => check(state.off.kinds, kind.id, act, el("span", {}, capital(kind.label)), number(counts.get(kind.id)))));
    });
  }

  // reports

  function outlets(state, act) {
    const counts = tally(story.articles, (article) => article.outletKey);
    const keys = [...counts.keys()].sort((one, other) => (one === "?") - (other === "?") || counts.get(other) - counts.get(one) || (one < other ? -1 : 1));
    return el("fieldset", {}, el("legend", {}, "Told by"), keys.map((key) => check(state.off.outlets, key, act, el("span", {}, key === "?" ? "Outlet not stated" : said(story.outlets[Number(key)])), number(counts.get(key)))));
  }

  function stances(state, act) {
    const counts = tally(story.events.flatMap((event) => [...event.stances]), (stance) => stance);
    const used = Object.keys(STANCE).filter((stance) => counts.has(stance));
    if (used.length < 2) return null;
    return el("fieldset", {}, el("legend", {}, "Stance"), used.map((stance) => check(state.off.stances, stance, act, el("span", {}, capital(STANCE[stance])), number(counts.get(stance)))));
  }

  function slider(id, words, { value, ...range }, set) {
    const output = el("output", { for: id }, String(value));
    const input = el("input", { type: "range", id, value, ...range });
    input.addEventListener("input", () => {
      output.textContent = input.value;
      set(Number(input.value));
    });
    return el("p", { class: "range" }, el("label", { for: id }, words, output), input);
  }

  function sources(state, act) {
    const most = Math.max(1, ...story.events.map((event) => event.sources));
    if (most < 2) return null;
    return slider("sources", "At least this many sources: ", { min: 1, max: most, step: 1, value: state.sources }, (value) => { state.sources = value; act.filtered("sources"); });
  }

  const confidence = (state, act) => slider("sure", "At least this confidence, in %: ", { min: 0, max: 100, step: 5, value: state.sure }, (value) => { state.sure = value; act.filtered("sure"); });

  // days

  // One bar for each day on which something begins, or for as many days together as make forty bars.
  function span() {
    const counts = tally(story.events.filter((event) => event.first), (event) => event.first);
    const known = [...counts.keys()].sort();
    if (known.length < 2) return null;
    const wide = Math.ceil(known.length / BARS);
    const groups = Array.from({ length: Math.ceil(known.length / wide) }, (_, at) => known.slice(at * wide, (at + 1) * wide));
    const last = groups.length - 1;
    return {
      bars: groups.map((group) => group.reduce((sum, day) => sum + counts.get(day), 0)),
      first: (at) => (at <= 0 ? "" : groups[at][0]),
      last: (at) => (at >= last ? "" : groups[at].at(-1)),
      from: (day) => Math.max(0, groups.findIndex((group) => group.at(-1) >= day)),
      to: (day) => Math.max(0, groups.findLastIndex((group) => group[0] <= day)),
      words: (at) => (groups[at].length > 1 ? `${dates.words(groups[at][0])} – ${dates.words(groups[at].at(-1))}` : dates.words(groups[at][0])),
    };
  }

  function days(state, act) {
    const time = span();
    if (!story.events.some((event) => event.first)) return null;
    const box = el("input", { type: "checkbox", checked: state.undated, onchange: () => { state.undated = box.checked; act.filtered(); } });
    const undated = el("label", { class: "check" }, box, el("span", {}, "also where the day is not stated"));
    return el("fieldset", { class: "days-filter" }, el("legend", {}, "Days"), time ? histogram(time, state, act) : null, day("from", state, act), day("to", state, act), undated);
  }

  function day(name, state, act) {
    const input = el("input", { type: "date", id: `day-${name}`, value: state[name] || "" });
    input.addEventListener("change", () => {
      state[name] = input.value;
      act.filtered();
      draw(state, act);
      document.getElementById(`day-${name}`).focus();
    });
    return el("label", { class: "date" }, name, input);
  }

  // Bars of how many events begin when, and two sliders that cut them off.
  function histogram(time, state, act) {
    const most = Math.max(...time.bars);
    const last = time.bars.length - 1;
    const bars = el("svg:svg", { class: "bars", viewBox: `0 0 ${time.bars.length * 10} 40`, preserveAspectRatio: "none", "aria-hidden": "true" },
      time.bars.map((count, at) => el("svg:rect", { x: at * 10 + 1, width: 8, y: 40 - Math.max(count ? 3 : 0, (38 * count) / most), height: Math.max(count ? 3 : 0, (38 * count) / most) })));
    const ends = { from: state.from ? time.from(state.from) : 0, to: state.to ? time.to(state.to) : last };
    const paint = () => [...bars.children].forEach((bar, at) => bar.classList.toggle("out", at < ends.from || at > ends.to));
    const handle = (name, title) => {
      const input = el("input", { type: "range", id: `range-${name}`, min: 0, max: last, step: 1, value: ends[name], "aria-label": title, "aria-valuetext": time.words(ends[name]) });
      input.addEventListener("input", () => {
        ends[name] = name === "from" ? Math.min(Number(input.value), ends.to) : Math.max(Number(input.value), ends.from);
        input.value = ends[name];
        input.setAttribute("aria-valuetext", time.words(ends[name]));
        state[name] = name === "from" ? time.first(ends.from) : time.last(ends.to);
        document.getElementById(`day-${name}`).value = state[name];
        paint();
        act.filtered(name);
      });
      return input;
    };
    paint();
    const scale = el("p", { class: "scale", "aria-hidden": "true" }, el("span", {}, time.words(0)), el("span", {}, time.words(last)));
    return el("div", { class: "histogram" }, bars, scale, handle("from", "Events from this day on"), handle("to", "Events up to this day"));
  }

  // what is narrowed down, and what was corrected

  function focus(state, act) {
    if (!state.only) return null;
    const wider = [1, 2, 3].map((count) => el("button", { type: "button", class: "quiet", "aria-pressed": String(state.steps === count), onclick: () => act.widen(count) }, String(count)));
    return el("div", { class: "only" }, el("p", {}, "Only what is around ", said(state.only.label)), el("p", { role: "group", "aria-label": "Steps away" }, "steps: ", wider),
      el("button", { type: "button", class: "quiet", onclick: () => act.only(null) }, "Show all"));
  }

  function hidden(state, act) {
    if (!state.gone.size) return null;
    return el("p", { class: "only" }, `${plural(state.gone.size, "mark")} hidden `, el("button", { type: "button", class: "quiet", onclick: () => act.unhide() }, "Show again"));
  }

  function draw(state, act) {
    const open = new Map([...box.querySelectorAll(":scope > details")].map((part) => [part.dataset.part, part.open]));
    const part = (title, ...content) => el("details", { open: open.get(title) ?? true, "data-part": title }, el("summary", {}, title), ...content.filter(Boolean));
    const top = el("div", { class: "head" }, el("h2", {}, "Legend and filter"),
      el("button", { type: "button", class: "quiet", id: "reset", onclick: () => act.reset() }, "Reset"),
      el("button", { type: "button", class: "close only-narrow", "aria-label": "Close the filters", onclick: () => act.panel(false) }, "×"));
    const keep = box.scrollTop;
    box.replaceChildren(...[top, focus(state, act), hidden(state, act), corrections.list(act),
      part("Events", ...families(state, act), statuses(state, act)),
      part("Reports", days(state, act), sources(state, act), confidence(state, act), outlets(state, act), stances(state, act)),
      part("Names", ...classes(state, act))].filter(Boolean));
    box.scrollTop = keep;
  }

  return { draw };
})();

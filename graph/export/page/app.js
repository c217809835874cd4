"use strict";

// One choice, one set of visible events, three views; all of it in the address.
(() => {
  const OPEN_ON = 300;
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const VIEWS = ["story", "network", "table"];
  const fresh = () => ({
    off: { roots: new Set(), kinds: new Set(), status: new Set(), outlets: new Set() },
    sources: 1, from: "", to: "", undated: true, only: null, limit: OPEN_ON,
  });
  const state = { view: "story", selected: null, theme: "", sort: { by: "date", down: false }, ...fresh() };
  state.hidden = (node) => state.off.kinds.has(node.kind.id);
  let origin = null;
  let mapped = "";

  // what is visible

  function passes(event) {
    const { off } = state;
    if (off.roots.has(event.kind.root) || off.status.has(event.status) || event.sources < state.sources && state.sources > 1) return false;
    if (off.outlets.size && ![...event.outlets].some((key) => !off.outlets.has(key))) return false;
    if (!event.first) { if (!state.undated) return false; }
    else if ((state.from && (event.last || event.first) < state.from) || (state.to && event.first > state.to)) return false;
    return !state.only || event.roles.some(({ node }) => node === state.only) || event.mentions.includes(state.only);
  }

  const namesOf = (event) => event.roles.map(({ node }) => node).filter((node) => !node.isEvent && !state.hidden(node));

  // Events by rank, with the names they join, until the page holds as many marks as it may.
  function visible() {
    const passing = story.events.filter(passes);
    const shown = new Set();
    const events = [];
    for (const event of passing) {
      const more = namesOf(event).filter((node) => !shown.has(node));
      if (shown.size + more.length + 1 > state.limit) break;
      shown.add(event);
      more.forEach((node) => shown.add(node));
      events.push(event);
    }
    const node = state.selected;
    if (node && !shown.has(node)) {
      shown.add(node);
      if (node.isEvent) {
        events.push(node);
        namesOf(node).forEach((name) => shown.add(name));
      }
    }
    return { events, nodes: [...shown].sort((one, other) => one.number - other.number), passing: passing.length };
  }

  // drawing

  function draw({ keepPanel = false } = {}) {
    const { events, nodes, passing } = visible();
    for (const name of VIEWS) {
      byId(name).hidden = state.view !== name;
      document.querySelector(`button[data-view="${name}"]`).setAttribute("aria-pressed", String(state.view === name));
    }
    document.body.dataset.shows = state.view;
    const left = Math.max(0, passing - events.length);
    byId("count").textContent = `${plural(events.length, "event")} of ${story.events.length.toLocaleString("en")}, ${plural(nodes.length - events.length, "name")}`;
    byId("more").hidden = !left;
    byId("more").textContent = `Show more (${left.toLocaleString("en")} left)`;
    if (!keepPanel) panel.draw(state, act);
    card.draw(state, act);
    document.body.classList.toggle("has-choice", Boolean(state.selected));
        if (state.view === "story") storyline.draw(events, state, act);
    if (state.view === "table") table.draw(events, state, act);
    if (state.view === "network") {
      const key = nodes.map((node) => node.number).join();
      network.draw(nodes, state, act, key !== mapped);
      mapped = key;
    }
    save();
  }

  const views = { story: storyline, network, table };
  const reveal = () => state.selected && views[state.view].reveal(state.selected);

  const act = {
    redraw: () => draw({ keepPanel: true }),
    filtered: () => draw({ keepPanel: true }),
    select(node, cause = null) {
      const byKey = cause instanceof KeyboardEvent || (cause instanceof Event && cause.type === "click" && cause.detail === 0);
      if (node) origin = originOf(node);
      state.selected = node;
      draw({ keepPanel: true });
      byId("told").textContent = node ? `Chosen: ${node.label}` : "Nothing chosen";
      reveal();
      if (byKey && node) card.focus();
      if (!node) giveBack();
    },
    only(node) { state.only = node; draw(); },
    sort(id) {
      state.sort = { by: id, down: state.sort.by === id && !state.sort.down };
      draw({ keepPanel: true });
      byId("table").querySelector(`.col-${id} .sort`)?.focus();
    },
    reset() { Object.assign(state, fresh()); draw(); byId("reset").focus(); },
    panel(open) {
      document.body.classList.toggle("filtering", open);
      byId("open-filters").setAttribute("aria-expanded", String(open));
      if (!open) byId("open-filters").focus();
    },
  };

  // Where the focus goes back to when the card closes: the mark of the node in the view, or the way it was found.
  const originOf = (node) => (byId("card").contains(document.activeElement) ? origin : { node, element: document.activeElement });

  function giveBack() {
    if (!origin) return;
    const mark = [...byId(state.view).querySelectorAll("[data-node]")].find((each) => each.dataset.node === origin.node.id);
    const target = state.view === "network" ? byId("canvas") : mark?.querySelector(".row-open") || mark || (origin.element?.isConnected ? origin.element : byId("main"));
    target.focus({ preventScroll: true });
    origin = null;
  }

  // the address

  const LISTS = ["roots", "kinds", "status", "outlets"];

  function save() {
    const parts = new URLSearchParams();
    if (state.view !== "story") parts.set("view", state.view);
    if (state.selected) parts.set("node", state.selected.id);
    if (state.only) parts.set("only", state.only.id);
    if (state.sources > 1) parts.set("sources", state.sources);
    if (state.from) parts.set("from", state.from);
    if (state.to) parts.set("to", state.to);
    if (!state.undated) parts.set("undated", "no");
    if (state.limit !== OPEN_ON) parts.set("limit", state.limit);
    if (state.theme) parts.set("theme", state.theme);
    for (const list of LISTS) if (state.off[list].size) parts.set(`no-${list}`, [...state.off[list]].join("|"));
    const hash = parts.toString();
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", `#${hash}`);
  }

  function load() {
    const parts = new URLSearchParams(location.hash.slice(1));
    Object.assign(state, fresh());
    state.view = VIEWS.includes(parts.get("view")) ? parts.get("view") : "story";
    state.selected = story.byId.get(parts.get("node")) || null;
    const only = story.byId.get(parts.get("only"));
    state.only = only && !only.isEvent ? only : null;
    state.sources = Math.max(1, Number(parts.get("sources")) || 1);
    for (const name of ["from", "to"]) state[name] = /^\d{4}-\d{2}-\d{2}$/.test(parts.get(name) || "") ? parts.get(name) : "";
    state.undated = parts.get("undated") !== "no";
    state.limit = Math.max(1, Number(parts.get("limit")) || OPEN_ON);
    state.theme = ["light", "dark"].includes(parts.get("theme")) ? parts.get("theme") : "";
    for (const list of LISTS) state.off[list] = new Set((parts.get(`no-${list}`) || "").split("|").filter(Boolean));
    themed();
  }

  // light and dark

  const preferred = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (state.theme ? state.theme === "dark" : preferred.matches);

  function themed() {
    root.dataset.theme = isDark() ? "dark" : "light";
    byId("theme").textContent = isDark() ? "Light" : "Dark";
    byId("theme").setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
  }

  // search

  const input = byId("search");
  const found = byId("found");
  let hits = [];
  let at = -1;

  function find() {
    hits = story.search(input.value);
    at = hits.length ? 0 : -1;
    found.replaceChildren(...hits.map(({ node, spelling }, number) => el("li", {
      id: `hit-${number}`, role: "option", "aria-selected": String(number === at), onmousedown: (press) => { press.preventDefault(); take(number); },
    }, marks.iconOf(node), el("span", { class: "hit-label" }, said(node.label)), spelling && spelling !== node.label && !node.isEvent ? el("small", {}, "also ", said(spelling)) : el("small", {}, node.isEvent ? dates.words(node.time) : node.kind.label))));
    if (input.value.trim() && !hits.length) found.append(el("li", { role: "option", class: "none", "aria-disabled": "true", "aria-selected": "false" }, "Nothing by that name"));
    shut(!input.value.trim());
  }

  function shut(closed) {
    found.hidden = closed;
    input.setAttribute("aria-expanded", String(!closed));
    if (!closed && at >= 0) input.setAttribute("aria-activedescendant", `hit-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function take(number, cause = null) {
    const hit = hits[number];
    if (!hit) return;
    shut(true);
    input.value = "";
    act.select(hit.node, cause);
  }

  input.addEventListener("input", find);
  input.addEventListener("focus", () => { if (input.value.trim()) find(); });
  input.addEventListener("blur", () => shut(true));
  input.addEventListener("keydown", (press) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (step && hits.length) {
      press.preventDefault();
      at = (at + step + hits.length) % hits.length;
      [...found.children].forEach((each, number) => each.setAttribute("aria-selected", String(number === at)));
      found.children[at].scrollIntoView({ block: "nearest" });
      shut(false);
    } else if (press.key === "Enter" && !found.hidden) {
      press.preventDefault();
      take(at, press);
    } else if (press.key === "Escape" && !found.hidden) {
      press.stopPropagation();
      shut(true);
    }
  });

  // the rest of the controls

  for (const button of document.querySelectorAll("button[data-view]")) {
    button.addEventListener("click", () => {
      state.view = button.dataset.view;
      draw({ keepPanel: true });
      reveal();
    });
  }
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => network.zoom(button.dataset.zoom));
  byId("more").addEventListener("click", () => { state.limit += OPEN_ON; draw({ keepPanel: true }); });
  byId("open-filters").addEventListener("click", () => act.panel(!document.body.classList.contains("filtering")));
  byId("theme").addEventListener("click", () => { state.theme = isDark() ? "light" : "dark"; themed(); draw({ keepPanel: true }); });
  preferred.addEventListener("change", () => { themed(); draw({ keepPanel: true }); });
  document.addEventListener("keydown", (press) => {
    if (press.key === "Escape") {
      if (document.body.classList.contains("filtering")) act.panel(false);
      else if (state.selected) act.select(null);
    } else if (press.key === "/" && !/^(input|textarea|select)$/i.test(document.activeElement.tagName)) {
      press.preventDefault();
      input.focus();
    }
  });
  window.addEventListener("hashchange", () => { load(); draw(); reveal(); });
  window.addEventListener("resize", () => storyline.resized());
  window.addEventListener("beforeprint", () => { byId("table").hidden = false; table.draw(visible().events, state, act); });
  window.addEventListener("afterprint", () => draw({ keepPanel: true }));

  load();
  draw();
  reveal();
})();

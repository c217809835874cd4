"use strict";

// One choice, one set of visible events, four views; every step can be undone.
(() => {
  const byId = (id) => document.getElementById(id);
  const { state } = choice;
  const views = { story: storyline, network, map: atlas, table };
  let origin = null;
  let asked = null;

  // drawing

  function draw({ keepPanel = false } = {}) {
    const { events, nodes, passing } = choice.visible();
    for (const name of choice.VIEWS) {
      byId(name).hidden = state.view !== name;
      document.querySelector(`button[data-view="${name}"]`).setAttribute("aria-pressed", String(state.view === name));
    }
    document.body.dataset.shows = state.view;
    const left = Math.max(0, passing.length - events.length);
    byId("count").textContent = `${plural(events.length, "event")} of ${story.events.length.toLocaleString("en")}, ${plural(nodes.length - events.length, "name")}`;
    byId("more").hidden = !left;
    byId("more").textContent = `Show more (${left.toLocaleString("en")} left)`;
    if (!keepPanel) panel.draw(state, act);
    card.draw(state, act);
    document.body.classList.toggle("has-choice", Boolean(state.selected || state.path));
    views[state.view].draw({ events, nodes }, state, act);
    for (const button of document.querySelectorAll("[data-picture]")) button.disabled = !views[state.view].picture;
  }

  const reveal = () => state.selected && views[state.view].reveal(state.selected);

  // steps, and the way back

  const steps = [];
  let undone = [];
  const here = () => ({ hash: choice.written(), corrections: corrections.all() });

  // `kind` tells a slider that is still moving: all of its movement is one step.
  function note(kind = "") {
    const now = here();
    const last = steps.at(-1);
    if (now.hash === last.hash && now.corrections === last.corrections) return;
    if (kind && kind === last.kind) steps.pop();
    steps.push({ ...now, kind });
    undone = [];
    address();
  }

  function address() {
    const { hash } = steps.at(-1);
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", `#${hash}`);
    byId("undo").disabled = steps.length < 2;
    byId("redo").disabled = !undone.length;
  }

  function back(from, to) {
    if (from === steps ? steps.length < 2 : !undone.length) return;
    to.push(from.pop());
    const { hash, corrections: kept } = steps.at(-1);
    choice.read(hash);
    corrections.restore(kept);
    themed();
    draw();
    address();
    reveal();
    tell(from === steps ? "Undone" : "Done again");
  }

  const tell = (words) => { byId("told").textContent = words; };
  const done = (options = {}, kind = "") => { draw({ keepPanel: true, ...options }); note(kind); };

  const act = {
    redraw: () => draw({ keepPanel: true }),
    filtered: (kind) => done({}, kind),
    tell,
    select(node, cause = null) {
      if (asked && node) return asked.take(node);
      const byKey = cause instanceof KeyboardEvent || (cause instanceof Event && cause.type === "click" && cause.detail === 0);
      if (node) origin = originOf(node);
      if (!node && !state.selected) state.path = null;
      state.selected = node;
      done();
      tell(node ? `Chosen: ${node.label}` : "Nothing chosen");
      reveal();
      if (byKey && node) card.focus();
      if (!node && !state.path) giveBack();
      return null;
    },
    only(node) {
      Object.assign(state, { only: node, steps: 1 });
      done({ keepPanel: false });
    },
    widen(count) {
      state.steps = count;
      done({ keepPanel: false });
    },
    hide(node) {
      state.gone.add(node);
      if (state.selected === node) state.selected = null;
      done({ keepPanel: false });
      tell(`Hidden: ${node.label}`);
      byId("main").focus({ preventScroll: true });
    },
    unhide() {
      state.gone = new Set();
      done({ keepPanel: false });
    },
    path(one, other) {
      Object.assign(state, { path: [one, other], selected: null });
      done();
      card.focus();
    },
    ask(words, fits, then) {
      asked = { take: (node) => { if (fits(node)) { act.unask(); then(node); } } };
      finder.ask({ words, fits, cancel: act.unask });
    },
    unask() {
      asked = null;
      finder.ask(null);
    },
    corrected() {
      done({ keepPanel: false });
    },
    sort(id) {
      state.sort = { by: id, down: state.sort.by === id && !state.sort.down };
      draw({ keepPanel: true });
      byId("table").querySelector(`.col-${id} .sort`)?.focus();
    },
    reset() {
      choice.reset();
      done({ keepPanel: false });
      byId("reset").focus();
    },
    panel(open) {
      document.body.classList.toggle("filtering", open);
      byId("open-filters").setAttribute("aria-expanded", String(open));
      if (!open) byId("open-filters").focus();
    },
    net(kind) {
      state.net = kind;
      done();
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

  // light and dark

  const preferred = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (state.theme ? state.theme === "dark" : preferred.matches);

  function themed() {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    byId("theme").textContent = isDark() ? "Light" : "Dark";
    byId("theme").setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
  }

  // the controls

  function show(view) {
    state.view = view;
    done();
    reveal();
  }

  function keys(press) {
    const typing = /^(input|textarea|select)$/i.test(document.activeElement.tagName);
    if (press.key === "Escape") {
      const menu = document.querySelector("details.menu[open]");
      if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
      else if (asked) act.unask();
      else if (document.body.classList.contains("filtering")) act.panel(false);
      else if (state.selected || state.path) act.select(null);
    } else if (press.key === "/" && !typing) {
      press.preventDefault();
      finder.focus();
    } else if (press.key.toLowerCase() === "z" && (press.ctrlKey || press.metaKey) && !(typing && document.activeElement.type === "text")) {
      press.preventDefault();
      if (press.shiftKey) back(undone, steps);
      else back(steps, undone);
    }
  }

  async function copy() {
    tell((await saving.copied(location.href)) ? "Link copied" : "The link is in the address bar");
    byId("link").textContent = "Copied";
    setTimeout(() => { byId("link").textContent = "Copy link"; }, 1500);
  }

  for (const button of document.querySelectorAll("button[data-view]")) button.addEventListener("click", () => show(button.dataset.view));
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => views[state.view].zoom(button.dataset.zoom));
  for (const button of document.querySelectorAll("[data-net]")) button.addEventListener("click", () => act.net(button.dataset.net));
  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => {
      const menu = button.closest("details");
      menu.open = false;
      menu.querySelector("summary").focus();
      saving.save(button.dataset.save, { view: views[state.view], name: state.view, ...choice.visible() });
      tell(`Saved as ${button.textContent}`);
    });
  }
  document.addEventListener("click", (click) => { for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(click.target)) menu.open = false; });
  finder.start((node, cause) => act.select(node, cause));
  byId("more").addEventListener("click", () => { state.limit += choice.OPEN_ON; done(); });
  byId("open-filters").addEventListener("click", () => act.panel(!document.body.classList.contains("filtering")));
  byId("theme").addEventListener("click", () => { state.theme = isDark() ? "light" : "dark"; themed(); done(); });
  byId("undo").addEventListener("click", () => back(steps, undone));
  byId("redo").addEventListener("click", () => back(undone, steps));
  byId("link").addEventListener("click", copy);
  preferred.addEventListener("change", () => { themed(); draw({ keepPanel: true }); });
  document.addEventListener("keydown", keys);
  window.addEventListener("hashchange", () => { choice.read(location.hash.slice(1)); themed(); draw(); note(); reveal(); });
  window.addEventListener("resize", () => views[state.view].resized?.());
  window.addEventListener("beforeprint", () => { byId("table").hidden = false; table.draw(choice.visible(), state, act); });
  window.addEventListener("afterprint", () => draw({ keepPanel: true }));

  choice.read(location.hash.slice(1));
  themed();
  draw();
  steps.push({ ...here(), kind: "" });
  address();
  reveal();
})();

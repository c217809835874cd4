"use strict";

// What is chosen and filtered, which events that leaves, and its form in the address.
const choice = (() => {
  const OPEN_ON = 300;
  const VIEWS = ["story", "network", "map", "table"];
  const LISTS = ["roots", "classes", "kinds", "status", "outlets", "stances"];
  const fresh = () => ({
    off: Object.fromEntries(LISTS.map((list) => [list, new Set()])),
    sources: 1, sure: 0, from: "", to: "", undated: true, only: null, steps: 1, gone: new Set(), limit: OPEN_ON,
  });
  const state = { view: "story", net: "names", selected: null, path: null, theme: "", sort: { by: "date", down: false }, ...fresh() };
  state.hidden = (node) => state.off.kinds.has(node.kind.id) || state.gone.has(node);
  let reached = { key: "", events: null };

  // what is visible

  const someOn = (values, off) => !off.size || !values.size || [...values].some((value) => !off.has(value));

  function timely({ first, last }) {
    if (!first) return state.undated;
    return !(state.from && (last || first) < state.from) && !(state.to && first > state.to);
  }

  function passes(event) {
    const { off } = state;
    if (off.roots.has(event.kind.root) || off.classes.has(event.kind.id) || off.status.has(event.status) || state.gone.has(event)) return false;
    if (state.sources > 1 && event.sources < state.sources) return false;
    if (state.sure > 0 && Math.round((event.surest || 0) * 100) < state.sure) return false;
    if (!someOn(event.outlets, off.outlets) || !someOn(event.stances, off.stances) || !timely(event)) return false;
    return !state.only || around(state.only, state.steps).has(event);
  }

  // The events around a node: its own, and with each further step those of the names that these join.
  function around(node, steps) {
    const key = `${node.number}/${steps}/${state.gone.size}`;
    if (reached.key === key) return reached.events;
    const events = new Set(node.isEvent ? [node] : story.events.filter((event) => event.mentions.includes(node)));
    const seen = new Set();
    let names = node.isEvent ? namesOf(node) : [node];
    for (let step = 0; step < steps; step += 1) {
      const next = new Set();
      for (const name of names) {
        seen.add(name);
        for (const entry of name.events) {
          if (state.gone.has(entry.node)) continue;
          events.add(entry.node);
          namesOf(entry.node).forEach((each) => { if (!seen.has(each)) next.add(each); });
        }
      }
      names = [...next];
    }
    reached = { key, events };
    return events;
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
    for (const node of [state.selected, ...(state.path ? paths.found(state).nodes : [])]) {
      if (!node || shown.has(node)) continue;
      shown.add(node);
      if (!node.isEvent) continue;
      events.push(node);
      namesOf(node).forEach((name) => shown.add(name));
    }
    return { events, nodes: [...shown].sort((one, other) => one.number - other.number), passing };
  }

  // the address

  const day = /^\d{4}-\d{2}-\d{2}$/;
  const nodeOf = (id) => story.byId.get(id) || null;
  const listed = (text) => (text || "").split("|").filter(Boolean);

  function written() {
    const parts = new URLSearchParams();
    const put = (name, value, usual) => { if (value && value !== usual) parts.set(name, value); };
    put("view", state.view, "story");
    put("net", state.net, "names");
    put("node", state.selected?.id);
    put("path", state.path?.map((node) => node.id).join("|"));
    put("only", state.only?.id);
    put("steps", state.only && String(state.steps), "1");
    put("hide", [...state.gone].map((node) => node.id).join("|"));
    put("sources", String(state.sources), "1");
    put("sure", String(state.sure), "0");
    put("from", state.from);
    put("to", state.to);
    put("undated", state.undated ? "" : "no");
    put("limit", String(state.limit), String(OPEN_ON));
    put("theme", state.theme);
    for (const list of LISTS) put(`no-${list}`, [...state.off[list]].join("|"));
    return parts.toString();
  }

  function read(text) {
    const parts = new URLSearchParams(text);
    const number = (name, least, usual) => Math.max(least, Number(parts.get(name)) || usual);
    const only = nodeOf(parts.get("only"));
    const ends = listed(parts.get("path")).map(nodeOf).filter(Boolean);
    Object.assign(state, fresh(), {
      view: VIEWS.includes(parts.get("view")) ? parts.get("view") : "story",
      net: parts.get("net") === "events" ? "events" : "names",
      selected: nodeOf(parts.get("node")),
      path: ends.length === 2 && ends[0] !== ends[1] ? ends : null,
      only,
      steps: Math.min(3, number("steps", 1, 1)),
      gone: new Set(listed(parts.get("hide")).map(nodeOf).filter(Boolean)),
      sources: number("sources", 1, 1),
      sure: Math.min(100, number("sure", 0, 0)),
      undated: parts.get("undated") !== "no",
      limit: number("limit", 1, OPEN_ON),
      theme: ["light", "dark"].includes(parts.get("theme")) ? parts.get("theme") : "",
    });
    for (const name of ["from", "to"]) state[name] = day.test(parts.get(name) || "") ? parts.get(name) : "";
    for (const list of LISTS) state.off[list] = new Set(listed(parts.get(`no-${list}`)));
  }

  const reset = () => Object.assign(state, fresh());
  return { OPEN_ON, VIEWS, around, namesOf, passes, read, reset, state, visible, written };
})();

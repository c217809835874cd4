"use strict";

// The shortest way from one name to another through what joins them; what happens is preferred to where.
const paths = (() => {
  const PLACES = new Set(["place", "origin", "destination"]);
  let last = { key: "", found: null };

  function walk([start, end], usable) {
    const from = new Map([[start, null]]);
    const queue = [start];
    for (let at = 0; at < queue.length && !from.has(end); at += 1) {
      for (const edge of queue[at].links) {
        const next = story.nodes[edge.from === queue[at].number ? edge.to : edge.from];
        if (from.has(next) || !usable(next, edge, end)) continue;
        from.set(next, queue[at]);
        queue.push(next);
      }
    }
    const nodes = [];
    for (let node = from.has(end) ? end : null; node; node = from.get(node)) nodes.unshift(node);
    return nodes;
  }

  // Over events that pass the filters, whether or not there is room for them; through places only where nothing else leads.
  function found(state) {
    const key = choice.written();
    if (last.key === key) return last.found;
    const open = (node) => (node.isEvent ? choice.passes(node) : !state.hidden(node));
    const strict = walk(state.path, (node, edge, end) => open(node) && (node.isEvent || node === end || !PLACES.has(edge.role)) && !PLACES.has(edge.role));
    const nodes = strict.length ? strict : walk(state.path, (node) => open(node));
    last = { key, found: { nodes, joint: joint(state.path, open) } };
    return last.found;
  }

  // The events that two names have in common.
  function joint([one, other], open = () => true) {
    const own = new Set(one.isEvent ? [] : one.events.map((entry) => entry.node));
    const both = new Set((other.isEvent ? [] : other.events).map((entry) => entry.node).filter((event) => own.has(event) && open(event)));
    return [...both].sort((left, right) => left.number - right.number);
  }

  const between = (one, other) => one.links.filter((edge) => edge.from === other.number || edge.to === other.number);
  return { between, found, joint };
})();

"use strict";

// Names and events where Python put them; vis-network draws and zooms, the labels keep out of each other's way.
const network = (() => {
  const canvas = document.getElementById("canvas");
  const options = JSON.parse(document.getElementById("network-options").textContent);
  let drawing = null;
  let nodes = null;
  let edges = null;
  let shown = [];
  let state = null;
  let ink = null;
  let near = new Set();

  const scale = () => drawing.getScale();
  const dim = (node) => state.selected !== null && node !== state.selected && !near.has(node);

  function renderer({ ctx, id, x, y, state: touched }) {
    const node = story.nodes[id];
    const zoom = Math.min(1.25, Math.max(0.8, scale())) / scale();
    const r = marks.radius(node) * zoom;
    const hollow = node.isEvent && node.status !== "Actual";
    const drawNode = () => {
      const colour = node.isEvent ? ink[node.kind.family] : ink.name;
      const path = new Path2D(marks.path(marks.shapeOf(node), marks.radius(node)));
      ctx.save();
      ctx.translate(x, y);
      ctx.scale(zoom, zoom);
      ctx.globalAlpha = dim(node) ? 0.22 : 1;
      ctx.fillStyle = hollow ? ink.ground : colour;
      ctx.strokeStyle = hollow ? colour : ink.ground;
      ctx.lineWidth = hollow ? 1.8 : 1;
      ctx.fill(path);
      ctx.stroke(path);
      if (node === state.selected || touched.hover) {
        ctx.beginPath();
        ctx.arc(0, 0, marks.radius(node) + 5, 0, 2 * Math.PI);
        ctx.strokeStyle = ink.accent;
        ctx.lineWidth = 2;
        ctx.stroke();
      }
      ctx.restore();
    };
    return { drawNode, nodeDimensions: { width: 2 * r, height: 2 * r } };
  }

  function start(act) {
    nodes = new vis.DataSet();
    edges = new vis.DataSet();
    drawing = new vis.Network(canvas, { nodes, edges }, { ...options, nodes: { shape: "custom", ctxRenderer: renderer, label: undefined } });
    drawing.on("click", ({ nodes: hit, event }) => { if (hit.length) act.select(story.nodes[hit[0]], event.srcEvent); });
    drawing.on("afterDrawing", labels);
    drawing.on("beforeDrawing", emphasis);
    drawing.on("hoverNode", ({ node }) => { canvas.title = story.nodes[node].label; });
    drawing.on("blurNode", () => { canvas.title = ""; });
    canvas.addEventListener("keydown", (press) => keys(press, act));
  }

  function keys(press, act) {
    if (!press.key.startsWith("Arrow") || !shown.length) return;
    press.preventDefault();
    const from = state.selected && shown.includes(state.selected) ? state.selected : null;
    const next = from ? nearest(shown, from, press.key, (node) => node.amid) : shown.find((node) => node.isEvent) || shown[0];
    if (next) act.select(next, null);
  }

  // The edges of what is chosen, under everything else.
  function emphasis(ctx) {
    if (!state.selected) return;
    ctx.save();
    ctx.strokeStyle = ink.accent;
    ctx.lineWidth = 1.6 / scale();
    ctx.globalAlpha = 0.75;
    for (const edge of state.selected.links) {
      const [one, other] = [story.nodes[edge.from], story.nodes[edge.to]];
      if (!nodes.get(one.number) || !nodes.get(other.number)) continue;
      ctx.beginPath();
      ctx.setLineDash(edge.dashes ? [5 / scale(), 4 / scale()] : []);
      ctx.moveTo(one.amid.x, one.amid.y);
      ctx.lineTo(other.amid.x, other.amid.y);
      ctx.stroke();
    }
    ctx.restore();
  }

  function candidates() {
    const first = [];
    const rest = [];
    for (const node of shown) {
      if (node === state.selected) first.unshift(node);
      else if (near.has(node)) first.push(node);
      else rest.push(node);
    }
    rest.sort((one, other) => marks.radius(other) - marks.radius(one) || Number(one.isEvent) - Number(other.isEvent) || one.number - other.number);
    return [...first, ...rest];
  }

  function labels(ctx) {
    const zoom = scale();
    const taken = [];
    const grid = new Map();
    const cell = (x, y) => `${Math.floor(x / 120)},${Math.floor(y / 40)}`;
    const each = (boxed, visit) => {
      for (let x = Math.floor(boxed[0] / 120); x <= Math.floor(boxed[2] / 120); x += 1) {
        for (let y = Math.floor(boxed[1] / 40); y <= Math.floor(boxed[3] / 40); y += 1) visit(cell(x * 120, y * 40));
      }
    };
    const free = (boxed, discs) => {
      let clear = true;
      each(boxed, (key) => {
        for (const other of grid.get(key) || []) {
          if (boxed[0] < other[2] && boxed[2] > other[0] && boxed[1] < other[3] && boxed[3] > other[1] && boxed[4] !== other[4] && (discs || !other[5])) clear = false;
        }
      });
      return clear;
    };
    const take = (boxed) => {
      taken.push(boxed);
      each(boxed, (key) => { grid.set(key, [...(grid.get(key) || []), boxed]); });
    };
    const at = (node) => ({ x: node.amid.x * zoom, y: node.amid.y * zoom, r: marks.radius(node) * Math.min(1.25, Math.max(0.8, zoom)) });
    for (const node of shown) {
      const { x, y, r } = at(node);
      take([x - r, y - r, x + r, y + r, node, true]);
    }
    ctx.save();
    ctx.scale(1 / zoom, 1 / zoom);
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    for (const node of candidates()) {
      const { x, y, r } = at(node);
      const chosen = node === state.selected;
      const font = `${chosen ? "600 13" : node.isEvent ? "11.5" : "500 12.5"}px system-ui, sans-serif`;
      const text = marks.cut(node.isEvent && !chosen ? brief(node) : node.label, chosen ? 320 : 170, font);
      const wide = marks.width(text, font);
      const tall = 15;
      const spots = [[x - wide / 2, y + r + 3], [x + r + 5, y - tall / 2], [x - wide / 2, y - r - tall - 3], [x - r - 5 - wide, y - tall / 2]];
      const fits = (discs) => ([left, top]) => free([left - 2, top, left + wide + 2, top + tall, node], discs);
      const matters = chosen || near.has(node) || marks.radius(node) > 8;
      const spot = spots.find(fits(true)) || (matters ? spots.find(fits(false)) : null) || (chosen ? spots[0] : null);
      if (!spot) continue;
      take([spot[0] - 2, spot[1], spot[0] + wide + 2, spot[1] + tall, node]);
      ctx.globalAlpha = dim(node) ? 0.3 : 1;
      ctx.font = font;
      ctx.lineWidth = 3.5;
      ctx.strokeStyle = ink.ground;
      ctx.strokeText(text, spot[0], spot[1] + tall / 2);
      ctx.fillStyle = node.isEvent ? ink[node.kind.family] : ink.ink;
      ctx.fillText(text, spot[0], spot[1] + tall / 2);
    }
    ctx.restore();
  }

  function draw(visible, now, act, fresh) {
    state = now;
    shown = visible.filter((node) => !node.isEvent || node.links.length || node === now.selected);
    ink = marks.colours();
    near = new Set();
    if (state.selected) {
      for (const edge of state.selected.links) near.add(story.nodes[edge.from]).add(story.nodes[edge.to]);
    }
    if (!drawing) {
      start(act);
      fresh = true;
    }
    if (fresh) {
      const inside = new Set(shown.map((node) => node.number));
      nodes.clear();
      edges.clear();
      nodes.add(shown.map((node) => ({ id: node.number, x: node.amid.x, y: node.amid.y })));
      edges.add(story.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to)).map(({ id, from, to, dashes }) => ({ id, from, to, dashes })));
      fit();
    }
    drawing.setOptions({ edges: { ...options.edges, color: { color: ink.thread, highlight: ink.accent, hover: ink.soft, opacity: state.selected ? 0.45 : 0.9 } } });
    drawing.redraw();
  }

  const calm = () => !matchMedia("(prefers-reduced-motion: reduce)").matches && { duration: 250, easingFunction: "easeInOutQuad" };
  function fit() {
    drawing.fit({ maxZoomLevel: 1.3, animation: false });
    drawing.moveTo({ scale: scale() * 0.9 });
  }


  function zoom(how) {
    if (!drawing) return;
    if (how === "fit") fit();
    else drawing.moveTo({ scale: scale() * (how === "in" ? 1.4 : 1 / 1.4), animation: calm() });
  }

  function reveal(node) {
    if (!drawing || !nodes.get(node.number)) return;
    const spot = drawing.canvasToDOM({ x: node.amid.x, y: node.amid.y });
    const open = canvas.clientHeight * uncovered();
    const inside = spot.x > 60 && spot.y > 30 && spot.x < canvas.clientWidth - 100 && spot.y < open - 30;
    if (inside && scale() > 0.45) return;
    drawing.moveTo({ position: { x: node.amid.x, y: node.amid.y }, offset: { x: 0, y: (open - canvas.clientHeight) / 2 }, scale: Math.max(0.8, scale()), animation: calm() });
  }

  // Where a node is on the screen.
  function spot(node) {
    const inside = drawing.canvasToDOM({ x: node.amid.x, y: node.amid.y });
    const frame = canvas.getBoundingClientRect();
    return { x: frame.x + inside.x, y: frame.y + inside.y };
  }

  return { draw, reveal, spot, zoom };
})();

"use strict";

// Who is tied to whom: names alone, or amid the events that tie them, where Python put them. A sheet draws and zooms,
// the labels keep out of each other's way.
const network = (() => {
  const canvas = document.getElementById("canvas");
  const TIED_BY = new Set(["agent", "target", "recipient", "beneficiary", "instrument"]);
  const MOST_LINES = 150;
  const MOST_LABELS = 700;
  const LINES_EACH = 3;
  let sheet = null;
  let shown = [];
  let lines = [];
  let state = null;
  let ink = null;
  let near = new Set();
  let hovered = null;
  let drawn = "";
  let placed = [];
  let spread = new Map();

  const scale = () => sheet.scale();
  const spotOf = (node) => (state.net === "names" && !node.isEvent ? spread.get(node) || node.alone : node.amid);
  const dim = (node) => near.size > 0 && node !== state.selected && !near.has(node);
  const onPath = () => (state.path ? paths.found(state).nodes : []);

  // What a mark looks like: filled where something is so, hollow where it is planned, possible or denied.
  function look(number) {
    const node = story.nodes[number];
    const colour = node.isEvent ? ink[node.kind.family] : ink.name;
    const hollow = node.isEvent && node.status !== "Actual";
    return { shape: marks.shapeOf(node), r: marks.radius(node), fill: hollow ? ink.ground : colour, line: hollow ? colour : ink.ground, wide: hollow ? 1.8 : 1, alpha: dim(node) ? 0.22 : 1 };
  }

  function handlers(act) {
    return {
      look,
      under: emphasis,
      over: (ctx) => { rings(ctx); labels(ctx); },
      mark: (number, press) => act.select(story.nodes[number], press),
      line: (id) => {
        const { from, to } = lines.find((line) => line.id === id);
        if (state.net === "names") act.path(story.nodes[from], story.nodes[to]);
      },
      hover: ({ mark = null, line = null }) => {
        hovered = mark === null ? null : story.nodes[mark];
        canvas.title = hovered?.label || (line !== null && lines.find((each) => each.id === line)?.words) || "";
      },
    };
  }

  function keys(press, act) {
    if (press.key === "Enter" && state.selected) card.focus();
    if (["+", "-", "0"].includes(press.key)) zoom({ "+": "in", "-": "out", 0: "fit" }[press.key]);
    if (!press.key.startsWith("Arrow") || !shown.length) return;
    press.preventDefault();
    const from = state.selected && shown.includes(state.selected) ? state.selected : null;
    const next = from ? nearest(shown, from, press.key, spotOf) : shown[0];
    if (next) act.select(next, null);
  }

  // Pairs of names with the events that join them, and relations that stand as fact.
  function ties(events) {
    const pairs = new Map();
    const pair = (one, other) => {
      const [from, to] = one.number < other.number ? [one, other] : [other, one];
      const id = `${from.number}-${to.number}`;
      if (!pairs.has(id)) pairs.set(id, { id, from: from.number, to: to.number, events: [], relations: [], stated: false });
      return pairs.get(id);
    };
    for (const event of events) {
      const held = event.roles.filter(({ role, node }) => TIED_BY.has(role) && !node.isEvent && !state.hidden(node));
      const own = [...new Map(held.map((tie) => [tie.node, tie])).values()];
      own.forEach((one, at) => own.slice(at + 1).forEach((other) => {
        const line = pair(one.node, other.node);
        line.events.push(event);
        line.stated ||= one.stated && other.stated;
      }));
    }
    for (const edge of story.edges) {
      const [one, other] = [story.nodes[edge.from], story.nodes[edge.to]];
      if (one.isEvent || other.isEvent || one === other || state.hidden(one) || state.hidden(other)) continue;
      Object.assign(pair(one, other), { stated: true }).relations.push(edge.role);
    }
    return [...pairs.values()];
  }

  // The kind of event that most of a line's events are.
  function foremost(line) {
    const counts = new Map();
    for (const { kind } of line.events) counts.set(kind.family, (counts.get(kind.family) || 0) + 1);
    return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] || null;
  }

  function withWords(line) {
    const said = [line.events.length ? plural(line.events.length, "event") : "", ...new Set(line.relations.map(story.label))].filter(Boolean);
    return { ...line, family: foremost(line), wide: 1 + Math.log2(1 + line.events.length), words: `${story.nodes[line.from].label} – ${story.nodes[line.to].label}: ${said.join(", ")}` };
  }

  // The lines of what is chosen, under everything else.
  function emphasis(ctx) {
    const way = onPath();
    ctx.save();
    ctx.strokeStyle = ink.accent;
    const line = (one, other, wide, dashes) => {
      const [from, to] = [spotOf(one), spotOf(other)];
      ctx.lineWidth = wide / scale();
      ctx.beginPath();
      ctx.setLineDash(dashes ? [5 / scale(), 4 / scale()] : []);
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      ctx.stroke();
    };
    ctx.globalAlpha = 0.75;
    if (state.selected) {
      for (const each of lines) {
        const [one, other] = [story.nodes[each.from], story.nodes[each.to]];
        if (one === state.selected || other === state.selected) line(one, other, state.net === "names" ? each.wide + 0.6 : 1.6, each.dashes);
      }
    }
    const stops = way.filter((node) => shown.includes(node));
    stops.slice(1).forEach((node, at) => line(stops[at], node, 3.5, false));
    ctx.restore();
  }

  function rings(ctx) {
    ctx.save();
    ctx.strokeStyle = ink.accent;
    ctx.lineWidth = (2 * sheet.zoomed()) / scale();
    for (const node of new Set([state.selected, hovered])) {
      if (!node || !shown.includes(node)) continue;
      const { x, y } = spotOf(node);
      ctx.beginPath();
      ctx.arc(x, y, ((marks.radius(node) + 5) * sheet.zoomed()) / scale(), 0, 2 * Math.PI);
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
    return [...first, ...rest.slice(0, MOST_LABELS)];
  }

  function labels(ctx) {
    const zoom = scale();
    placed = [];
    const grid = new Map();
    const each = (boxed, visit) => {
      for (let x = Math.floor(boxed[0] / 120); x <= Math.floor(boxed[2] / 120); x += 1) {
        for (let y = Math.floor(boxed[1] / 40); y <= Math.floor(boxed[3] / 40); y += 1) visit(x * 1000003 + y);
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
      each(boxed, (key) => { if (grid.has(key)) grid.get(key).push(boxed); else grid.set(key, [boxed]); });
    };
    const at = (node) => ({ x: spotOf(node).x * zoom, y: spotOf(node).y * zoom, r: marks.radius(node) * sheet.zoomed() });
    for (const node of shown) {
      const { x, y, r } = at(node);
      take([x - r, y - r, x + r, y + r, node, true]);
    }
    const nought = sheet.at({ x: 0, y: 0 });
    const inSight = (left, wide) => left + nought.x >= 2 && left + wide + nought.x <= canvas.clientWidth - 2;
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
      const fits = (discs) => ([left, top]) => inSight(left, wide) && free([left - 2, top, left + wide + 2, top + tall, node], discs);
      const matters = chosen || near.has(node) || marks.radius(node) > 8;
      const spot = spots.find(fits(true)) || (matters ? spots.find(fits(false)) : null) || (chosen ? spots.find(([left]) => inSight(left, wide)) || spots[0] : null);
      if (!spot) continue;
      take([spot[0] - 2, spot[1], spot[0] + wide + 2, spot[1] + tall, node]);
      placed.push({ node, text, font, x: spot[0] - x, y: spot[1] + tall / 2 - y });
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

  function chosenLines(events) {
    if (state.net === "names") return ties(events).map(withWords);
    const inside = new Set([...shown].map((node) => node.number));
    return story.edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to));
  }

  function neighbours() {
    const found = new Set(onPath());
    const node = state.selected;
    if (!node) return found;
    if (node.isEvent) choice.namesOf(node).forEach((name) => found.add(name));
    for (const line of lines) if (line.from === node.number || line.to === node.number) found.add(story.nodes[line.from]).add(story.nodes[line.to]);
    return found;
  }

  function place(visible) {
    const { events, nodes: all } = visible;
    const names = state.net === "names";
    if (names) {
      lines = chosenLines(events);
      const tied = new Set(lines.flatMap((line) => [line.from, line.to]));
      shown = all.filter((node) => !node.isEvent && (tied.has(node.number) || node === state.selected));
      const inside = new Set(shown.map((node) => node.number));
      lines = strongest(lines.filter((line) => inside.has(line.from) && inside.has(line.to)));
      spread = shown.length * 1.5 < story.names.length ? evened(shown) : new Map();
    } else {
      shown = all.filter((node) => !node.isEvent || node.links.length || node === state.selected);
      lines = chosenLines(events);
    }
  }

  // Of very many lines those of each name with most events, and all of the chosen name and path.
  function strongest(all) {
    if (all.length <= MOST_LINES) return all;
    const ranked = [...all].sort((one, other) => other.events.length - one.events.length || (one.id < other.id ? -1 : 1));
    const counts = new Map();
    const kept = new Set();
    const must = new Set([state.selected, ...onPath()].filter(Boolean).map((node) => node.number));
    for (const line of ranked) {
      const own = [line.from, line.to].map((end) => counts.get(end) || 0);
      if (Math.min(...own) >= LINES_EACH && !must.has(line.from) && !must.has(line.to)) continue;
      kept.add(line);
      [line.from, line.to].forEach((end, at) => counts.set(end, own[at] + 1));
    }
    return all.filter((line) => kept.has(line));
  }

  // A part of a large layout over the room there is: who lies left of whom stays, crowds are drawn apart.
  function evened(some) {
    const wide = 150 * Math.sqrt(some.length);
    const along = (axis) => {
      const sorted = [...some].sort((one, other) => one.alone[axis] - other.alone[axis] || one.number - other.number);
      const [low, high] = [sorted[0]?.alone[axis], sorted.at(-1)?.alone[axis]];
      return new Map(sorted.map((node, at) => [node, wide * (0.75 * (at / Math.max(1, some.length - 1)) + (0.25 * (node.alone[axis] - low)) / Math.max(1, high - low))]));
    };
    const [xs, ys] = [along("x"), along("y")];
    const places = new Map(some.map((node) => [node, { x: xs.get(node) * 1.15, y: ys.get(node) * 0.85 }]));
    for (let round = 0; round < 25; round += 1) if (!pushed(some, places)) break;
    return places;
  }

  function pushed(some, places) {
    let moved = false;
    const sorted = [...some].sort((one, other) => places.get(one).x - places.get(other).x || one.number - other.number);
    sorted.forEach((node, at) => {
      const one = places.get(node);
      for (let next = at + 1; next < sorted.length && places.get(sorted[next]).x - one.x < 110; next += 1) {
        const other = places.get(sorted[next]);
        const lack = 46 - Math.abs(other.y - one.y);
        if (lack <= 0 || Math.abs(other.x - one.x) >= 110) continue;
        const push = (other.y >= one.y ? 1 : -1) * (lack / 2 + 0.5);
        one.y -= push;
        other.y += push;
        moved = true;
      }
    });
    return moved;
  }

  // How a line is drawn; what all have in common amid events is said once.
  function threads() {
    const names = state.net === "names";
    const own = (line) => ({ wide: line.wide, colour: line.family ? ink[line.family] : ink.thread, over: ink.ink, opacity: near.size ? 0.18 : 0.5 });
    return {
      common: { wide: 1, colour: ink.thread, chosen: ink.accent, over: ink.soft, opacity: near.size ? 0.45 : 0.9 },
      arrows: !names,
      ground: ink.ground,
      lines: lines.map((line) => ({ id: line.id, from: line.from, to: line.to, dashed: names ? !line.stated : line.dashes, style: names ? own(line) : null })),
    };
  }

  function draw(visible, now, act) {
    state = now;
    ink = marks.colours();
    place(visible);
    near = neighbours();
    if (!sheet) canvas.addEventListener("keydown", (press) => keys(press, act));
    const before = sheet;
    sheet = sheets.of(canvas, shown.length, handlers(act));
    for (const button of document.querySelectorAll("[data-net]")) button.setAttribute("aria-pressed", String(button.dataset.net === state.net));
    const key = `${state.net}:${shown.map((node) => node.number).join()}`;
    const fresh = key !== drawn || sheet !== before;
    drawn = key;
    if (fresh) hovered = null;
    if (fresh) sheet.put(shown.map((node) => ({ id: node.number, ...spotOf(node) })));
    sheet.join(threads());
    if (fresh) fit();
    sheet.redraw();
  }

  const calm = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;
  function fit() {
    const labels = Math.min(260, canvas.clientWidth * 0.3);
    sheet.fit(1.3, Math.min(0.9, 1 - labels / canvas.clientWidth));
  }

  function zoom(how) {
    if (!sheet) return;
    if (how === "fit") fit();
    else sheet.go({ scale: scale() * (how === "in" ? 1.4 : 1 / 1.4), moving: calm() });
  }

  function reveal(node) {
    if (!sheet || !shown.includes(node)) return;
    const spot = sheet.at(spotOf(node));
    const open = canvas.clientHeight * uncovered();
    const inside = spot.x > 60 && spot.y > 30 && spot.x < canvas.clientWidth - 100 && spot.y < open - 30;
    if (inside && scale() > 0.45) return;
    sheet.go({ to: spotOf(node), offset: { x: 0, y: (open - canvas.clientHeight) / 2 }, scale: Math.max(0.8, scale()), moving: calm() });
  }

  // Where a node is on the screen.
  function spot(node) {
    const inside = sheet.at(spotOf(node));
    const frame = canvas.getBoundingClientRect();
    return { x: frame.x + inside.x, y: frame.y + inside.y };
  }

  // The same picture as paths: what is on the screen, at the size it has there.
  function picture() {
    const { clientWidth: width, clientHeight: height } = canvas;
    const at = (node) => sheet.at(spotOf(node));
    const drawLine = (line) => {
      const [one, other] = [at(story.nodes[line.from]), at(story.nodes[line.to])];
      return el("svg:line", { x1: one.x, y1: one.y, x2: other.x, y2: other.y, stroke: line.family ? ink[line.family] : ink.thread, "stroke-width": line.wide || 1, "stroke-opacity": 0.5, "stroke-dasharray": (state.net === "names" ? !line.stated : line.dashes) ? "5 4" : null });
    };
    const zoomed = sheet.zoomed();
    const drawNode = (node) => {
      const { x, y } = at(node);
      const { shape, r, fill, line, wide } = look(node.number);
      return el("svg:path", { d: marks.path(shape, r), transform: `translate(${x},${y}) scale(${zoomed})`, fill, stroke: line, "stroke-width": wide });
    };
    const words = placed.map(({ node, text, x, y, font }) => {
      const spot = at(node);
      const own = { x: spot.x + x, y: spot.y + y };
      return el("svg:text", { ...own, "dominant-baseline": "central", style: `font:${font}`, fill: node.isEvent ? ink[node.kind.family] : ink.ink, stroke: ink.ground, "stroke-width": 3, "paint-order": "stroke" }, text);
    });
    return el("svg:svg", { width, height, viewBox: `0 0 ${width} ${height}` }, el("svg:rect", { width, height, fill: ink.ground }), lines.map(drawLine), shown.map(drawNode), words);
  }

  return { draw, picture, reveal, spot, zoom };
})();

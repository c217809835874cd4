"use strict";

// Time across, one lane a name: each event stands in the lane of whoever does it, a line leads to the others it joins.
const storyline = (() => {
  const FONT = "12.5px system-ui, sans-serif";
  const ROW = 25;
  const GUTTER = 34;
  const TRACKS = 4;
  const LANES = 12;
  const HEAD = 46;
  const LANE_ROLES = { agent: 3, target: 2, recipient: 2, beneficiary: 1 };
  const box = document.getElementById("story");
  const open = new Set();
  let more = 0;
  let items = [];
  let last = null;
  let begun = false;

  const onPath = () => (choice.state.path ? paths.found(choice.state).nodes : []);

  function lanesOf(events, { hidden, selected }) {
    const score = new Map();
    for (const event of events) {
      for (const { role, node } of event.roles) {
        if (node.isEvent || !LANE_ROLES[role] || hidden(node)) continue;
        score.set(node, (score.get(node) || 0) + LANE_ROLES[role] * (event.kind.family === "speech" ? 0.5 : 1) * (event.first ? 3 : 1) * Math.max(1, event.sources));
      }
    }
    const weight = (node) => score.get(node) * (1 + Math.log2(1 + (node.mentions || 0)));
    const ranked = [...score.keys()].sort((one, other) => weight(other) - weight(one) || one.number - other.number);
    const lanes = ranked.slice(0, LANES + more);
    for (const node of [selected, ...onPath()]) if (score.has(node) && !lanes.includes(node)) lanes.push(node);
    return { lanes, rest: Math.max(0, ranked.length - lanes.length) };
  }

  function columnsOf(events) {
    const dated = events.filter((event) => event.first);
    const levels = [(event) => event.time, (event) => event.first.slice(0, 7), (event) => event.first.slice(0, 4)];
    const key = levels.find((level) => new Set(dated.map(level)).size <= 40) || levels[2];
    const columns = new Map();
    for (const event of dated) {
      const name = key(event);
      const known = columns.get(name);
      if (known) known.first = known.first < event.first ? known.first : event.first;
      else columns.set(name, { key: name, first: event.first, title: dates.words(name) });
    }
    const sorted = [...columns.values()].sort((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : one.key < other.key ? -1 : 1));
    sorted.forEach((column, at) => { column.after = at ? dates.later(dates.days(sorted[at - 1].first, column.first)) : ""; });
    if (events.length > dated.length) sorted.push({ key: "?", title: "Day not stated", after: "" });
    return { columns: sorted, of: (event) => (event.first ? key(event) : "?") };
  }

  // Where anything is stated of an event, who is only claimed to be in it gives it neither its lane nor its words.
  function fillers(event, roles) {
    const sure = event.roles.some(({ stated }) => stated);
    const held = event.roles.filter(({ role, node, stated }) => roles.includes(role) && !node.isEvent && (stated || !sure));
    return held.map(({ node }) => node).sort((one, other) => one.number - other.number);
  }

  function home(event, lanes) {
    const order = [...fillers(event, ["agent"]), ...fillers(event, ["target", "recipient", "beneficiary"])];
    return order.find((node) => lanes.has(node)) || null;
  }

  // A name inside a line must not turn the rest of it.
  const apart = (node) => `\u2068${node.label}\u2069`;

  function words(event, lane) {
    const kind = brief(event);
    const doers = fillers(event, ["agent"]);
    const objects = [...fillers(event, ["target"]), ...fillers(event, ["recipient", "beneficiary", "destination", "origin", "place"])].filter((node) => node !== lane);
    if (lane && doers.includes(lane)) {
      if (event.quote) return `“${event.quote}”`;
      return objects.length ? `${kind} → ${apart(objects[0])}` : kind;
    }
    if (lane) return doers.length ? `${kind} ← ${apart(doers[0])}` : kind;
    const who = doers[0] || objects[0];
    return who ? `${kind} · ${apart(who)}` : kind;
  }

  function cells(events, lanes, columns) {
    const index = new Map(lanes.map((lane, at) => [lane, at]));
    const grid = new Map();
    for (const event of events) {
      const lane = home(event, index);
      const key = `${lane ? lane.id : "*"}\n${columns.of(event)}`;
      if (!grid.has(key)) grid.set(key, []);
      grid.get(key).push(event);
    }
    return grid;
  }

  function place(events, state) {
    const { lanes, rest } = lanesOf(events, state);
    const columns = columnsOf(events);
    const grid = cells(events, lanes, columns);
    const rows = [...lanes, null].filter((lane) => columns.columns.some((column) => grid.has(`${lane ? lane.id : "*"}\n${column.key}`)) || lane);
    let top = 0;
    const layout = rows.map((lane) => {
      const shown = columns.columns.map((column) => {
        const key = `${lane ? lane.id : "*"}\n${column.key}`;
        const all = grid.get(key) || [];
        const fits = column.key === "?" ? 1 : 3;
        const most = open.has(key) ? all.length : all.length > fits + 1 ? fits : fits + 1;
        const kept = all.filter((event, at) => at < most || event === state.selected);
        return { key, kept, left: all.length - kept.length, opened: open.has(key) && all.length > fits + 1 };
      });
      const lines = Math.max(1, ...shown.map((cell) => cell.kept.length + (cell.left || cell.opened ? 1 : 0)));
      const row = { lane, top, height: Math.max(52, lines * ROW + 14), shown };
      top += row.height;
      return row;
    });
    widen(columns.columns, layout);
    return { columns: columns.columns, height: top, layout, rest };
  }

  // Columns are as wide as what stands in them; what room is left goes to all.
  function widen(columns, layout) {
    columns.forEach((column, at) => {
      const texts = layout.flatMap((row) => row.shown[at].kept.map((event) => marks.width(words(event, row.lane), FONT)));
      column.wide = Math.max(112, Math.min(250, Math.ceil(Math.max(0, ...texts)) + GUTTER + 40));
    });
    const room = box.clientWidth - laneWidth() - columns.reduce((sum, column) => sum + column.wide, 0);
    const extra = Math.max(0, Math.min(90, Math.floor(room / columns.length)));
    let left = 0;
    for (const column of columns) {
      column.wide += extra;
      column.left = left;
      left += column.wide;
    }
  }

  const laneWidth = () => (window.innerWidth < 700 ? 116 : 164);

  function draw({ events }, state, act) {
    const { columns, height, layout, rest } = place(events, state);
    last = { events, state, act, layout, height };
    items = [];
    const width = columns.reduce((sum, column) => sum + column.wide, 0);
    const heads = el("svg:svg", { class: "days", width, height: HEAD, "aria-hidden": "true" });
    const body = el("svg:svg", { class: "lanes", width, height, role: "group", "aria-label": "Events by day and name; arrow keys go from mark to mark" });
    columns.forEach((column) => {
      const { left, wide: across } = column;
      const undated = column.key === "?" ? " undated" : "";
      heads.append(el("svg:text", { x: left + GUTTER, y: 20, class: `day${undated}` }, marks.cut(column.title, across - GUTTER - 4, "600 13px system-ui, sans-serif")));
      if (column.after) heads.append(el("svg:text", { x: left + GUTTER, y: 37, class: "later" }, column.after));
      if (undated) body.append(el("svg:rect", { x: left, y: 0, width: across, height, class: "undated" }));
      body.append(el("svg:line", { x1: left + 0.5, x2: left + 0.5, y1: 0, y2: height, class: "rule" }));
    });
    const ties = el("svg:g", { class: "ties" });
    body.append(ties);
    const tops = el("div", { class: "names", style: `height:${height}px` });
    for (const row of layout) {
      body.append(el("svg:line", { x1: 0, x2: width, y1: row.top + row.height - 0.5, y2: row.top + row.height - 0.5, class: "rule" }));
      tops.append(laneName(row, state, act));
      row.shown.forEach((cell, at) => drawCell(body, cell, row, columns[at], state, act));
    }
    drawTies(ties, layout, columns, state);
    const corner = el("div", { class: "corner" }, rest ? el("button", { type: "button", class: "quiet", onclick: () => { more += 8; act.redraw(); } }, `${rest} more lanes`) : el("span", {}, ""));
    const keep = [box.scrollLeft, box.scrollTop];
    box.replaceChildren(el("div", { class: "grid", style: `--lane:${laneWidth()}px` }, corner, heads, tops, body));
    [box.scrollLeft, box.scrollTop] = keep;
    if (!begun) toMiddle(columns);
    rove(state);
    if (!events.length) box.append(el("p", { class: "empty" }, "No event passes the filters."));
  }

  function laneName(row, state, act) {
    const style = `top:${row.top}px;height:${row.height}px`;
    if (!row.lane) return el("p", { class: "lane others", style }, "Everyone else");
    const chosen = state.selected === row.lane || onPath().includes(row.lane);
    return el("button", { type: "button", class: "lane", style, "aria-pressed": String(chosen), title: row.lane.label, onclick: (event) => act.select(row.lane, event) },
      marks.iconOf(row.lane), el("span", { class: "lane-label" }, said(row.lane.label)));
  }

  function drawCell(body, cell, row, { left, wide: across }, state, act) {
    cell.kept.forEach((event, line) => {
      const x = left + GUTTER + 4;
      const y = row.top + 7 + line * ROW + ROW / 2;
      const text = marks.cut(words(event, row.lane), across - GUTTER - 36, FONT);
      const chosen = state.selected === event;
      const many = marks.radius(event) > 7;
      const group = el("svg:g", {
        class: `event${chosen ? " chosen" : ""}${event.status === "Actual" ? "" : " unsure"}`,
        transform: `translate(${x},${y})`, role: "button", tabindex: -1, "data-node": event.id,
        "aria-pressed": String(chosen), "aria-label": `${event.label} ${text}${many ? event.sources : ""}. ${STATUS[event.status]}, ${plural(event.sources, "source")}`,
        onclick: (click) => act.select(event, click),
        onkeydown: (press) => keys(press, act),
      },
      el("svg:title", {}, event.label),
      el("svg:rect", { x: -14, y: -ROW / 2 + 1, width: across - GUTTER - 2, height: ROW - 2, rx: 5, class: "hit" }),
      el("svg:path", { d: marks.path(event.status, marks.radius(event)), class: `mark ${event.kind.family} ${event.status}` }));
      group.append(el("svg:text", { x: 16, y: 4.5, class: "what" }, text));
      if (many) group.append(el("svg:text", { class: "sources", y: 3.5, "text-anchor": "middle" }, String(event.sources)));
      body.append(group);
      items.push({ x, y, event, group, lane: row.lane });
    });
    if (cell.left || cell.opened) {
      const y = row.top + 7 + cell.kept.length * ROW + ROW / 2;
      const turn = () => { (cell.opened ? open.delete(cell.key) : open.add(cell.key)); act.redraw(); };
      const name = cell.opened ? "fewer" : `${cell.left} more`;
      body.append(el("svg:g", {
        class: "unfold", transform: `translate(${left + GUTTER + 4},${y})`, role: "button", tabindex: 0, "aria-label": cell.opened ? "Show fewer" : `Show ${name} in this lane`,
        onclick: turn, onkeydown: (press) => { if (press.key === "Enter" || press.key === " ") { press.preventDefault(); turn(); } },
      }, el("svg:rect", { x: -14, y: -ROW / 2 + 1, width: 90, height: ROW - 2, rx: 5, class: "hit" }), el("svg:text", { x: 16, y: 4.5 }, cell.opened ? "fewer" : `+ ${name}`)));
    }
  }

  // Lines to the other lanes of an event run beside its column, each on a track of its own.
  function drawTies(ties, layout, columns, state) {
    const tops = new Map(layout.filter((row) => row.lane).map((row) => [row.lane, row]));
    columns.forEach(({ left, wide }) => {
      const tracks = Array.from({ length: TRACKS }, () => []);
      const here = items.filter((item) => item.x > left && item.x < left + wide);
      here.sort((one, other) => other.event.sources - one.event.sources || one.y - other.y);
      for (const item of here) {
        const others = [...new Map(item.event.roles.filter(({ role, node }) => LANE_ROLES[role] && tops.has(node) && node !== item.lane).map((tie) => [tie.node, tie])).values()];
        if (!others.length) continue;
        const chosen = state.selected === item.event;
        const ends = others.map((tie) => ({ ...tie, y: tops.get(tie.node).top + 12 }));
        const span = [Math.min(item.y, ...ends.map((end) => end.y)) - 6, Math.max(item.y, ...ends.map((end) => end.y)) + 6];
        let track = tracks.findIndex((taken) => taken.every(([from, to]) => span[1] < from || span[0] > to));
        if (track < 0 && !chosen && item.event !== state.selected) continue;
        track = Math.max(track, 0);
        tracks[track].push(span);
        const x = left + 6 + track * 5.5;
        const group = el("svg:g", { class: `tie ${item.event.kind.family}${chosen ? " chosen" : ""}` });
        for (const end of ends) {
          group.append(el("svg:path", { d: `M${item.x - marks.radius(item.event)},${item.y}L${x + 4},${item.y}Q${x},${item.y} ${x},${item.y + Math.sign(end.y - item.y) * 4}L${x},${end.y}`, class: end.stated ? "" : "claimed" }));
          group.append(el("svg:circle", { cx: x, cy: end.y, r: chosen ? 3.5 : 2.5 }));
        }
        ties.append(group);
      }
    });
  }

  // The page opens where most is told, not in the distant past.
  function toMiddle(columns) {
    begun = true;
    if (box.scrollWidth <= box.clientWidth) return;
    const seen = box.clientWidth - laneWidth();
    const told = (left) => items.reduce((sum, { x, event }) => sum + (event.first && x > left && x + 90 < left + seen ? event.sources : 0), 0);
    const best = columns.reduce((most, { left }) => (told(left) > told(most) ? left : most), 0);
    box.scrollLeft = best;
  }

  function rove(state) {
    const chosen = items.find((item) => item.event === state.selected) || items[0];
    if (chosen) chosen.group.setAttribute("tabindex", "0");
  }

  function keys(press, act) {
    const item = items.find((each) => each.group === press.currentTarget);
    if (press.key === "Enter" || press.key === " ") {
      press.preventDefault();
      act.select(item.event, press);
    } else if (press.key.startsWith("Arrow")) {
      press.preventDefault();
      const next = nearest(items, item, press.key);
      if (next) {
        item.group.setAttribute("tabindex", "-1");
        next.group.setAttribute("tabindex", "0");
        next.group.focus();
      }
    }
  }

  function reveal(node) {
    const item = items.find((each) => each.event === node);
    if (!item) return;
    const seen = { width: box.clientWidth - laneWidth(), height: box.clientHeight * uncovered() - HEAD };
    const [x, y] = [item.x - box.scrollLeft, item.y - box.scrollTop];
    if (x < 40 || x > seen.width - 160) box.scrollLeft = Math.max(0, item.x - 60);
    if (y < 20 || y > seen.height - 20) box.scrollTop = Math.max(0, item.y - seen.height / 2);
  }

  const resized = () => { if (last && !box.hidden) draw(last, last.state, last.act); };

  // All lanes and days as one picture, with the names as text.
  function picture() {
    const [heads, body] = [...box.querySelectorAll("svg.days, svg.lanes")];
    const lane = 200;
    const [width, height] = [lane + Number(body.getAttribute("width")), HEAD + last.height];
    const ink = marks.colours();
    const titles = last.layout.map((row) => el("svg:text", { x: 12, y: HEAD + row.top + 24, fill: row.lane ? ink.ink : ink.soft, style: "font:600 13px sans-serif" }, marks.cut(row.lane ? row.lane.label : "Everyone else", lane - 20, "600 13px sans-serif")));
    return el("svg:svg", { width, height, viewBox: `0 0 ${width} ${height}` }, el("svg:rect", { width, height, fill: ink.ground }),
      el("svg:g", { transform: `translate(${lane},0)` }, ...saving.inlined(heads).childNodes), el("svg:g", { transform: `translate(${lane},${HEAD})` }, ...saving.inlined(body).childNodes), titles);
  }

  return { draw, picture, resized, reveal };
})();

"use strict";

// What marks and lines are drawn on. vis-network's canvas takes all that a page opens on; more marks than it moves with ease
// are points of sigma's, where the browser draws with WebGL and the page holds sigma.
//
// A sheet puts marks ({ id, x, y }), joins them, tells its `scale` (pixels a unit) and where a place is on it (`at`), and goes
// where it is told. It asks `part` for looks, and to paint under and over its marks in the units of their places.
const sheets = (() => {
  const MANY = 1500;
  const made = new Map();

  function of(canvas, count, part) {
    const make = count > MANY && points.usable() ? points.make : plain;
    if (!made.has(make)) {
      const box = el("div", { class: "sheet" });
      canvas.append(box);
      made.set(make, { box, sheet: make(box, part) });
    }
    for (const [other, { box }] of made) box.hidden = other !== make;
    return made.get(make).sheet;
  }

  function plain(box, part) {
    const options = JSON.parse(document.getElementById("network-options").textContent);
    const nodes = new vis.DataSet();
    const edges = new vis.DataSet();
    const drawing = new vis.Network(box, { nodes, edges }, { ...options, nodes: { shape: "custom", ctxRenderer: renderer, label: undefined } });
    const scale = () => drawing.getScale();
    const zoomed = () => Math.min(1.25, Math.max(0.8, scale()));

    function renderer({ ctx, id, x, y }) {
      const { shape, r, fill, line, wide, alpha } = part.look(id);
      const zoom = zoomed() / scale();
      const drawNode = () => {
        const path = new Path2D(marks.path(shape, r));
        ctx.save();
        ctx.translate(x, y);
        ctx.scale(zoom, zoom);
        ctx.globalAlpha = alpha;
        ctx.fillStyle = fill;
        ctx.strokeStyle = line;
        ctx.lineWidth = wide;
        ctx.fill(path);
        ctx.stroke(path);
        ctx.restore();
      };
      return { drawNode, nodeDimensions: { width: 2 * r * zoom, height: 2 * r * zoom } };
    }

    drawing.on("click", ({ nodes: hit, edges: lined, event }) => {
      if (hit.length) part.mark(hit[0], event.srcEvent);
      else if (lined.length) part.line(lined[0]);
    });
    drawing.on("beforeDrawing", part.under);
    drawing.on("afterDrawing", part.over);
    drawing.on("hoverNode", ({ node }) => part.hover({ mark: node }));
    drawing.on("hoverEdge", ({ edge }) => part.hover({ line: edge }));
    for (const gone of ["blurNode", "blurEdge"]) drawing.on(gone, () => part.hover({}));

    const styled = ({ wide, colour, over, opacity }, chosen) => ({ width: wide, color: { color: colour, highlight: chosen, hover: over, opacity } });
    function join({ lines, common, arrows }) {
      edges.clear();
      edges.add(lines.map(({ id, from, to, dashed, style }) => ({ id, from, to, dashes: dashed, ...(style && { ...styled(style, common.chosen), arrows: { to: { enabled: arrows } } }) })));
      drawing.setOptions({ edges: { ...options.edges, ...styled(common, common.chosen) } });
    }
    function go({ to, offset, scale: wanted, moving }) {
      drawing.moveTo({ ...(to && { position: to, offset }), scale: wanted, animation: moving && { duration: 250, easingFunction: "easeInOutQuad" } });
    }
    function fit(most, part) {
      drawing.fit({ maxZoomLevel: most, animation: false });
      drawing.moveTo({ scale: scale() * part });
    }
    const put = (placed) => {
      nodes.clear();
      nodes.add(placed);
    };
    return { at: (spot) => drawing.canvasToDOM(spot), fit, go, join, put, redraw: () => drawing.redraw(), scale, zoomed };
  }

  return { of };
})();

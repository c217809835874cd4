"use strict";

// Marks as paths around nought, for SVG and canvas alike. Shape tells status, colour tells family; names are drawn in ink.
const marks = (() => {
  const round = (r) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
  const shapes = {
    Actual: round,
    Planned: (r) => `M${-0.8 * r},${-r}L${1.15 * r},0L${-0.8 * r},${r}Z`,
    Possible: (r) => `M0,${-1.2 * r}L${1.2 * r},0L0,${1.2 * r}L${-1.2 * r},0Z`,
    Hypothetical: (r) => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}Z`,
    Negative: (r) => `${round(r)}M${-0.6 * r},${-0.6 * r}L${0.6 * r},${0.6 * r}M${0.6 * r},${-0.6 * r}L${-0.6 * r},${0.6 * r}`,
    people: (r) => `M${-r},${r}a${r},${r} 0 0,1 ${2 * r},0ZM${-0.5 * r},${-0.55 * r}a${0.5 * r},${0.5 * r} 0 1,0 ${r},0a${0.5 * r},${0.5 * r} 0 1,0 ${-r},0Z`,
    bodies: (r) => `M${-0.85 * r},${-0.85 * r}h${1.7 * r}v${1.7 * r}h${-1.7 * r}Z`,
    places: (r) => `M0,${1.25 * r}L${-0.75 * r},${-0.1 * r}a${0.82 * r},${0.82 * r} 0 1,1 ${1.5 * r},0Z`,
  };
  const shapeOf = (node) => (node.isEvent ? node.status : node.kind.group);
  // Marks of names are as large as on a small page where much is told: the most named one fills the scale.
  let scale = 0;
  const crowded = () => (scale ||= Math.min(1, 38 / Math.max(1, ...story.names.map((node) => node.mentions || 0))));
  const radius = (node) => (node.isEvent ? Math.min(11, 4 + 2.4 * Math.sqrt(Math.max(0, node.sources - 1))) : Math.min(13, 5 + 1.3 * Math.sqrt((node.mentions || 0) * crowded())));
  const path = (shape, r) => (shapes[shape] || shapes.Actual)(Math.round(r * 10) / 10);
  const family = (node) => (node.isEvent ? node.kind.family : "name");

  function icon(shape, familyName) {
    const mark = el("svg:path", { d: path(shape, 5), class: `mark ${familyName} ${shape}` });
    return el("svg:svg", { class: "icon", viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" }, mark);
  }
  const iconOf = (node) => icon(shapeOf(node), family(node));

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const names = ["force", "dispute", "accord", "aid", "speech", "other", "name", "ink", "soft", "thread", "ground", "accent", "land", "border", "sea"];
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  }

  const pen = document.createElement("canvas").getContext("2d");
  function width(text, font) {
    pen.font = font;
    return pen.measureText(text).width;
  }
  function cut(text, most, font) {
    if (width(text, font) <= most) return text;
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (width(`${text.slice(0, middle).trimEnd()}…`, font) <= most) low = middle;
      else high = middle - 1;
    }
    return `${text.slice(0, low).trimEnd()}…`;
  }

  return { colours, cut, family, icon, iconOf, path, radius, shapeOf, width };
})();

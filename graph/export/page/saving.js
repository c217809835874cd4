"use strict";

// The visible events out as a picture, a table or triples; nothing leaves the browser but as a file the reader saves.
const saving = (() => {
  const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "font-family", "font-size", "font-style", "font-weight", "text-anchor"];

  function offer(name, type, content) {
    const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  // pictures

  // A copy that needs no style sheet.
  function inlined(element) {
    const copy = element.cloneNode(false);
    const style = getComputedStyle(element);
    if (element.tagName !== "svg") for (const name of STYLES) if (style.getPropertyValue(name)) copy.style.setProperty(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "aria-label", "aria-pressed", "data-node"]) copy.removeAttribute(name);
    for (const child of element.childNodes) copy.append(child.nodeType === Node.TEXT_NODE ? child.cloneNode() : inlined(child));
    return copy;
  }

  const source = (picture) => new XMLSerializer().serializeToString(picture);

  function raster(picture) {
    const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
    const times = Math.min(2, 8000 / Math.max(width, height));
    const image = new Image();
    image.onload = () => {
      const canvas = el("canvas", { width: Math.round(width * times), height: Math.round(height * times) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => offer("newsgraph.png", "image/png", blob));
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source(picture))}`;
  }

  // tables

  // A spreadsheet runs no cell that begins with an apostrophe; numbers stay numbers.
  const harmless = (cell) => (typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell));
  const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  const line = (cells) => cells.map((cell) => quoted(harmless(cell))).join(",");
  const filled = (event, roles) => event.roles.filter(({ role, node }) => roles.includes(role) && !node.isEvent).map(({ node }) => node.label).join("; ");
  const COLUMNS = [
    ["event", (event) => event.id], ["time", (event) => event.time || ""], ["type", (event) => event.kind.id], ["label", (event) => event.label],
    ["who", (event) => filled(event, ["agent"])], ["whom", (event) => filled(event, ["target", "recipient", "beneficiary"])],
    ["where", (event) => filled(event, ["place", "destination", "origin"])],
    ["latitude", (event) => story.spotOf(event)?.at?.[0] ?? ""], ["longitude", (event) => story.spotOf(event)?.at?.[1] ?? ""],
    ["figures", (event) => event.figures.map((found) => `${story.label(found.figure)} ${figureWords(found)}`).join("; ")],
    ["status", (event) => event.status], ["sources", (event) => event.sources], ["confidence", (event) => event.surest || ""],
    ["outlets", (event) => [...event.outlets].filter((key) => key !== "?").map((key) => story.outlets[Number(key)]).join("; ")],
    ["quote", (event) => event.quote || event.claims[0]?.text || ""],
  ];
  const csv = (events) => `${[COLUMNS.map(([name]) => name).join(","), ...events.map((event) => line(COLUMNS.map(([, value]) => value(event))))].join("\r\n")}\r\n`;

  // triples

  const iri = (address) => `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => encodeURIComponent(sign).replace(/^(.)$/, (own) => `%${own.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`))}>`;
  const own = (node) => iri(story.base + node.id);
  const term = (name) => iri(story.vocabulary + name);
  const literal = (text) => `"${text.replace(/[\\"\n\r\t]/g, (sign) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[sign])}"`;

  function about(node, shown) {
    const says = [["a", term(node.kind.id)], ["rdfs:label", literal(node.label)]];
    if (node.time) says.push([term("time"), literal(node.time)]);
    if (node.isEvent) {
      const modality = node.status === "Negative" ? [["polarity", "Negative"]] : [["modality", node.status], ["polarity", "Positive"]];
      for (const [name, value] of modality) says.push([term(name), term(value)]);
      says.push([term("independentSources"), String(node.sources)]);
    }
    for (const edge of node.links) if (edge.from === node.number && !edge.dashes && shown.has(story.nodes[edge.to])) says.push([term(edge.role), own(story.nodes[edge.to])]);
    return `${own(node)} ${says.map((pair) => pair.join(" ")).join(" ;\n  ")} .`;
  }

  // What stands as fact among the visible; what is only claimed stays in the files of the build.
  function turtle(nodes) {
    const shown = new Set(nodes);
    return `@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n${nodes.map((node) => about(node, shown)).join("\n\n")}\n`;
  }

  function save(form, { view, events, nodes }) {
    if (form === "csv") offer("newsgraph.csv", "text/csv;charset=utf-8", csv(events));
    if (form === "ttl") offer("newsgraph.ttl", "text/turtle;charset=utf-8", turtle(nodes));
    if (form === "svg") offer("newsgraph.svg", "image/svg+xml", source(view.picture()));
    if (form === "png") raster(view.picture());
  }

  // To the clipboard; a page from disk may have none but the old way.
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = el("textarea", { class: "unseen", "aria-hidden": "true" });
      document.body.append(field);
      field.value = text;
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }

  return { copied, csv, inlined, offer, save, turtle };
})();

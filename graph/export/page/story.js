"use strict";

// The data of the page, its tables joined; every text stays text.
const story = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("story-data");
  const drawn = read("network-data");
  const names = data.entities.length;
  const word = (number) => data.words[number];

  // Letters alone: no marks, no apostrophes, no capitals.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’'ʿʾ`‘]/g, "").toLowerCase();

  const nodes = drawn.nodes.map(([title, x, y, ...alone], number) => {
    const own = number < names ? data.entities[number] : data.events[number - names];
    const node = { ...own, number, label: title, amid: { x, y }, alone: { x: alone[0], y: alone[1] }, isEvent: number >= names, kind: data.kinds[own.kind] };
    node.claims = [];
    node.said = [];
    node.links = [];
    return node;
  });

  const claims = data.claims.map((row, number) => {
    const claim = { number };
    data.fields.forEach((field, column) => { claim[field] = row[column]; });
    claim.predicate = word(claim.predicate);
    claim.stance = word(claim.stance);
    claim.status = word(claim.status);
    claim.cue = claim.cue === null ? "" : word(claim.cue);
    claim.text = data.texts[claim.text];
    claim.extra = claim.extra || {};
    claim.article = claim.article === null ? null : data.articles[claim.article];
    claim.speaker = claim.speaker === null ? null : nodes[claim.speaker];
    claim.target = typeof claim.object === "number" ? nodes[claim.object] : null;
    claim.subject = nodes[claim.subject];
    return claim;
  });

  data.articles.forEach((article, number) => {
    article.number = number;
    article.outletKey = article.outlet === undefined ? "?" : String(article.outlet);
    article.outletName = article.outlet === undefined ? "" : data.outlets[article.outlet];
    article.title = article.headline || "Article without a headline";
  });

  for (const claim of claims) {
    claim.subject.claims.push(claim);
    if (claim.target && !claim.target.isEvent && !claim.subject.isEvent) claim.target.claims.push(claim);
    if (claim.speaker) claim.speaker.said.push(claim);
  }

  for (const node of nodes) {
    node.places = (node.places || []).map(([article, begin, end, words]) => ({ article: data.articles[article], begin, end, words: data.texts[words] }));
    if (!node.isEvent) {
      node.events = [];
      node.spelled = (node.spelled || []).map(([text, outlet, count]) => ({ words: data.texts[text], outlet: outlet < 0 ? "" : data.outlets[outlet], count }));
      continue;
    }
    node.status = word(node.status);
    node.sources = node.sources || 0;
    node.quote = node.quote === undefined ? "" : data.texts[node.quote];
    node.figures = (node.figures || []).map(([figure, ...values]) => ({ figure: word(figure), values }));
    node.outlets = new Set((node.outlets || []).map((outlet) => (outlet < 0 ? "?" : String(outlet))));
    node.stances = new Set((node.stances || []).map(word));
    node.roles = (node.roles || []).map(([role, filler, stated]) => ({ role: word(role), node: nodes[filler], stated: Boolean(stated) }));
    node.leadsTo = node.leadsTo || [];
    node.mentions = (node.mentions || []).map((number) => nodes[number]);
    node.disagreements = [];
  }

  for (const event of nodes.slice(names)) {
    for (const { role, node, stated } of event.roles) {
      if (node.isEvent) node.leadsTo.push({ role, node: event });
      else if (!node.events.some((entry) => entry.node === event && entry.role === role)) node.events.push({ role, node: event, stated });
    }
  }
  for (const found of data.disagreements) {
    nodes[found.event].disagreements.push({ slot: word(found.slot), kind: word(found.kind) });
  }
  const edges = drawn.edges.map(([from, to, role, claimed], number) => ({ id: number, from, to, role: drawn.roles[role], dashes: claimed === 1 }));
  for (const edge of edges) {
    nodes[edge.from].links.push(edge);
    nodes[edge.to].links.push(edge);
  }

  // Where a name lies on the map: itself, or the next place around it that is known to; of a country, the middle.
  function located(node) {
    for (let place = node, depth = 0; place && depth < 6; place = place.within === undefined ? null : nodes[place.within], depth += 1) if (place.at || place.middle) return place;
    return null;
  }
  const spotOf = (event) => {
    for (const wanted of ["place", "destination", "origin", "target"]) {
      for (const { role, node } of event.roles) {
        const place = role === wanted && !node.isEvent && node.kind.group === "places" && !(role === "target" && node.kind.id === "Country");
        const found = place ? located(node) : null;
        if (found) return found;
      }
    }
    return null;
  };

  const events = nodes.slice(names);
  const byId = new Map(nodes.map((node) => [node.id, node]));

  // Search by any spelling: first the letters, then only the consonants, so that transliterations meet.
  const tokens = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const bones = (token) => {
    const bare = token.replace(/q|c(?=[aouk])/g, "k").replace(/[aeiouy]/g, "").replace(/(.)\1+/gu, "$1");
    return bare.length >= 2 ? bare : token;
  };
  const spellings = (node) => {
    if (node.isEvent) return [node.label, node.kind.label, node.quote];
    return [node.label, ...(node.names || []), ...node.spelled.map((spelling) => spelling.words)];
  };
  for (const node of nodes) {
    const all = [...new Set(spellings(node).filter(Boolean))];
    node.index = all.map((text) => tokens(text));
    node.bones = node.isEvent ? [] : node.index.map((list) => list.map(bones));
    node.spellings = all;
  }

  const matches = (wanted, index) => index.findIndex((list) => wanted.every((token) => list.some((own) => own.startsWith(token))));

  function search(query, most = 12) {
    const wanted = tokens(query);
    if (!wanted.length) return [];
    const thin = wanted.map(bones);
    const found = [];
    for (const node of nodes) {
      let at = matches(wanted, node.index);
      let rank = at < 0 ? 2 : 0;
      if (at < 0) at = matches(thin, node.bones);
      if (at < 0) continue;
      if (rank === 0 && at === 0 && !node.isEvent) rank = -1;
      found.push({ node, rank: rank + (node.isEvent ? 0.5 : 0), spelling: node.spellings[at] });
    }
    const weight = (node) => (node.isEvent ? node.sources : node.mentions || 0);
    found.sort((one, other) => one.rank - other.rank || weight(other.node) - weight(one.node) || one.node.number - other.node.number);
    return found.slice(0, most);
  }

  const label = (name) => data.labels[name] || name;
  const articles = data.articles;
  const { base, classes, vocabulary } = data;
  return { articles, base, classes, vocabulary, byId, claims, data, edges, events, label, located, names: nodes.slice(0, names), nodes, outlets: data.outlets, search, spotOf };
})();

// How times are read: EDTF in, words out.
const dates = (() => {
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const one = (part) => {
    const match = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/.exec(part);
    if (!match) return part === ".." || part === "" ? "open" : part;
    const [, year, month, day, mark] = match;
    const about = mark ? "about " : "";
    if (month && !months[Number(month) - 1]) return part;
    if (day) return `${about}${Number(day)} ${months[Number(month) - 1]} ${year}`;
    return month ? `${about}${months[Number(month) - 1]} ${year}` : about + year;
  };
  const words = (edtf) => (edtf ? edtf.split("/").map(one).join(" – ") : "");
  const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
  const later = (gap) => {
    if (!(gap > 1)) return "";
    if (gap < 60) return `${gap} days later`;
    return gap < 700 ? `${Math.round(gap / 30.4)} months later` : `${Math.round(gap / 365.25)} years later`;
  };
  return { days, later, words };
})();

const STATUS = {
  Actual: "happened",
  Planned: "planned",
  Possible: "possible",
  Hypothetical: "hypothetical",
  Negative: "did not happen",
};

const STANCE = { Asserts: "says", Reports: "reports", Alleges: "alleges", Denies: "denies", Intends: "intends", Believes: "believes", Asks: "asks" };

const FAMILY = {
  force: "Force and pressure",
  dispute: "Dispute in words",
  accord: "Accord in words",
  aid: "Aid and retreat",
  speech: "Statements",
  other: "Other events",
};

const GROUP = { people: "People", bodies: "Organizations", places: "Places" };

// Elements from names, properties and children; strings become text nodes.
function el(tag, props = {}, ...children) {
  const svg = tag.startsWith("svg:");
  const node = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag.slice(4)) : document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

// Words of an article, kept from turning the line around them.
const said = (text) => el("bdi", {}, text);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
// An event without its names: they stand beside it.
const brief = (event) => capital(event.kind.id === "Event" ? event.label.split(/ (?:by|of|on|with|against|for|to|in|into|from|at)\b|,| \(/)[0] : event.kind.label);
const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

function link(address, text) {
  if (!/^https?:\/\//i.test(address)) return said(text);
  return el("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, said(text));
}

// The part of a view that the card leaves open: on small screens it lies over the lower two thirds.
const uncovered = () => (window.innerWidth <= 940 && document.body.classList.contains("has-choice") ? 0.34 : 1);

// The item nearest in the direction of an arrow key.
function nearest(items, from, key, placeOf = (item) => item) {
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = null;
  let least = Infinity;
  for (const item of items) {
    const [here, there] = [placeOf(from), placeOf(item)];
    const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    if (along > 0.5 && along + 2.5 * aside < least) {
      best = item;
      least = along + 2.5 * aside;
    }
  }
  return best;
}

"use strict";

// What is known of the chosen event or name, down to the words that say so.
const card = (() => {
  const box = document.getElementById("card");
  const ROLES = [
    ["Who", ["agent"]],
    ["Whom or what", ["target"]],
    ["For", ["recipient", "beneficiary"]],
    ["Where", ["place"]],
    ["From", ["origin"]],
    ["To", ["destination"]],
    ["With", ["instrument"]],
    ["About", ["topic"]],
  ];
  const KINDS = { Compatible: "can all be right", Update: "updated in time", Dispute: "disputed" };
  let act = null;
  let shown = null;

  const jump = (node, text) => el("a", {
    class: "jump", title: node.label, href: `#${new URLSearchParams({ node: node.id })}`,
    onclick: (click) => { click.preventDefault(); act.select(node, click); },
  }, marks.iconOf(node), said(text || node.label));
  const section = (title, ...content) => el("section", {}, el("h3", {}, title), ...content);
  const unique = (items, key) => [...new Map(items.map((item) => [key(item), item])).values()];

  function draw(state, actions) {
    act = actions;
    const node = state.selected;
    const fresh = node ? (node.isEvent ? eventCard(node, state) : nameCard(node, state)) : state.path ? pathCard(state) : overview();
    const open = shown === node && box.querySelector(".correct")?.open;
    const keep = shown === node ? box.scrollTop : 0;
    box.replaceChildren(...fresh);
    if (open) box.querySelector(".correct").open = true;
    box.classList.toggle("raised", Boolean(node || state.path));
    box.scrollTop = keep;
    shown = node;
  }

  function top(node, kind, ...extra) {
    return el("div", { class: "top" },
      el("button", { type: "button", class: "close", "aria-label": "Close the card", onclick: () => act.select(null) }, "×"),
      el("p", { class: `kind ${marks.family(node)}` }, marks.iconOf(node), kind),
      el("h2", { tabindex: -1 }, said(node.label)),
      ...extra);
  }

  // events

  function eventCard(event, state) {
    const status = el("span", { class: `status ${event.status}` }, STATUS[event.status]);
    const outlets = [...event.outlets].filter((key) => key !== "?").map((key) => story.outlets[Number(key)]);
    const sources = el("span", {}, `${plural(event.sources, "independent source")}${outlets.length ? (outlets.length < event.sources ? ", among them " : ": ") : ""}`, outlets.length ? said(outlets.join(", ")) : null);
    return [
      top(event, capital(event.kind.label), el("p", { class: "facts" }, status, sources), tools(event, state)),
      event.quote ? el("blockquote", { class: "words" }, said(event.quote)) : null,
      facts(event),
      figures(event),
      disagreements(event),
      chain(event),
      evidence(event.claims, event, `What the articles say (${event.told || 0})`),
      corrections.form(event, act),
    ].filter(Boolean);
  }

  function facts(event) {
    const rows = [];
    for (const [title, roles] of ROLES) {
      const held = event.roles.filter(({ role, node }) => roles.includes(role) && !node.isEvent).sort((one, other) => one.node.number - other.node.number);
      if (held.length) rows.push(el("dt", {}, title), el("dd", {}, held.map(({ node, stated }) => el("span", { class: "held" }, jump(node), stated ? null : el("small", {}, " as claimed")))));
    }
    rows.push(el("dt", {}, "When"), el("dd", { class: event.time ? null : "unknown" }, dates.words(event.time) || "day not stated"));
    if (event.mentions.length) rows.push(el("dt", {}, "Speaks of"), el("dd", {}, event.mentions.map((node) => el("span", { class: "held" }, jump(node)))));
    return el("dl", { class: "facts-list" }, rows);
  }

  function figures(event) {
    if (!event.figures.length) return null;
    const tiles = event.figures.map(({ figure, values }) => {
      const [low, best, high] = values;
      const levels = values.length === 3 && low <= best && best <= high && low !== high;
      return el("div", { class: "figure" },
        el("strong", {}, levels ? String(best) : figureWords({ values })),
        el("span", {}, story.label(figure)),
        levels ? el("small", {}, `low ${low} · best ${best} · high ${high}`) : null);
    });
    return el("div", { class: "figures" }, tiles);
  }

  const bound = ({ object, extra }) => {
    const value = object.value;
    if (extra.about) return `about ${value}`;
    if (extra.low !== undefined && extra.high === undefined) return `at least ${extra.low}`;
    if (extra.high !== undefined && extra.low === undefined) return `at most ${extra.high}`;
    return extra.low !== undefined && extra.low !== extra.high ? `${extra.low}–${extra.high}` : String(value);
  };
  const isFigure = (claim) => claim.object !== null && typeof claim.object === "object" && "value" in claim.object;
  const valueOf = (claim) => {
    if (isFigure(claim)) return bound(claim);
    if (claim.target) return claim.target.label;
    if (claim.predicate === "time") return dates.words(claim.object);
    if (claim.object && typeof claim.object === "object") return story.data.kinds[claim.object.kind].label;
    return claim.object || "";
  };

  // One row an outlet for each slot on which the outlets do not say the same, and for each figure.
  function disagreements(event) {
    const kinds = new Map(event.disagreements.map(({ slot, kind }) => [slot, kind]));
    const slots = [...new Set([...event.figures.map(({ figure }) => figure), ...kinds.keys()])];
    const parts = slots.map((slot) => {
      const rows = unique(event.claims.filter((claim) => claim.predicate === slot && claim.article), (claim) => `${claim.article.number}\n${valueOf(claim)}\n${claim.status}`);
      if (!kinds.has(slot) && rows.length < 2) return null;
      const kind = kinds.get(slot);
      return el("table", { class: "outlets" },
        el("caption", {}, capital(story.label(slot)), kind ? el("span", { class: `verdict ${kind}` }, KINDS[kind] || kind) : el("span", { class: "verdict" }, "all agree")),
        el("tbody", {}, rows.map((claim) => el("tr", {},
          el("th", { scope: "row" }, source(claim.article)),
          el("td", {}, said(valueOf(claim)), claim.status === "Actual" ? null : el("small", {}, ` ${STATUS[claim.status]}`)),
          el("td", { class: "day" }, dates.words(claim.article.date))))));
    }).filter(Boolean);
    return parts.length ? section("Outlet by outlet", ...parts) : null;
  }

  function chain(event) {
    const list = (title, entries) => (entries.length ? section(title, el("ul", { class: "plain" }, unique(entries, (entry) => entry.node.number).map(({ node }) => el("li", {}, jump(node))))) : null);
    const own = (role) => event.roles.filter((entry) => entry.role === role && entry.node.isEvent);
    const from = (role) => event.leadsTo.filter((entry) => entry.role === role);
    const parts = [list("Because of", own("because")), list("Led to", from("because")), list("Part of", own("partOfEvent")), list("Parts", from("partOfEvent")), list("Before", own("precedes")), list("After", from("precedes"))].filter(Boolean);
    return parts.length ? el("div", {}, parts) : null;
  }

  // Claims, gathered under the sentence they rest on.
  function evidence(claims, node, title) {
    const groups = new Map();
    for (const claim of claims) {
      const key = `${claim.article ? claim.article.number : "-"}\n${claim.text}`;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(claim);
    }
    const sorted = [...groups.values()].sort((one, other) => (one[0].article?.number ?? 0) - (other[0].article?.number ?? 0));
    const shown = sorted.slice(0, 8).map((group) => quotation(group, node));
    const list = el("div", { class: "evidence" }, shown);
    const rest = sorted.slice(8);
    if (rest.length) {
      const open = el("button", { type: "button", class: "quiet", onclick: () => open.replaceWith(...rest.map((group) => quotation(group, node))) }, `Show ${plural(rest.length, "more sentence")}`);
      list.append(open);
    }
    return section(title, list, left(node));
  }

  // What found no room on the page, and how to read it.
  function left(node) {
    const count = (node.told || 0) - node.claims.filter((claim) => claim.subject === node).length;
    return count > 0 ? el("p", { class: "note" }, `${plural(count, "more claim")}: `, el("code", {}, `newsgraph explain ${node.id}`)) : null;
  }

  function quotation(group, node) {
    const offsets = group.flatMap(({ marks: flat }) => flat.flatMap((begin, at) => (at % 2 ? [] : [[begin, flat[at + 1]]])));
    const article = group[0].article;
    const rows = unique(group, (claim) => `${claim.predicate}\n${valueOf(claim)}\n${claim.stance}\n${claim.status}\n${claim.speaker?.number}`);
    return el("figure", { class: "quotation" },
      el("blockquote", {}, highlighted(group[0].text, offsets)),
      article ? el("figcaption", {}, outlet(article), article.date ? ` · ${dates.words(article.date)}${article.inferred ? " (inferred)" : ""}` : "", " · ",
        article.url ? link(article.url, article.title) : said(article.title), article.copies === undefined ? null : el("small", {}, " · copied text")) : null,
      el("ul", { class: "claims" }, claimRows(rows, node)));
  }

  // Who says it stands once where it is the same for all that a sentence says.
  function claimRows(rows, node) {
    const sources = rows.map((claim) => sourceOf(claim, node));
    const words = sources.map((source) => source.textContent);
    const alike = words.length > 1 && words.every((each) => each === words[0]);
    const items = rows.map((claim, at) => el("li", {}, claimWords(claim, node), alike ? null : sources[at]));
    return alike ? [...items, el("li", {}, sources[0])] : items;
  }

  function claimWords(claim, node) {
    const role = ROLES.find(([, roles]) => roles.includes(claim.predicate));
    const about = claim.subject === node ? [role ? role[0].toLowerCase() : story.label(claim.predicate), ": "] : [said(claim.subject.label), ` ${story.label(claim.predicate)} `];
    return el("span", { class: "claim" }, ...about, el("b", {}, said(valueOf(claim))), " ");
  }

  function sourceOf(claim, node) {
    const stance = claim.speaker && claim.speaker !== node ? [jump(claim.speaker), ` ${claim.cue || STANCE[claim.stance] || claim.stance}`] : [`${claim.speaker ? claim.cue || STANCE[claim.stance] : claim.stance === "Asserts" ? "in the outlet’s voice" : STANCE[claim.stance] || claim.stance}`];
    const extra = [claim.extra.former ? "former" : "", claim.extra.since ? `since ${dates.words(claim.extra.since)}` : "", claim.extra.until ? `until ${dates.words(claim.extra.until)}` : ""].filter(Boolean);
    return el("span", { class: "source" }, ...stance, claim.status === "Actual" ? null : el("span", { class: `status ${claim.status}` }, STATUS[claim.status]),
        extra.length ? ` · ${extra.join(", ")}` : "", ` · ${Math.round(claim.confidence * 100)} %`);
  }

  function highlighted(text, offsets) {
    const points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
    const slice = (from, to) => (typeof points === "string" ? points.slice(from, to) : points.slice(from, to).join(""));
    const parts = [];
    let at = 0;
    for (const [begin, end] of offsets.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
      if (begin < at) continue;
      parts.push(slice(at, begin), el("mark", {}, slice(begin, end)));
      at = end;
    }
    parts.push(slice(at, points.length));
    return el("bdi", {}, parts);
  }

  const outlet = (article) => (article.outletName ? said(article.outletName) : el("span", { class: "unknown" }, "outlet not stated"));
  const source = (article) => (article.outletName ? said(article.outletName) : el("span", { class: "unknown" }, "“", said(article.title), "”"));

  // names

  function nameCard(node, state) {
    const where = node.within === undefined ? null : el("span", {}, "in ", jump(story.nodes[node.within]));
    return [
      top(node, capital(node.kind.label), el("p", { class: "facts" }, el("span", {}, plural(node.mentions || 0, "mention")), where), tools(node, state)),
      names(node),
      matches(node),
      relations(node),
      events(node),
      speech(node),
      about(node),
      ties(node),
      corrections.form(node, act),
    ].filter(Boolean);
  }

  function names(node) {
    const by = new Map();
    for (const { words, outlet: name, count } of node.spelled) {
      const key = name || "Outlet not stated";
      if (!by.has(key)) by.set(key, new Map());
      by.get(key).set(words, (by.get(key).get(words) || 0) + count);
    }
    if (!by.size) return null;
    const rows = [...by].map(([key, found]) => el("tr", {}, el("th", { scope: "row" }, said(key)),
      el("td", {}, [...found].sort((one, other) => other[1] - one[1]).slice(0, 8).map(([words, count], at) => [at ? ", " : "", said(words), count > 1 ? el("small", {}, ` ×${count}`) : ""]).flat())));
    return section("Called", el("table", { class: "outlets" }, el("tbody", {}, rows)));
  }

  function matches(node) {
    if (!(node.matches || []).length) return null;
    return section("The same elsewhere", el("ul", { class: "plain" }, node.matches.map((address) => el("li", {}, link(address, address.replace(/^https?:\/\/(www\.)?/, ""))))));
  }

  function relations(node) {
    const claims = node.claims.filter((claim) => !claim.subject.isEvent);
    if (!claims.length) return null;
    const rows = unique(claims, (claim) => `${claim.subject.number}\n${claim.predicate}\n${valueOf(claim)}\n${claim.extra.former}`).map((claim) => {
      const other = claim.subject === node ? claim.target : claim.subject;
      const words = claim.subject === node ? [`${story.label(claim.predicate)} `, other ? jump(other) : said(valueOf(claim))] : [jump(other), ` ${story.label(claim.predicate)} `, said(node.label)];
      return el("li", {}, ...words, claim.extra.former ? " (former)" : "");
    });
    return section("Positions and relations", el("ul", { class: "plain" }, rows), el("details", {}, el("summary", {}, "Who says so"), evidence(claims, node, "Sources")));
  }

  function events(node) {
    const entries = node.events.filter((entry) => entry.node.kind.family !== "speech" || entry.role !== "agent");
    if (!entries.length) return null;
    const sorted = [...entries].sort((one, other) => ((one.node.first || "9999") < (other.node.first || "9999") ? -1 : (one.node.first || "9999") > (other.node.first || "9999") ? 1 : one.node.number - other.node.number));
    return section(`Events (${entries.length})`, el("ul", { class: "timeline" }, sorted.map((entry) => el("li", {},
      el("span", { class: "day" }, dates.words(entry.node.time) || "day not stated"), jump(entry.node), el("small", {}, ` as ${story.label(entry.role)}`)))));
  }

  function speech(node) {
    const spoken = unique(node.events.filter((entry) => entry.node.quote && entry.role === "agent").map((entry) => entry.node), (event) => event.number);
    if (!spoken.length) return null;
    return section(`Says (${spoken.length})`, ...spoken.slice(0, 12).map((event) => el("blockquote", { class: "words small" }, said(event.quote), " ", jump(event, "where it stands"))));
  }

  function about(node) {
    const statements = story.events.filter((event) => event.mentions.includes(node) && !event.roles.some((entry) => entry.role === "agent" && entry.node === node));
    if (!statements.length) return null;
    return section(`Said of it (${statements.length})`, ...statements.slice(0, 12).map((event) => {
      const speaker = event.roles.find((entry) => entry.role === "agent");
      return el("blockquote", { class: "words small" }, speaker ? [jump(speaker.node), ": "] : null, said(event.quote), " ", jump(event, "where it stands"));
    }));
  }

  // Names that most events join it with; each leads to those events.
  function ties(node) {
    const counts = new Map();
    for (const { node: event } of node.events) for (const other of new Set(choice.namesOf(event))) if (other !== node) counts.set(other, (counts.get(other) || 0) + 1);
    if (!counts.size) return null;
    const ranked = [...counts].sort((one, other) => other[1] - one[1] || one[0].number - other[0].number).slice(0, 8);
    return section("Together with", el("ul", { class: "plain" }, ranked.map(([other, count]) => el("li", {}, jump(other), " ",
      el("button", { type: "button", class: "quiet", "aria-label": `${plural(count, "event")} with ${other.label}`, onclick: () => act.path(node, other) }, plural(count, "event"))))));
  }

  // what can be done with a mark

  function tools(node, state) {
    const alone = state.only === node;
    const button = (words, work, pressed = null) => el("button", { type: "button", class: "quiet", "aria-pressed": pressed, onclick: work }, words);
    return el("p", { class: "row" },
      button(alone ? "Show all events again" : node.isEvent ? "Show only what is around it" : "Show only its events", () => act.only(alone ? null : node), String(alone)),
      node.isEvent ? null : button("Path to…", () => act.ask(`From ${node.label} to …`, (other) => other !== node && !other.isEvent, (other) => act.path(node, other))),
      button("Hide", () => act.hide(node)));
  }

  // two names, and what lies between them

  function pathCard(state) {
    const [one, other] = state.path;
    const { nodes, joint } = paths.found(state);
    const stops = nodes.map((node, at) => el("li", { class: node.isEvent ? "by" : "stop" }, jump(node), " ", el("small", {}, at ? roleWords(nodes[at - 1], node) : "")));
    return [
      el("div", { class: "top" },
        el("button", { type: "button", class: "close", "aria-label": "Close the path", onclick: () => act.select(null) }, "×"),
        el("p", { class: "kind" }, joint.length ? "Together" : "Shortest path"), el("h2", { tabindex: -1 }, said(one.label), " – ", said(other.label))),
      nodes.length ? section(`Path (${plural(Math.max(0, nodes.filter((node) => !node.isEvent).length - 1), "step")})`, el("ol", { class: "path" }, stops)) : el("p", {}, "No path: nothing that passes the filters leads from one to the other."),
      joint.length ? section(`Events with both (${joint.length})`, el("ul", { class: "timeline" }, joint.map((event) => el("li", {}, el("span", { class: "day" }, dates.words(event.time) || "day not stated"), jump(event))))) : null,
    ].filter(Boolean);
  }

  // Of an event, the role; of two names, the whole of what joins them.
  function roleWords(one, other) {
    const apart = ({ label }) => `\u2068${label}\u2069`;
    const words = paths.between(one, other).map(({ from, to, role, dashes }) => {
      const name = story.label(role);
      const told = one.isEvent || other.isEvent ? `as ${name}` : `${apart(story.nodes[from])} ${name} ${apart(story.nodes[to])}`;
      return dashes ? `${told}, as claimed` : told;
    });
    return [...new Set(words)].join("; ");
  }

  // nothing chosen

  function overview() {
    const events = story.events.filter((event) => event.kind.family !== "speech").slice(0, 6);
    const names = story.names.filter((node) => node.kind.group !== "places" && node.events.length).slice(0, 8);
    return [
      el("div", { class: "top" }, el("h2", { tabindex: -1 }, "Start here"), el("p", {}, "Choose an event or a name to see who says so, in whose words.")),
      section("Most told", el("ul", { class: "plain" }, events.map((event) => el("li", {}, jump(event), el("small", {}, ` ${plural(event.sources, "source")}`))))),
      section("Most named", el("ul", { class: "plain" }, names.map((node) => el("li", {}, jump(node), el("small", {}, ` ${plural(node.mentions || 0, "mention")}`))))),
      section(`Articles (${story.articles.length})`, el("ul", { class: "plain articles" }, story.articles.slice(0, 30).map((article) => el("li", {},
        article.url ? link(article.url, article.title) : said(article.title), el("small", {}, " ", outlet(article), article.date ? ` · ${dates.words(article.date)}` : ""))),
      story.articles.length > 30 ? el("li", {}, `and ${story.articles.length - 30} more`) : null)),
      story.data.leftOut ? el("p", { class: "note" }, `${plural(story.data.leftOut, "event")} with fewer sources are in the other files of this build, not on this page.`) : null,
    ].filter(Boolean);
  }

  return { draw, focus: () => box.querySelector("h2")?.focus() };
})();

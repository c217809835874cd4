"use strict";

// What a reader says is wrong or right: kept in this browser, saved as lines that `newsgraph build --judgements` obeys.
const corrections = (() => {
  const KEY = `newsgraph-corrections ${story.base} ${location.pathname}`;
  const NAMED = new Set(["people", "bodies", "places"]);
  const state = { rows: [], by: "a reader", reason: "" };

  function recall() {
    try {
      const rows = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(rows) ? rows.filter((row) => row && ["left", "right", "verdict", "reason", "by", "words"].every((key) => typeof row[key] === "string")) : [];
    } catch {
      return [];
    }
  }

  function keep(rows) {
    state.rows = rows;
    try {
      localStorage.setItem(KEY, JSON.stringify(rows));
    } catch {
      // A browser without a store keeps them until the page is closed.
    }
  }

  // how the file refers to things

  const placeOf = ({ article, begin, end }) => `${article.node}#char=${begin},${end}`;
  const listed = (places) => places.map(placeOf).sort().join(" ");
  const proper = (text) => /^\p{Lu}/u.test(text) && text.split(/\s+/).every((word) => word.length < 4 || /\p{Lu}/u.test(word));

  // A proper name that nothing else bears means the same in articles to come; anything else is named by its places.
  function reference(node) {
    const alone = !node.isEvent && NAMED.has(node.kind.group) && node.kind.id !== "Group" && proper(node.label) && node.places.some(({ words }) => words === node.label)
      && story.names.every((other) => other === node || other.label.toLowerCase() !== node.label.toLowerCase());
    return alone ? node.label : listed(node.places) || node.id;
  }

  const short = (text) => (text.length > 64 ? `${text.slice(0, 62).trimEnd()}…` : text);

  function add(row, act) {
    const fixed = { ...row, reason: state.reason.trim() || "judged by reading the quotes on the page", by: state.by.trim() || "a reader" };
    keep([...state.rows.filter((known) => known.left !== fixed.left || known.right !== fixed.right), fixed]);
    state.reason = "";
    act.corrected();
    act.tell(`Noted: ${fixed.words}`);
  }

  const root = (node) => (node.isEvent ? "ng:Event" : "ng:Entity");
  const confirm = (node, act) => add({ left: listed(node.places) || node.id, right: `ng:${node.kind.id}`, verdict: "same", words: `Right: ${short(node.label)}` }, act);
  const reject = (node, act) => add({ left: listed(node.places) || node.id, right: root(node), verdict: "different", words: `Wrong: ${short(node.label)}` }, act);
  const retype = (node, [kind, label], act) => add({ left: listed(node.places) || node.id, right: `ng:${kind}`, verdict: "same", words: `${short(node.label)} is of type ${label}` }, act);
  const merge = (node, other, act) => add({ left: reference(node), right: reference(other), verdict: "same", words: `${short(node.label)} is the same as ${short(other.label)}` }, act);
  const split = (node, part, act) => add({ left: listed(part.places), right: listed(node.places.filter((place) => !part.places.includes(place))), verdict: "different", words: `${short(part.words)} is not ${short(node.label)}` }, act);

  // Of a name, all that one article says goes together; of an event, each report.
  function parts(node) {
    const found = new Map();
    for (const place of node.places) {
      const key = place.article.number;
      if (!found.has(key)) found.set(key, { words: `“${place.words}”, ${place.article.outletName || place.article.title}`, places: [] });
      found.get(key).places.push(place);
    }
    return found.size > 1 ? [...found.values()] : [];
  }

  // on the card

  function form(node, act) {
    if (!node.places.length) return null;
    const button = (words, work) => el("button", { type: "button", class: "quiet", onclick: work }, words);
    const kinds = story.classes.filter(([, , ofEvents]) => Boolean(ofEvents) === node.isEvent).sort((one, other) => (one[1] < other[1] ? -1 : 1));
    const type = el("select", { id: "new-type" }, kinds.map(([id, label]) => el("option", { value: id, selected: id === node.kind.id }, label)));
    const own = parts(node);
    const part = el("select", { id: "part" }, own.map(({ words }, at) => el("option", { value: at }, words)));
    const field = (id, name, words) => el("label", { for: id }, words, el("input", { type: "text", id, value: state[name], oninput: (change) => { state[name] = change.target.value; } }));
    const mark = state.rows.some((row) => row.left === listed(node.places) || row.left === node.label);
    return el("details", { class: "correct" }, el("summary", {}, mark ? "Correct this (noted)" : "Correct this"),
      el("p", { class: "row" }, button("It is right", () => confirm(node, act)), button("It is wrong", () => reject(node, act))),
      el("p", { class: "row" }, el("label", { for: "new-type" }, "It is rather", type), button("Change type", () => retype(node, kinds.find(([id]) => id === type.value), act))),
      el("p", { class: "row" }, button("It is the same as…", () => act.ask(`What is the same as ${node.label}?`, (other) => other !== node && other.isEvent === node.isEvent, (other) => merge(node, other, act)))),
      own.length ? el("p", { class: "row" }, el("label", { for: "part" }, "Not one with the rest", part), button("Split off", () => split(node, own[Number(part.value)], act))) : null,
      el("p", { class: "row" }, field("why", "reason", "Why"), field("who", "by", "Who says so")));
  }

  // beside the filters

  const file = () => state.rows.map(({ left, right, verdict, reason, by }) => `${JSON.stringify({ left, right, verdict, reason, by })}\n`).join("");

  function list(act) {
    if (!state.rows.length) return null;
    const drop = (row) => { keep(state.rows.filter((each) => each !== row)); act.corrected(); };
    return el("details", { open: true, class: "corrections", "data-part": "Corrections" }, el("summary", {}, `Corrections (${state.rows.length})`),
      el("ul", {}, state.rows.map((row) => el("li", {}, said(row.words), " ", el("button", { type: "button", class: "quiet", "aria-label": `Take back: ${row.words}`, onclick: () => drop(row) }, "×")))),
      el("p", { class: "row" }, el("button", { type: "button", class: "quiet", id: "save-corrections", onclick: () => saving.offer("judgements.jsonl", "application/jsonl", file()) }, "Save the file"),
        el("button", { type: "button", class: "quiet", onclick: () => { keep([]); act.corrected(); } }, "Forget all")),
      el("p", { class: "note" }, "They count from the next build: ", el("code", {}, "newsgraph build … --judgements judgements.jsonl")));
  }

  state.rows = recall();
  return { all: () => state.rows, file, form, list, restore: (rows) => { if (rows !== state.rows) keep(rows); } };
})();

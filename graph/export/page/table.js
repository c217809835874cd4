"use strict";

// Every visible event as a row: the same events and the same choice as in the pictures.
const table = (() => {
  const box = document.getElementById("table");
  const shortened = (text) => (text.length > 42 ? `${text.slice(0, 40).trimEnd()}…` : text);
  const listed = (event, roles) => event.roles.filter(({ role, node }) => roles.includes(role) && !node.isEvent).map(({ node }) => node).sort((one, other) => one.number - other.number).map((node) => shortened(node.label));
  const few = (labels) => (labels.length > 2 ? `${labels.slice(0, 1).join("; ")} and ${labels.length - 1} more` : labels.join("; "));
  const COLUMNS = [
    { id: "date", title: "Day", text: (event) => dates.words(event.time) || "not stated", sort: (event) => event.first || "9999" },
    { id: "what", title: "Event", text: (event) => (event.quote ? shortened(`“${event.quote}”`) : brief(event)), sort: (event) => brief(event).toLowerCase() },
    { id: "who", title: "Who", text: (event) => few(listed(event, ["agent"])), sort: (event) => listed(event, ["agent"]).join().toLowerCase() || "\uffff" },
    { id: "whom", title: "Whom or what", text: (event) => few(listed(event, ["target", "recipient", "beneficiary"])), sort: (event) => listed(event, ["target"]).join().toLowerCase() || "\uffff" },
    { id: "where", title: "Where", text: (event) => few(listed(event, ["place", "destination", "origin"])), sort: (event) => listed(event, ["place"]).join().toLowerCase() || "\uffff" },
    { id: "figures", title: "Figures", text: (event) => event.figures.map((found) => `${story.label(found.figure)} ${figureWords(found)}`).join("; "), sort: (event) => -(event.figures[0]?.values[1] ?? event.figures[0]?.values[0] ?? -1) },
    { id: "status", title: "Status", text: (event) => STATUS[event.status], sort: (event) => event.status },
    { id: "sources", title: "Sources", text: (event) => String(event.sources), sort: (event) => -event.sources },
  ];

  function draw({ events }, state, act) {
    const column = COLUMNS.find(({ id }) => id === state.sort.by) || COLUMNS[0];
    const rows = [...events].sort((one, other) => {
      const [left, right] = [column.sort(one), column.sort(other)];
      return (left < right ? -1 : left > right ? 1 : one.number - other.number) * (state.sort.down ? -1 : 1);
    });
    const head = COLUMNS.map(({ id, title }) => {
      const sorted = id === column.id ? (state.sort.down ? "descending" : "ascending") : null;
      return el("th", { scope: "col", "aria-sort": sorted, class: `col-${id}` },
        el("button", { type: "button", class: "sort", onclick: () => act.sort(id) }, title, el("span", { class: "arrow", "aria-hidden": "true" }, sorted ? (state.sort.down ? " ↓" : " ↑") : "")));
    });
    const body = rows.map((event, at) => row(event, at, state, act));
    const keep = box.scrollTop;
    box.replaceChildren(el("table", {},
      el("caption", { class: "unseen" }, "Events. Arrow keys go from row to row, Enter opens the card."),
      el("thead", {}, el("tr", {}, head)), el("tbody", { onkeydown: (press) => keys(press, rows, act) }, body)));
    if (!events.length) box.append(el("p", { class: "empty" }, "No event passes the filters."));
    box.scrollTop = keep;
  }

  function row(event, at, state, act) {
    const chosen = state.selected === event;
    const first = state.selected && state.selected.isEvent ? chosen : at === 0;
    const cells = COLUMNS.map(({ id, text, title }) => {
      const words = text(event);
      if (id === "what") {
        const open = el("button", { type: "button", class: "row-open", tabindex: first ? 0 : -1, title: event.label, "aria-pressed": String(chosen) }, marks.iconOf(event), said(words));
        return el("td", { class: `col-${id}`, "data-title": title }, open);
      }
      return el("td", { class: `col-${id}${words ? "" : " void"}`, "data-title": title }, words ? said(words) : "");
    });
    return el("tr", { "data-node": event.id, class: chosen ? "chosen" : null, onclick: (click) => act.select(event, click) }, cells);
  }

  function keys(press, rows, act) {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length }[press.key];
    if (!step) return;
    press.preventDefault();
    const at = rows.findIndex((event) => event.id === press.target.closest("tr").dataset.node);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    act.select(next, null);
    const open = [...box.querySelectorAll("tbody tr")].find((each) => each.dataset.node === next.id);
    open?.querySelector(".row-open").focus();
  }

  function reveal(node) {
    const found = [...box.querySelectorAll("tbody tr")].find((each) => each.dataset.node === node.id);
    found?.scrollIntoView({ block: "nearest" });
  }

  return { draw, reveal };
})();

function figureWords({ values }) {
  const [low, best, high] = values;
  if (values.length === 3 && low <= best && best <= high) return low === high ? String(best) : `${best} (${low}–${high})`;
  return [...values].sort((one, other) => one - other).join(", ");
}

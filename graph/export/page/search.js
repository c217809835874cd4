"use strict";

// The search field: any spelling in, a node taken out by mouse or keyboard.
const finder = (() => {
  const input = document.getElementById("search");
  const found = document.getElementById("found");
  const USUAL = input.placeholder;
  let hits = [];
  let at = -1;
  let take = () => {};
  let wish = null;

  const aside = ({ node, spelling }) => (node.isEvent ? dates.words(node.time) : spelling && spelling !== node.label ? ["also ", said(spelling)] : node.kind.label);

  function find() {
    hits = story.search(input.value).filter(({ node }) => !wish || wish.fits(node));
    at = hits.length ? 0 : -1;
    found.replaceChildren(...hits.map((hit, number) => el("li", {
      id: `hit-${number}`, role: "option", "aria-selected": String(number === at), onmousedown: (press) => { press.preventDefault(); choose(number, null); },
    }, marks.iconOf(hit.node), el("span", { class: "hit-label" }, said(hit.node.label)), el("small", {}, aside(hit)))));
    if (input.value.trim() && !hits.length) found.append(el("li", { role: "option", class: "none", "aria-disabled": "true", "aria-selected": "false" }, "Nothing by that name"));
    shut(!input.value.trim());
  }

  function shut(closed) {
    found.hidden = closed;
    input.setAttribute("aria-expanded", String(!closed));
    if (!closed && at >= 0) input.setAttribute("aria-activedescendant", `hit-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function choose(number, cause) {
    const hit = hits[number];
    if (!hit) return;
    shut(true);
    input.value = "";
    take(hit.node, cause);
  }

  function keys(press) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (step && hits.length) {
      press.preventDefault();
      at = (at + step + hits.length) % hits.length;
      [...found.children].forEach((each, number) => each.setAttribute("aria-selected", String(number === at)));
      found.children[at].scrollIntoView({ block: "nearest" });
      shut(false);
    } else if (press.key === "Enter" && !found.hidden) {
      press.preventDefault();
      choose(at, press);
    } else if (press.key === "Escape" && (!found.hidden || wish)) {
      press.stopPropagation();
      shut(true);
      if (wish) wish.cancel();
    }
  }

  // Asks for one more node, such as the other end of a path; null asks for none.
  function ask(wanted) {
    wish = wanted;
    input.placeholder = wanted ? wanted.words : USUAL;
    input.classList.toggle("asking", Boolean(wanted));
    if (wanted) input.focus();
  }

  function start(taken) {
    take = taken;
    input.addEventListener("input", find);
    input.addEventListener("focus", () => { if (input.value.trim()) find(); });
    input.addEventListener("blur", () => shut(true));
    input.addEventListener("keydown", keys);
  }

  return { ask, focus: () => input.focus(), start };
})();

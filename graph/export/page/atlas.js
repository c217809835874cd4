"use strict";

// Where things happen: land and borders from the page itself, one mark a place, sized by its events; Leaflet moves and zooms.
const atlas = (() => {
  const box = document.getElementById("map");
  const holder = document.getElementById("globe");
  const NEAR = 34;
  const world = JSON.parse(document.getElementById("world-data").textContent);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let map = null;
  let pins = null;
  let groups = [];
  let last = null;
  let seen = "";

  function start() {
    const countries = topojson.feature(world, world.objects.countries);
    for (const { geometry } of countries.features) for (const ring of geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat()) unwound(ring);
    middles(countries.features);
    map = L.map(holder, { attributionControl: false, zoomControl: false, minZoom: 1, maxZoom: 9, zoomSnap: 0.5, maxBounds: [[-75, -230], [85, 230]], maxBoundsViscosity: 0.8, zoomAnimation: !still, fadeAnimation: false, markerZoomAnimation: !still, inertia: !still });
    L.geoJSON(countries, { interactive: false, style: { className: "land", weight: 0.7, fillOpacity: 1 } }).addTo(map);
    pins = L.layerGroup().addTo(map);
    map.setView([20, 20], 2);
    map.on("zoomend", () => pin());
  }

  // Land on both sides of the date line goes on beyond it instead of right across the map.
  function unwound(ring) {
    ring.forEach((point, at) => { if (at) point[0] -= 360 * Math.round((point[0] - ring[at - 1][0]) / 360); });
  }

  // Countries whose place nobody states get the middle of the largest piece of their land.
  function middles(features) {
    const lands = features.map(({ properties, geometry }) => ({ name: properties.name.toLowerCase(), geometry }));
    for (const node of story.names) {
      if (node.kind.id !== "Country" || node.at) continue;
      const name = node.label.toLowerCase();
      const near = lands.filter((land) => land.name.startsWith(`${name} `));
      const land = lands.find((each) => each.name === name) || (near.length === 1 ? near[0] : null);
      if (land) node.middle = middle(land.geometry);
    }
  }

  function middle({ type, coordinates }) {
    const rings = type === "Polygon" ? [coordinates[0]] : coordinates.map(([outer]) => outer);
    const found = rings.map((ring) => {
      let [area, x, y] = [0, 0, 0];
      ring.slice(1).forEach(([east, north], at) => {
        const [west, south] = ring[at];
        const cross = west * north - east * south;
        area += cross;
        x += (west + east) * cross;
        y += (south + north) * cross;
      });
      return { area: Math.abs(area), at: [y / (3 * area), x / (3 * area)] };
    });
    return found.reduce((most, each) => (each.area > most.area ? each : most)).at;
  }

  const pointOf = (place) => place.at || place.middle;

  // Places with the visible events that happen there.
  function placesOf(events) {
    const found = new Map();
    for (const event of events) {
      const spot = story.spotOf(event);
      if (!spot) continue;
      if (!found.has(spot)) found.set(spot, []);
      found.get(spot).push(event);
    }
    return [...found].map(([place, own]) => ({ place, events: own })).sort((one, other) => other.events.length - one.events.length || one.place.number - other.place.number);
  }

  // Marks that would lie on each other become one; it opens when the map comes closer.
  function gathered(found) {
    const kept = [];
    for (const each of found) {
      const point = map.latLngToLayerPoint(pointOf(each.place));
      const near = kept.find((other) => Math.hypot(other.point.x - point.x, other.point.y - point.y) < NEAR);
      if (near) near.members.push(each);
      else kept.push({ point, members: [each] });
    }
    return kept.map(({ point, members }) => ({ point, members, place: members[0].place, events: members.flatMap(({ events }) => events) }));
  }

  const radiusOf = (group) => Math.min(26, 9 + 2.6 * Math.sqrt(group.events.length));
  function familyOf({ events }) {
    const counts = new Map();
    for (const { kind } of events) counts.set(kind.family, (counts.get(kind.family) || 0) + 1);
    return [...counts].sort((one, other) => other[1] - one[1])[0][0];
  }
  // The place or event itself, or where a chosen name has its events.
  function isChosen({ members, events }) {
    const node = last.state.selected;
    if (!node) return false;
    if (members.some(({ place }) => place === node) || events.includes(node)) return true;
    return !node.isEvent && events.some((event) => event.roles.some((tie) => tie.node === node));
  }

  function nameOf(group) {
    const others = group.members.length - 1;
    return `${group.place.label}${others ? ` +${others}` : ""}`;
  }

  function pin() {
    if (!last) return;
    const focused = holder.contains(document.activeElement) ? document.activeElement.dataset?.node : null;
    pins.clearLayers();
    groups = gathered(placesOf(last.events));
    const taken = groups.map((group) => { const r = radiusOf(group); return [group.point.x - r, group.point.y - r, group.point.x + r, group.point.y + r]; });
    for (const group of groups) drawPin(group, taken);
    const again = [...holder.querySelectorAll("[data-node]")].find((each) => each.dataset.node === focused);
    if (again) again.focus();
  }

  function drawPin(group, taken) {
    const r = radiusOf(group);
    const chosen = isChosen(group);
    const family = familyOf(group);
    const mark = el("svg:svg", { width: 2 * r + 6, height: 2 * r + 6, viewBox: `${-r - 3} ${-r - 3} ${2 * r + 6} ${2 * r + 6}`, "aria-hidden": "true" },
      el("svg:circle", { r, class: `pin ${family}${chosen ? " chosen" : ""}${group.place.at ? "" : " wide"}` }),
      group.members.length > 1 ? el("svg:circle", { r: r + 2, class: `ring ${family}` }) : null,
      el("svg:text", { y: 4, "text-anchor": "middle", class: group.place.at ? "sources" : `sources ${family}` }, String(group.events.length)));
    const text = nameOf(group);
    const wide = marks.width(text, "600 12px system-ui, sans-serif");
    const { x, y } = group.point;
    const spots = { right: [x + r + 2, y - 9, x + r + 8 + wide, y + 9], left: [x - r - 8 - wide, y - 9, x - r - 2, y + 9], below: [x - wide / 2, y + r + 2, x + wide / 2, y + r + 20] };
    const free = (spot) => taken.every((other) => spot[0] >= other[2] || spot[2] <= other[0] || spot[1] >= other[3] || spot[3] <= other[1]);
    const side = Object.keys(spots).find((name) => free(spots[name])) || (chosen ? "right" : null);
    if (side) taken.push(spots[side]);
    const label = side ? el("span", { class: `pin-label ${side}` }, said(text)) : null;
    const html = el("div", { class: "pin-box" }, mark, " ", label);
    const marker = L.marker(pointOf(group.place), { icon: L.divIcon({ html, className: "pin-holder", iconSize: [2 * r + 6, 2 * r + 6], iconAnchor: [r + 3, r + 3] }), keyboard: true });
    marker.addTo(pins);
    const element = marker.getElement();
    const others = group.members.length - 1;
    element.setAttribute("aria-label", `${group.events.length} ${text}: ${plural(group.events.length, "event")} in ${group.place.label}${others ? ` and ${plural(others, "place")} near` : ""}`);
    element.setAttribute("aria-pressed", String(chosen));
    element.dataset.node = group.place.id;
    marker.on("click", ({ originalEvent }) => open(group, originalEvent));
    element.addEventListener("keydown", (press) => keys(press, group));
  }

  function open(group, cause) {
    const bounds = L.latLngBounds(group.members.map(({ place }) => pointOf(place)));
    if (group.members.length > 1 && map.getZoom() < map.getMaxZoom()) map.fitBounds(bounds.pad(0.4), { animate: !still, maxZoom: Math.min(9, map.getZoom() + 3) });
    last.act.select(group.place, cause);
  }

  function keys(press, group) {
    if (press.key === "Enter" || press.key === " ") {
      press.preventDefault();
      press.stopPropagation();
      open(group, press);
    } else if (press.key.startsWith("Arrow")) {
      press.preventDefault();
      press.stopPropagation();
      const next = nearest(groups, group, press.key, (each) => each.point);
      if (next) [...holder.querySelectorAll("[data-node]")].find((each) => each.dataset.node === next.place.id)?.focus();
    }
  }

  function draw({ events }, state, act) {
    last = { events, state, act };
    if (!map) start();
    map.invalidateSize({ animate: false });
    const found = placesOf(events);
    const key = found.map(({ place }) => place.number).sort().join();
    if (key !== seen) fit(found);
    seen = key;
    pin();
    const lost = events.filter((event) => !story.spotOf(event)).length;
    document.getElementById("unplaced").textContent = lost ? `${plural(lost, "event")} of ${events.length.toLocaleString("en")} without a place that is known on the map` : "";
  }

  function fit(found = placesOf(last.events)) {
    if (found.length) map.fitBounds(L.latLngBounds(found.map(({ place }) => pointOf(place))).pad(0.25), { animate: false, maxZoom: 6 });
  }

  function zoom(how) {
    if (how === "fit") fit();
    else map.setZoom(map.getZoom() + (how === "in" ? 1 : -1), { animate: !still });
  }

  function reveal(node) {
    const place = groups.find((group) => group.members.some((member) => member.place === node || member.events.includes(node)))?.place;
    if (!map || !place) return;
    const spot = map.latLngToContainerPoint(pointOf(place));
    const size = map.getSize();
    if (spot.x < 40 || spot.y < 40 || spot.x > size.x - 120 || spot.y > size.y * uncovered() - 40) map.panTo(pointOf(place), { animate: !still });
  }

  // Where a name is on the screen.
  function spot(node) {
    const inside = map.latLngToContainerPoint(pointOf(story.located(node)));
    const frame = holder.getBoundingClientRect();
    return { x: frame.x + inside.x, y: frame.y + inside.y };
  }

  function picture() {
    const ink = marks.colours();
    const { x: width, y: height } = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const land = [...holder.querySelectorAll("path.land")].map((path) => el("svg:path", { d: path.getAttribute("d"), fill: ink.land, stroke: ink.border, "stroke-width": 0.7 }));
    const pinned = groups.map((group) => {
      const r = radiusOf(group);
      return el("svg:g", { transform: `translate(${group.point.x},${group.point.y})` }, el("svg:circle", { r, fill: ink[familyOf(group)], "fill-opacity": group.place.at ? 0.9 : 0.25, stroke: ink[familyOf(group)] }),
        el("svg:text", { y: 4, "text-anchor": "middle", fill: group.place.at ? ink.ground : ink.ink, style: "font:700 11px sans-serif" }, String(group.events.length)),
        el("svg:text", { x: r + 5, y: 4, fill: ink.ink, stroke: ink.sea, "stroke-width": 3, "paint-order": "stroke", style: "font:600 12px sans-serif" }, nameOf(group)));
    });
    return el("svg:svg", { width, height, viewBox: `0 0 ${width} ${height}` }, el("svg:rect", { width, height, fill: ink.sea }), el("svg:g", { transform: `translate(${-corner.x},${-corner.y})` }, land, pinned));
  }

  const resized = () => { if (map && !box.hidden) { map.invalidateSize({ animate: false }); pin(); } };
  return { draw, picture, resized, reveal, spot, zoom };
})();

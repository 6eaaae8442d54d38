import { landOf, otherColour, type Palette } from "../../look/palette";
import { drawnRadius, isLit, mixColumns, placeOf, type Picture } from "../scene";
import { putEdges, putNeighbourhood, putTies, putWay } from "./edges";
import { blend, inkOf, type Discs, type Drawing, type Ink } from "./list";

/** A palette's colours as numbers. */
interface Inks {
  types: Ink[];
  groups: Ink[];
  rims: Ink[];
  domes: Ink[];
}

const known = new WeakMap<Palette, Inks>();

function inksOf(palette: Palette): Inks {
  let inks = known.get(palette);
  if (!inks) {
    inks = { types: palette.types.map(inkOf), groups: palette.groups.map(inkOf), rims: palette.groupRims.map(inkOf), domes: palette.domes.map(inkOf) };
    known.set(palette, inks);
  }
  return inks;
}

/** Makes the lists of a picture: open groups, edges, closed groups and nodes, marks. */
export function compose(into: Drawing, picture: Picture, palette: Palette): void {
  into.ground = inkOf(palette.sea);
  into.grounds.clear();
  into.edges.clear();
  into.solids.clear();
  into.marks.clear();
  putGrounds(into, picture, palette);
  const calm = picture.neighbours !== null || picture.way.length > 0 ? 0.35 : 1;
  if (picture.formerBundles && picture.bundleFade < 0.99) putEdges(into.edges, picture, picture.formerBundles, palette, (1 - picture.bundleFade) * calm);
  if (picture.bundles && picture.bundleFade > 0.01) putEdges(into.edges, picture, picture.bundles, palette, picture.bundleFade * calm);
  if (picture.way.length === 0) putNeighbourhood(into.edges, picture, palette);
  putWay(into.edges, picture, palette);
  putTies(into.edges, picture, palette);
  putSolids(into.solids, picture, palette);
  putMarks(into.marks, picture, palette);
}

/** The ground of groups that are open or opening, the outer before the inner. In depth they are clear shells. */
function putGrounds(drawing: Drawing, picture: Picture, palette: Palette): void {
  const into = drawing.grounds;
  const { scene, viewport, eye } = picture;
  const { frontier, forest, map } = scene;
  const inks = inksOf(palette);
  const [shadow, coast] = [inkOf(palette.shadow), inkOf(palette.coast)];
  for (let at = 0; at < frontier.size; at++) {
    const open = frontier.open[at];
    if (open <= 0) continue;
    const i = frontier.item[at];
    const x = frontier.x[at];
    const y = frontier.y[at];
    const r = frontier.r[at];
    const alpha = frontier.alpha[at] * frontier.clear[at];
    if (alpha < 0.01) continue;
    if (forest.depth[i] === 0 && r < viewport.width && eye.depth < 1) into.put(x, y + 3, r + 2.5).filled(shadow, 0.07 * alpha * (1 - eye.depth));
    const colour = scene.colour[i];
    if (open < 1) into.put(x, y, r).filled(inks.groups[colour], alpha * (1 - open * eye.depth)).round(eye.depth);
    // A shell has a breath of the colour of what it holds, or one would not see where it curves.
    const land = blend(inkOf(landOf(palette, forest.tone[i])), inks.rims[colour], 0.4 * eye.depth);
    if (eye.depth === 0 && alpha * open > 0.999 && covers(x, y, r - 1, viewport.width, viewport.height)) {
      // All before it is under it.
      into.clear();
      drawing.ground = land;
      continue;
    }
    // What fills its group is one ground with it: rings within rings, or shells within shells, would tell nothing.
    const p = map.parent[i];
    const own = p >= 0 && forest.filling[p] === i ? 1 - smoothly(open) : 1;
    const filled = alpha * open * (1 - 0.35 * eye.depth) * (eye.depth > 0 ? own : 1);
    into.put(x, y, r).filled(land, filled).rimmed(open < 0.5 ? inks.rims[colour] : coast, alpha * own, 1).round(-eye.depth);
  }
}

/** The rim of what opens goes in the second half of its way. */
function smoothly(open: number): number {
  return Math.max(0, open * 2 - 1);
}

function covers(x: number, y: number, r: number, width: number, height: number): boolean {
  const dx = Math.max(x, width - x);
  const dy = Math.max(y, height - y);
  return dx * dx + dy * dy < r * r;
}

const buckets = 512;
const starts = new Uint32Array(buckets + 1);
let order = new Uint32Array(0);

/** Places of the frontier in the order of drawing: in depth, the far before the near. */
function drawingOrder(picture: Picture): Uint32Array {
  const { frontier } = picture.scene;
  if (order.length < frontier.size) order = new Uint32Array(Math.max(frontier.size, order.length * 2));
  if (picture.eye.depth === 0) {
    for (let at = 0; at < frontier.size; at++) order[at] = at;
    return order;
  }
  // By buckets of nearness: exact among what is apart, and done in one pass.
  const bucket = (at: number): number => Math.min(buckets - 1, Math.floor(buckets / (1 + Math.max(0, frontier.far[at]))));
  starts.fill(0);
  for (let at = 0; at < frontier.size; at++) starts[bucket(at) + 1] += 1;
  for (let b = 0; b < buckets; b++) starts[b + 1] += starts[b];
  for (let at = 0; at < frontier.size; at++) order[starts[bucket(at)]++] = at;
  return order;
}

function putSolids(into: Discs, picture: Picture, palette: Palette): void {
  const { scene, eye } = picture;
  const { frontier } = scene;
  const places = drawingOrder(picture);
  // Flat, closed groups lie under nodes; in depth only the distance counts.
  const deep = eye.depth > 0;
  for (const groups of deep ? [null] : [true, false]) {
    for (let k = 0; k < frontier.size; k++) {
      const at = places[k];
      const isGroup = scene.mixRow[frontier.item[at]] >= 0;
      if (groups !== null && groups !== isGroup) continue;
      if (!isGroup) putNode(into, picture, palette, at);
      else if (frontier.open[at] <= 0) putClosed(into, picture, palette, at);
    }
  }
}

function putClosed(into: Discs, picture: Picture, palette: Palette, at: number): void {
  const { scene, eye } = picture;
  const { frontier } = scene;
  const inks = inksOf(palette);
  const i = frontier.item[at];
  const x = frontier.x[at];
  const y = frontier.y[at];
  const r = Math.max(frontier.r[at], 0.8);
  const alpha = frontier.alpha[at] * solidity(frontier.clear[at]) * lightOf(picture, i);
  if (alpha < 0.01) return;
  const haze = 1 - frontier.clear[at];
  const sea = inkOf(palette.sea);
  const colour = scene.colour[i];
  if (r > 12) into.put(x, y + 2, r + 1).filled(inkOf(palette.shadow), 0.08 * alpha * (1 - haze));
  into.put(x, y, r).filled(blend(inks.groups[colour], sea, haze), alpha).round(eye.depth);
  if (r > 22) {
    into.lit(blend(inks.domes[colour], sea, haze), 1);
    putMix(into, picture, palette, i, x, y, r, alpha, haze);
  } else {
    if (eye.depth > 0) into.lit(blend(inks.domes[colour], sea, haze), eye.depth);
    into.rimmed(blend(inks.rims[colour], sea, haze), alpha, r > 6 ? 1.25 : 0.75);
  }
}

/** What is far takes on the colour of the distance; only where hardly anything is left does it let through what is behind. */
function solidity(clear: number): number {
  return Math.min(1, clear * 1.8);
}

/** What a closed group holds, as a ring of its types' colours. */
function putMix(into: Discs, picture: Picture, palette: Palette, item: number, x: number, y: number, r: number, alpha: number, haze: number): void {
  const { mix, mixRow } = picture.scene;
  const { types } = inksOf(palette);
  const row = mixRow[item] * mixColumns;
  let all = 0;
  for (let c = 0; c < mixColumns; c++) all += mix[row + c];
  const width = Math.min(5, Math.max(2, r * 0.06));
  let from = 0;
  for (let c = 0; c < mixColumns && all > 0; c++) {
    const part = mix[row + c] / all;
    if (part === 0) continue;
    into.put(x, y, r - width / 2).rimmed(blend(types[c], inkOf(palette.sea), haze), alpha, width).from(from, from + part);
    from += part;
  }
}

/** How strongly an item is drawn while the legend points a colour out, or filters dim what they do not keep. */
function lightOf(picture: Picture, item: number): number {
  const { highlighted, scene } = picture;
  if ((highlighted < 0 || isLit(scene, item, highlighted)) && scene.lit?.[item] !== 0) return 1;
  return scene.mixRow[item] >= 0 ? 0.25 : 0.14;
}

function putNode(into: Discs, picture: Picture, palette: Palette, at: number): void {
  const { scene, eye } = picture;
  const { frontier, map } = scene;
  const i = frontier.item[at];
  const alpha = frontier.alpha[at] * solidity(frontier.clear[at]) * lightOf(picture, i);
  if (alpha < 0.01) return;
  const haze = 1 - frontier.clear[at];
  const r = drawnRadius(scene, at);
  const x = frontier.x[at];
  const y = frontier.y[at];
  const ink = inksOf(palette).types[Math.min(otherColour, scene.colour[i])];
  const sea = inkOf(palette.sea);
  into.put(x, y, r).filled(blend(ink, sea, haze), alpha).round(eye.depth);
  if (r > 5) into.rimmed(inkOf(palette.halo), alpha * 0.8 * (1 - 0.7 * eye.depth), 1.5);
  if (eye.depth > 0 && r > 1.5) into.lit(0xffffff, 0.45 * eye.depth * (1 - haze));
  if (picture.newnessMs > 0 && scene.presence.time - map.from[i] < picture.newnessMs) into.put(x, y, r + 2.5).rimmed(inkOf(palette.born), 1, 1.5);
}

const mostRinged = 80;

/** Rings around what is selected, what it is tied to, what is on the way, and what the pointer is on. */
function putMarks(into: Discs, picture: Picture, palette: Palette): void {
  const { scene, neighbours, hovered, selected } = picture;
  const ring = (item: number, away: number, ink: Ink, alpha: number, width: number, dash = 0): void => {
    const at = placeOf(scene, item);
    if (at >= 0) into.put(scene.frontier.x[at], scene.frontier.y[at], drawnRadius(scene, at) + away).rimmed(ink, alpha, width, dash);
  };
  if (neighbours && picture.way.length === 0) {
    // Of very many, rings around all would say no more than around the closest tied.
    for (let k = 0; k < Math.min(mostRinged, neighbours.other.length); k++) {
      ring(neighbours.other[k], 1.5, inkOf(neighbours.outgoing[k] >= neighbours.incoming[k] ? palette.outgoing : palette.incoming), 0.9, 1.5);
    }
  }
  const accent = inkOf(palette.accent);
  for (const item of picture.way) {
    const shown = scene.standIn[item];
    if (shown >= 0) ring(shown, 2.5, accent, 0.95, 2.5, shown === item ? 0 : 11);
  }
  if (hovered >= 0 && hovered !== selected) ring(hovered, 1.5, inkOf(palette.ink), 0.75, 2);
  for (const item of [...picture.also, selected]) {
    const shown = item < 0 ? -1 : scene.standIn[item];
    if (shown < 0) continue;
    // Dashed: it is inside, still hidden.
    ring(shown, 3, accent, 1, 3, shown === item ? 0 : 11);
    ring(shown, 5, accent, 0.22, 8);
  }
}

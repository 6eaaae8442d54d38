import type { Palette } from "../../look/palette";
import type { Bundles } from "../bundles";
import { clearness, nearest, project, type Projected } from "../eye";
import { drawnRadius, focusOf, placeOf, type Picture, type Tie } from "../scene";
import { inkOf, type Curve, type Ribbons } from "./list";
import { Route } from "./route";

const bend = 0.08;
/** The part of the screen that lines may cover when all are drawn at full strength. */
const inkBudget = 0.035;
const strongest = 0.5;
const faintest = 0.05;
const faintestShared = 0.035;
/** How much fainter the edges of what filters dim are. */
const dimmed = 0.2;

interface End {
  x: number;
  y: number;
  r: number;
  /** How much of it is to be seen. */
  alpha: number;
  shown: boolean;
}

const curve: Curve = { x0: 0, y0: 0, cx: 0, cy: 0, x1: 0, y1: 0, length: 0 };
const from: End = { x: 0, y: 0, r: 0, alpha: 1, shown: true };
const to: End = { x: 0, y: 0, r: 0, alpha: 1, shown: true };
const spot: Projected = { x: 0, y: 0, scale: 1, far: 1 };

/** Where an item is on the screen or beside it; false when it is behind who looks. */
function locate(picture: Picture, item: number, into: End): boolean {
  const { scene, eye } = picture;
  const at = placeOf(scene, item);
  if (at >= 0) {
    const { frontier } = scene;
    into.x = frontier.x[at];
    into.y = frontier.y[at];
    into.r = drawnRadius(scene, at);
    into.alpha = frontier.alpha[at] * frontier.clear[at] * (scene.lit?.[item] === 0 ? dimmed : 1);
    into.shown = true;
    return frontier.far[at] > nearest;
  }
  const { map } = scene;
  const p = project(eye, map.x[item], map.y[item], scene.height[item], spot);
  into.x = p.x;
  into.y = p.y;
  into.r = map.radius[item] * p.scale;
  into.alpha = 0.5 * (eye.depth === 0 ? 1 : clearness(p.far));
  into.shown = false;
  return p.far > nearest;
}

/** The curve that ties two items of a neighbourhood as it is drawn now; null where there is no room for one, or nothing to be seen of it. */
export function curveOf(picture: Picture, a: number, b: number): Curve | null {
  return join(picture, a, b) && Math.min(from.alpha, to.alpha) > 0.3 ? curve : null;
}

/** Fills `curve`; false when the line is too short, or not on the screen. */
function join(picture: Picture, a: number, b: number): boolean {
  const { viewport } = picture;
  if (!locate(picture, a, from) || !locate(picture, b, to)) return false;
  if ((from.x < 0 && to.x < 0) || (from.y < 0 && to.y < 0) || (from.x > viewport.width && to.x > viewport.width) || (from.y > viewport.height && to.y > viewport.height)) return false;
  return curveBetween(from, to, curve);
}

/** The curve from rim to rim; false where there is no room for one. */
function curveBetween(a: { x: number; y: number; r: number }, b: { x: number; y: number; r: number }, into: Curve): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const distance = Math.hypot(dx, dy);
  const ra = a.r + 1;
  const rb = b.r + 1;
  if (distance < 3 || distance <= Math.abs(ra - rb)) return false;
  const overlap = distance - ra - rb;
  if (overlap < 2) return false;
  const ux = dx / distance;
  const uy = dy / distance;
  into.x0 = a.x + ux * ra;
  into.y0 = a.y + uy * ra;
  into.x1 = b.x - ux * rb;
  into.y1 = b.y - uy * rb;
  // The bend is of what lies between the rims: one that began in the middle of a large disc would come out as a hook.
  const lift = Math.min(overlap * bend, 60);
  into.cx = (into.x0 + into.x1) / 2 + uy * lift;
  into.cy = (into.y0 + into.y1) / 2 - ux * lift;
  into.length = overlap;
  return true;
}

const route = new Route();
const stops: End[] = Array.from({ length: 5 }, () => ({ x: 0, y: 0, r: 0, alpha: 1, shown: true }));
const between: End[] = [];

/** Lays the way of a gathered edge through the groups it leads by; false when there is nothing of it to be seen. */
function layRoute(picture: Picture, bundles: Bundles, k: number): boolean {
  const { viewport } = picture;
  if (!locate(picture, bundles.a[k], from) || !locate(picture, bundles.b[k], to)) return false;
  const { groups, common } = bundles.ways[k];
  between.length = 0;
  for (const group of groups) if (locate(picture, group, stops[between.length])) between.push(stops[between.length]);
  if (groups.length === 0 && common >= 0 && locate(picture, common, stops[0])) between.push(stops[0]);
  return route.lay(from, to, between) && route.isOn(viewport.width, viewport.height);
}

/**
 * Puts gathered edges on a list, each on its way through the groups: what leads from one group to another runs together.
 * However many there are, together they cover the same small part of the screen: more lines are fainter lines, and the
 * light ones vanish first; lines that run together are fainter each. So it is never a hairball.
 */
export function putEdges(into: Ribbons, picture: Picture, bundles: Bundles, palette: Palette, part: number): void {
  const { viewport } = picture;
  const heaviest = Math.log2(1 + bundles.heaviest);
  const line = inkOf(palette.line);
  // In depth lines cross before and behind one another: they are fainter there.
  const most = strongest * (1 - 0.35 * picture.eye.depth);
  let ink = 0;
  const area = viewport.width * viewport.height * inkBudget;
  for (let k = 0; k < bundles.size; k++) {
    const weight = heaviest > 0 ? Math.log2(1 + bundles.weight[k]) / heaviest : 1;
    const strength = most * (0.22 + 0.78 * weight ** 1.5);
    // They grow lighter and the ink only more: none after this one could be seen.
    if (ink > area && (strength * area) / ink < faintest) return;
    if (placeOf(picture.scene, bundles.a[k]) < 0 && placeOf(picture.scene, bundles.b[k]) < 0) continue;
    if (!layRoute(picture, bundles, k)) continue;
    const width = 0.8 + 3.2 * weight * weight * Math.min(1, heaviest / 5);
    ink += Math.min(route.length, viewport.width) * width;
    // The heaviest come first; what no longer fits the ink grows fainter, down to nothing.
    const crowding = ink < area ? 1 : area / ink;
    const alpha = strength * crowding * Math.min(from.alpha, to.alpha);
    if (alpha >= faintest) route.put(into, width, line, Math.max(faintestShared, alpha * bundles.thinned[k]) * part, bundles.a[k], bundles.b[k]);
  }
}

/** The part of the screen that the edges of one thing may cover at full strength. */
const focusBudget = 0.03;
const focusStrongest = 0.85;
const focusFaintest = 0.07;

/** The edges of the selected or hovered item, with their directions; of very many the heaviest stand out. */
export function putNeighbourhood(into: Ribbons, picture: Picture, palette: Palette): void {
  const { neighbours, scene, viewport } = picture;
  const focus = focusOf(picture);
  const own = neighbours && focus >= 0 ? scene.standIn[focus] : -1;
  if (!neighbours || own < 0) return;
  const area = viewport.width * viewport.height * focusBudget;
  let ink = 0;
  for (let k = 0; k < neighbours.other.length; k++) {
    const other = neighbours.other[k];
    for (const way of ["out", "in"] as const) {
      const weight = way === "out" ? neighbours.outgoing[k] : neighbours.incoming[k];
      if (weight === 0) continue;
      const drawn = way === "out" ? join(picture, own, other) : join(picture, other, own);
      if (!drawn) continue;
      const width = Math.min(5, 1.2 + Math.log2(weight) * 0.6);
      ink += Math.min(curve.length, viewport.width) * (width + 1);
      const crowding = ink < area ? 1 : (area / ink) ** 2;
      const alpha = focusStrongest * crowding * Math.max(0.3, Math.min(from.alpha, to.alpha));
      if (alpha < focusFaintest) return;
      const [a, b] = way === "out" ? [focus, other] : [other, focus];
      into.put(curve, width, inkOf(way === "out" ? palette.outgoing : palette.incoming), alpha, 5 + width, a, b);
    }
  }
}

/** The way between two things, from stand-in to stand-in. */
export function putWay(into: Ribbons, picture: Picture, palette: Palette): void {
  const { way, scene } = picture;
  for (let k = 1; k < way.length; k++) {
    const a = scene.standIn[way[k - 1]];
    const b = scene.standIn[way[k]];
    if (a < 0 || b < 0 || a === b || !join(picture, a, b)) continue;
    into.put(curve, 9, inkOf(palette.halo), 0.8);
    into.put(curve, 4, inkOf(palette.accent), 1);
  }
}

/** The edge under the pointer and the one that is chosen, over all others. */
export function putTies(into: Ribbons, picture: Picture, palette: Palette): void {
  const { hoveredEdge, chosenEdge } = picture;
  if (chosenEdge) putTie(into, picture, palette, chosenEdge, inkOf(palette.accent));
  if (hoveredEdge) putTie(into, picture, palette, hoveredEdge, inkOf(palette.ink));
}

/** Whether a line ties the two, or what stands for them; one that has a direction, in that direction. */
function isOf({ ends }: Ribbons, k: number, tie: Tie, a: number, b: number): boolean {
  const [one, other] = [ends[k * 2], ends[k * 2 + 1]];
  if (one < 0) return false;
  if ((one === tie.from && other === tie.to) || (one === a && other === b)) return true;
  return !tie.directed && ((one === tie.to && other === tie.from) || (one === b && other === a));
}

function putTie(into: Ribbons, picture: Picture, palette: Palette, tie: Tie, ink: number): void {
  const { standIn } = picture.scene;
  const [a, b] = [standIn[tie.from], standIn[tie.to]];
  const size = into.size;
  let found = false;
  let arrows = tie.directed;
  // Where it is shown in full, what is gathered beside it is not it.
  for (let k = 0; k < size && !arrows; k++) arrows = into.end[k * 4 + 3] > 0 && isOf(into, k, tie, a, b) && tie !== picture.hoveredEdge;
  for (let k = 0; k < size; k++) {
    const arrow = into.end[k * 4 + 3];
    if (arrows !== arrow > 0 || !isOf(into, k, tie, a, b)) continue;
    const width = into.end[k * 4 + 2];
    into.curve(k, curve);
    into.put(curve, width + 5, inkOf(palette.halo), 0.85);
    into.put(curve, width + 1.5, ink, 1, arrow > 0 ? arrow + 4 : 0);
    found = true;
  }
  if (found || tie === picture.hoveredEdge || a < 0 || b < 0 || a === b || !join(picture, a, b)) return;
  // It was too faint to be drawn among the others.
  into.put(curve, 7, inkOf(palette.halo), 0.85);
  into.put(curve, 2.5, ink, 1, 9);
}

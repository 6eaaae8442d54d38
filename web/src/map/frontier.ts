import { visibleBox, type Box, type Viewport } from "./camera";
import type { MapData } from "./decode";
import { clearness, isWithin, nearest, project, type Eye, type Projected } from "./eye";
import type { Forest, Grid } from "./forest";

/** What is to be drawn: groups before what is in them, so the order is also the painter's. */
export interface Frontier {
  size: number;
  item: Int32Array;
  /** 0 to 1: a member of a group that is just opening is faint. */
  alpha: Float32Array;
  /** The middle on the screen, the radius there in pixels, and how much of it distance leaves visible (1 in the plane). */
  x: Float32Array;
  y: Float32Array;
  r: Float32Array;
  clear: Float32Array;
  /** Distance as a part of that of the point looked at. */
  far: Float32Array;
  /** 0 closed, 1 open; always 0 for what has no members. */
  open: Float32Array;
  /** Number of the frame in which an item was last drawn, and its place in these lists. */
  stamp: Uint32Array;
  slot: Int32Array;
  frame: number;
  /** How far each group is on its way from closed to open. */
  way: Float32Array;
  /** A group is on its way: draw again. */
  changing: boolean;
  /** Equal while the same groups are open. */
  signature: number;
}

const mostDrawn = 24_000;
const faintest = 0.03;

export function emptyFrontier(items: number): Frontier {
  return {
    size: 0,
    item: new Int32Array(mostDrawn),
    alpha: new Float32Array(mostDrawn),
    x: new Float32Array(mostDrawn),
    y: new Float32Array(mostDrawn),
    r: new Float32Array(mostDrawn),
    clear: new Float32Array(mostDrawn),
    far: new Float32Array(mostDrawn),
    open: new Float32Array(mostDrawn),
    stamp: new Uint32Array(items),
    slot: new Int32Array(items),
    frame: 0,
    way: new Float32Array(items),
    changing: false,
    signature: 0,
  };
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

/**
 * Whether a group is open. It depends on sizes on the screen only, so the same camera always shows the same: a group
 * opens once it is large, and its members are more than dust or it fills the view anyway.
 */
export function opens(radiusPx: number, memberPx: number, side: number): boolean {
  const large = Math.min(120, Math.max(90, side * 0.13));
  // A few members that are easily told apart need less room than many.
  const least = memberPx >= 9 ? large * 0.55 : large;
  return radiusPx >= least && (memberPx >= 3 || radiusPx >= side * 0.42);
}

/** What stands where, and what of it is there; `height` is the third dimension, before the eye applies any of it. */
export interface Standing {
  map: MapData;
  forest: Forest;
  there: Uint8Array;
  height: Float32Array;
  /** Groups that somebody opened (1) or closed (-1) by hand; 0: their size decides. */
  held: Int8Array;
}

const spot: Projected = { x: 0, y: 0, scale: 1, far: 1 };

/**
 * Finds what the eye sees, from the top down; what is off the screen, behind the eye or too small is not looked at.
 *
 * @param step how far groups open or close in this frame, 1: at once
 */
export function findFrontier(standing: Standing, eye: Eye, v: Viewport, out: Frontier, step = 1): Frontier {
  const { map, forest, there, height, held } = standing;
  const side = Math.min(v.width - v.left - v.right, v.height - v.top - v.bottom);
  const marginX = v.width * 0.02;
  const marginY = v.height * 0.02;
  // No more than about nine thousand things on a screen: more is texture, not information.
  const areaPerItem = Math.max(60, (v.width * v.height) / 9000);
  // A grid lies in the plane: where one looks at it from the side, all its cells may be in view.
  const box = eye.depth === 0 ? visibleBox(eye, v, 0.02) : { minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity };
  out.size = 0;
  out.frame += 1;
  out.signature = 0;
  out.changing = false;
  const add = (i: number, alpha: number): void => {
    if (there[i] === 0 || out.size === mostDrawn) return;
    const reach = forest.reach[i];
    const p = project(eye, map.x[i], map.y[i], height[i], spot);
    const around = eye.depth > 0 && reach > 0 && isWithin(eye, map.x[i], map.y[i], height[i], reach);
    if (!around) {
      if (p.far <= nearest) return;
      const seen = reach * p.scale;
      if (p.x + seen < -marginX || p.x - seen > v.width + marginX || p.y + seen < -marginY || p.y - seen > v.height + marginY) return;
    }
    const clear = eye.depth === 0 ? 1 : clearness(p.far);
    const members = forest.start[i + 1] > forest.start[i];
    // Nothing is left to see of it, nor of what it may hold.
    if (clear * alpha < faintest && !(members && around)) return;
    const at = out.size++;
    out.item[at] = i;
    out.alpha[at] = alpha;
    out.x[at] = p.x;
    out.y[at] = p.y;
    out.r[at] = map.radius[i] * p.scale;
    out.clear[at] = clear;
    out.far[at] = p.far;
    // What comes into view is at once as it should be; what is in view changes before one's eyes.
    const seen = out.stamp[i] === out.frame - 1;
    out.stamp[i] = out.frame;
    out.slot[i] = at;
    let way = 0;
    if (members) {
      const last = forest.opensAs[i];
      const byHand = held[i];
      const large = around || opens(map.radius[last] * p.scale, forest.memberRadius[last] * p.scale, side);
      const goal = byHand > 0 || (byHand === 0 && large) ? 1 : 0;
      const before = seen ? out.way[i] : goal;
      way = before < goal ? Math.min(goal, before + step) : Math.max(goal, before - step);
      out.way[i] = way;
      if (way !== goal) out.changing = true;
    }
    out.open[at] = smooth(way);
    if (way >= 0.5) out.signature = (Math.imul(out.signature, 31) + i + 1) | 0;
  };
  addMembers(forest, forest.items, 1, box, eye.scale, areaPerItem, add);
  for (let at = 0; at < out.size; at++) {
    const alpha = out.alpha[at] * out.open[at];
    const i = out.item[at];
    if (alpha >= faintest) addMembers(forest, i, alpha, box, map.radius[i] > 0 ? out.r[at] / map.radius[i] : eye.scale, areaPerItem, add);
  }
  return out;
}

function addMembers(forest: Forest, group: number, alpha: number, box: Box, scale: number, areaPerItem: number, add: (i: number, alpha: number) => void): void {
  const grid = forest.grids.get(group);
  if (grid) {
    addFromGrid(grid, alpha, box, scale, areaPerItem, add);
    return;
  }
  for (let k = forest.start[group]; k < forest.start[group + 1]; k++) add(forest.member[k], alpha);
}

/** Of each visible cell the most important members, as many as its size on the screen has room for. */
function addFromGrid(grid: Grid, alpha: number, box: Box, scale: number, areaPerItem: number, add: (i: number, alpha: number) => void): void {
  const cellPx = grid.cell * scale;
  const room = Math.floor((cellPx * cellPx) / areaPerItem);
  let step = 1;
  while (room < 1 && (cellPx * step) ** 2 < areaPerItem) step *= 2;
  const most = Math.max(1, room);
  const firstColumn = Math.max(0, Math.floor((box.minX - grid.overhang - grid.minX) / grid.cell));
  const lastColumn = Math.min(grid.columns - 1, Math.floor((box.maxX + grid.overhang - grid.minX) / grid.cell));
  const firstRow = Math.max(0, Math.floor((box.minY - grid.overhang - grid.minY) / grid.cell));
  const lastRow = Math.min(grid.rows - 1, Math.floor((box.maxY + grid.overhang - grid.minY) / grid.cell));
  for (let row = Math.ceil(firstRow / step) * step; row <= lastRow; row += step) {
    for (let column = Math.ceil(firstColumn / step) * step; column <= lastColumn; column += step) {
      const c = row * grid.columns + column;
      const end = Math.min(grid.cellStart[c + 1], grid.cellStart[c] + most);
      for (let k = grid.cellStart[c]; k < end; k++) add(grid.cellMember[k], alpha);
    }
  }
}

/**
 * The innermost drawn item under a point of the screen, or -1. Small things are given some pixels of grace; of an open
 * group only the rim counts, as its ground is where one drags. In depth, what is nearer covers what is farther.
 */
export function pick(frontier: Frontier, screenX: number, screenY: number, gracePx: number, rimPx: number): number {
  let best = -1;
  let bestScore = Infinity;
  for (let at = frontier.size - 1; at >= 0; at--) {
    if (frontier.alpha[at] * frontier.clear[at] < 0.3) continue;
    const r = frontier.r[at];
    const distance = Math.hypot(frontier.x[at] - screenX, frontier.y[at] - screenY);
    if (distance > r + (r < 12 ? gracePx : rimPx / 2)) continue;
    if (frontier.open[at] >= 0.5 && distance < r - rimPx) continue;
    // The smallest disc around the point is the innermost; grace counts as being farther out.
    const score = (r + Math.max(0, distance - r) * 4) * frontier.far[at];
    if (score < bestScore) {
      bestScore = score;
      best = frontier.item[at];
    }
  }
  return best;
}

const nearPx = 160;

/** The thing that is drawn at or next to a point of the screen, the nearer to the eye before the farther; -1 when none is. */
export function nextTo(frontier: Frontier, screenX: number, screenY: number): number {
  let best = nearPx;
  let far = Infinity;
  let found = -1;
  for (let at = 0; at < frontier.size; at++) {
    if (frontier.open[at] >= 0.5 || frontier.far[at] <= nearest || frontier.clear[at] < 0.2) continue;
    const away = Math.max(0, Math.hypot(frontier.x[at] - screenX, frontier.y[at] - screenY) - frontier.r[at]);
    if (away > best || (away === best && frontier.far[at] >= far)) continue;
    best = away;
    far = frontier.far[at];
    found = frontier.item[at];
  }
  return found;
}

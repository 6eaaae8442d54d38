import type { Forest } from "../forest";
import type { MapData } from "../decode";
import type { Curve, Ink, Ribbons } from "./list";

/** How far a line gives way to its groups: 0 is straight, 1 leads right through their middles. */
const strength = 0.82;
/** Siblings have no group between them: their line only leans towards the middle of the one they are in. */
const lean = 0.34;
/** A line gives way by at most this part of the distance of its ends: what is near stays near. */
const widest = 0.42;
/** Points nearer to one another than this would make a knot rather than a bend. */
const leastApart = 10;
const mostPoints = 8;

/** A point of a way, in pixels of the screen. */
export interface Stop {
  x: number;
  y: number;
  r: number;
}

/** The groups by way of which an edge leads: those around its ends, but for the group that holds both. */
export interface Detour {
  /** From the inside out at the start, then from the outside in at the end. */
  groups: number[];
  /** The innermost group that holds both ends, or -1. */
  common: number;
  /** How many of the groups lie at the start. */
  turn: number;
}

/** Which groups lie on the way in the tree from one item to another; groups that fill one another count once. */
export function detour(map: MapData, forest: Forest, a: number, b: number): Detour {
  const up: number[] = [];
  const down: number[] = [];
  let one = a;
  let other = b;
  while (one !== other && (one >= 0 || other >= 0)) {
    if (other < 0 || (one >= 0 && forest.depth[one] >= forest.depth[other])) {
      up.push(one);
      one = map.parent[one];
    } else {
      down.push(other);
      other = map.parent[other];
    }
  }
  const first = around(forest, up);
  const groups = [...first, ...around(forest, down).reverse()];
  return { groups, common: one, turn: first.length };
}

/** Of the groups around an end its own and the outermost: what lies between them would only make the way wriggle. */
function around(forest: Forest, path: number[]): number[] {
  const groups = path.slice(1).filter((g, k, all) => k + 1 === all.length || forest.filling[all[k + 1]] !== g);
  return groups.length <= 2 ? groups : [groups[0], groups[groups.length - 1]];
}

/** A way in pixels: a smooth line from rim to rim, drawn towards the stops between. Kept and filled anew for each edge. */
export class Route {
  private readonly x = new Float64Array(mostPoints);
  private readonly y = new Float64Array(mostPoints);
  private points = 0;
  length = 0;
  private readonly piece: Curve = { x0: 0, y0: 0, cx: 0, cy: 0, x1: 0, y1: 0, length: 0 };

  /** False where there is no room for a line. */
  lay(from: Stop, to: Stop, between: readonly Stop[]): boolean {
    this.points = 0;
    this.length = 0;
    this.add(from.x, from.y);
    const siblings = between.length === 1;
    const most = Math.hypot(to.x - from.x, to.y - from.y) * (siblings ? widest / 3 : widest);
    for (let k = 0; k < between.length && this.points < mostPoints - 1; k++) {
      const part = (k + 1) / (between.length + 1);
      const straightX = from.x + (to.x - from.x) * part;
      const straightY = from.y + (to.y - from.y) * part;
      const away = Math.hypot(between[k].x - straightX, between[k].y - straightY);
      const pull = Math.min(siblings ? lean : strength, most / Math.max(1, away));
      const x = straightX + (between[k].x - straightX) * pull;
      const y = straightY + (between[k].y - straightY) * pull;
      const last = this.points - 1;
      // Within the disc of an end there is nothing to bend.
      const room = Math.hypot(x - this.x[last], y - this.y[last]) > (last === 0 ? from.r + 4 : leastApart);
      if (room && Math.hypot(x - to.x, y - to.y) > to.r + 4) this.add(x, y);
    }
    this.add(to.x, to.y);
    return this.trim(from.r + 1, to.r + 1);
  }

  private add(x: number, y: number): void {
    this.x[this.points] = x;
    this.y[this.points++] = y;
  }

  /** Begins and ends it at the rims of its ends. */
  private trim(ra: number, rb: number): boolean {
    const { x, y } = this;
    const end = this.points - 1;
    const first = Math.hypot(x[1] - x[0], y[1] - y[0]);
    const last = Math.hypot(x[end] - x[end - 1], y[end] - y[end - 1]);
    if (end === 1 ? first < ra + rb + 2 : first < ra + 1 || last < rb + 1) return false;
    const [ux, uy] = [(x[1] - x[0]) / first, (y[1] - y[0]) / first];
    const [vx, vy] = [(x[end - 1] - x[end]) / last, (y[end - 1] - y[end]) / last];
    x[0] += ux * ra;
    y[0] += uy * ra;
    x[end] += vx * rb;
    y[end] += vy * rb;
    for (let k = 1; k <= end; k++) this.length += Math.hypot(x[k] - x[k - 1], y[k] - y[k - 1]);
    return true;
  }

  /** Whether some of it may be on a screen of that size. */
  isOn(width: number, height: number): boolean {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let k = 0; k < this.points; k++) {
      left = Math.min(left, this.x[k]);
      right = Math.max(right, this.x[k]);
      top = Math.min(top, this.y[k]);
      bottom = Math.max(bottom, this.y[k]);
    }
    return right >= 0 && bottom >= 0 && left <= width && top <= height;
  }

  /** Puts it on a list: a quadratic spline, whose pieces meet midway between its points. */
  put(into: Ribbons, width: number, ink: Ink, alpha: number, a = -1, b = -1): void {
    const { x, y, piece } = this;
    const end = this.points - 1;
    piece.x0 = x[0];
    piece.y0 = y[0];
    if (end === 1) {
      piece.cx = (x[0] + x[1]) / 2;
      piece.cy = (y[0] + y[1]) / 2;
      piece.x1 = x[1];
      piece.y1 = y[1];
      into.put(piece, width, ink, alpha, 0, a, b);
      return;
    }
    for (let k = 1; k < end; k++) {
      piece.cx = x[k];
      piece.cy = y[k];
      piece.x1 = k + 1 === end ? x[end] : (x[k] + x[k + 1]) / 2;
      piece.y1 = k + 1 === end ? y[end] : (y[k] + y[k + 1]) / 2;
      into.put(piece, width, ink, alpha, 0, a, b);
      piece.x0 = piece.x1;
      piece.y0 = piece.y1;
    }
  }
}

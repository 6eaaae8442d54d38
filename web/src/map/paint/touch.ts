import type { Tie } from "../scene";
import type { Curve, Ribbons } from "./list";

/** Into how many straight pieces a curve is cut to measure how far away it is. */
const pieces = 14;
const curve: Curve = { x0: 0, y0: 0, cx: 0, cy: 0, x1: 0, y1: 0, length: 0 };

/** The edge that is drawn at a point, or within some pixels of it: one with an arrow before one without, then the nearest. */
export function edgeAt(ribbons: Ribbons, x: number, y: number, gracePx: number): Tie | null {
  const { size, ends, end } = ribbons;
  let best = Infinity;
  let found = -1;
  for (let k = 0; k < size; k++) {
    if (ends[k * 2] < 0) continue;
    const reach = gracePx + end[k * 4 + 2] / 2;
    const away = distance(ribbons.curve(k, curve), x, y, reach);
    if (away > reach) continue;
    // What is gathered lies under what is shown in full.
    const score = away + (end[k * 4 + 3] > 0 ? 0 : reach + 1);
    if (score >= best) continue;
    best = score;
    found = k;
  }
  return found < 0 ? null : { from: ends[found * 2], to: ends[found * 2 + 1], directed: end[found * 4 + 3] > 0 };
}

/** How far a point is from a curve; Infinity at once where it is farther than `reach` from the box around it. */
function distance({ x0, y0, cx, cy, x1, y1 }: Curve, x: number, y: number, reach: number): number {
  if (x < Math.min(x0, cx, x1) - reach || x > Math.max(x0, cx, x1) + reach || y < Math.min(y0, cy, y1) - reach || y > Math.max(y0, cy, y1) + reach) return Infinity;
  let least = Infinity;
  let [px, py] = [x0, y0];
  for (let k = 1; k <= pieces; k++) {
    const t = k / pieces;
    const [u, v, w] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    const [qx, qy] = [u * x0 + v * cx + w * x1, u * y0 + v * cy + w * y1];
    const [dx, dy] = [qx - px, qy - py];
    const along = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / Math.max(1e-9, dx * dx + dy * dy)));
    least = Math.min(least, Math.hypot(px + dx * along - x, py + dy * along - y));
    [px, py] = [qx, qy];
  }
  return least;
}

import type { Frontier } from "./frontier";

/** Whether a point is inside a polygon of x, y, x, y …, by the even-odd rule. */
export function isInside(polygon: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let k = 0, before = polygon.length - 2; k < polygon.length; before = k, k += 2) {
    const [x0, y0, x1, y1] = [polygon[before], polygon[before + 1], polygon[k], polygon[k + 1]];
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
  }
  return inside;
}

/** The drawn things whose middles are inside a polygon on the screen, the largest first; an open group is ground, not a thing. */
export function enclosed(frontier: Frontier, polygon: readonly number[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < frontier.size; at++) {
    if (frontier.open[at] >= 0.5 || frontier.alpha[at] * frontier.clear[at] < 0.3) continue;
    if (isInside(polygon, frontier.x[at], frontier.y[at])) found.push(at);
  }
  return found.sort((a, b) => frontier.r[b] - frontier.r[a] || frontier.item[a] - frontier.item[b]).map((at) => frontier.item[at]);
}

/** The corners of a box. */
export function boxOf(x0: number, y0: number, x1: number, y1: number): number[] {
  return [x0, y0, x1, y0, x1, y1, x0, y1];
}

import type { Scene } from "./scene";

/** Where a key leads from an item: the nearest one that lies that way among its siblings, its first member, its group. */
export function nearest(scene: Scene, from: number, direction: "left" | "right" | "up" | "down" | "in" | "out"): number {
  const { map, forest, presence } = scene;
  const group = from < 0 ? forest.items : map.parent[from] < 0 ? forest.items : map.parent[from];
  if (direction === "out") return from < 0 ? -1 : map.parent[from];
  if (from < 0 || direction === "in") {
    const g = from < 0 ? forest.items : from;
    for (let k = forest.start[g]; k < forest.start[g + 1]; k++) if (presence.there[forest.member[k]] === 1) return forest.member[k];
    return -1;
  }
  const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction];
  let best = -1;
  let bestScore = Infinity;
  for (let k = forest.start[group]; k < forest.start[group + 1]; k++) {
    const i = forest.member[k];
    if (i === from || presence.there[i] === 0) continue;
    const x = map.x[i] - map.x[from];
    const y = map.y[i] - map.y[from];
    const along = x * dx + y * dy;
    if (along <= 0) continue;
    const across = Math.abs(x * dy) + Math.abs(y * dx);
    const score = along + across * 2.2;
    if (score < bestScore) {
      bestScore = score;
      best = i;
    }
  }
  return best;
}

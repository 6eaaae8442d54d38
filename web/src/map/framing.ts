import { fit, type Box, type Camera, type Viewport } from "./camera";
import { idText, noType, type MapData } from "./decode";
import type { Eye } from "./eye";
import type { Scene } from "./scene";

const marginPx = 28;
/** A node is drawn no larger than about this: nearer there is nothing more to see. */
const largestNodePx = 44;
const smallestNodePx = 16;

/** The box around all that was ever on top; the same at any time, so that the past stands where the present does. */
export function contentBox(scene: Scene): Box | null {
  const { map, forest } = scene;
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let k = forest.start[forest.items]; k < forest.start[forest.items + 1]; k++) {
    const i = forest.member[k];
    const r = forest.reach[i];
    box.minX = Math.min(box.minX, map.x[i] - r);
    box.maxX = Math.max(box.maxX, map.x[i] + r);
    box.minY = Math.min(box.minY, map.y[i] - r);
    box.maxY = Math.max(box.maxY, map.y[i] + r);
  }
  return box.minX <= box.maxX ? box : null;
}

/** The camera that shows all. */
export function homeCamera(scene: Scene | undefined, viewport: Viewport): Camera {
  const box = scene ? contentBox(scene) : null;
  return box ? fit(box, viewport, marginPx) : { x: 0, y: 0, scale: 1 };
}

/** The largest scale that still shows something. */
export function nearestScale(scene: Scene, viewport: Viewport): number {
  return Math.max(largestNodePx / scene.nodeRadius, homeCamera(scene, viewport).scale * 4);
}

/** Shows an item so large that it is seen, with what is around it; a group so large that it opens. */
export function cameraFor(scene: Scene, viewport: Viewport, item: number): Camera {
  const { map } = scene;
  const group = scene.memberCount(item) > 0;
  const r = map.radius[item];
  const around = group ? r * 1.08 : r * 9;
  const near = fit({ minX: map.x[item] - around, maxX: map.x[item] + around, minY: map.y[item] - around, maxY: map.y[item] + around }, viewport, marginPx);
  return group ? near : { ...near, scale: Math.min(near.scale, Math.max(smallestNodePx / r, near.scale * 0.4)) };
}

/** The open groups that the middle of the view is in and that fill much of it, the outermost first. */
export function trailAt(scene: Scene, eye: Eye, viewport: Viewport): { id: string; name: string }[] {
  const { map, frontier, height } = scene;
  const least = (Math.min(viewport.width, viewport.height) / eye.scale) * 0.55;
  const trail: { id: string; name: string }[] = [];
  let around: { name: string; type: string | null } | undefined;
  for (let at = 0; at < frontier.size; at++) {
    const i = frontier.item[at];
    const r = map.radius[i];
    if (frontier.open[at] < 0.5 || r * 2 < least || Math.hypot(map.x[i] - eye.x, map.y[i] - eye.y, height[i] * eye.depth - eye.z) > r) continue;
    if (!isTopOf(map.names[i], typeOf(map, i), around)) trail.push({ id: idText(map.ids, i), name: map.names[i] });
    around = { name: map.names[i], type: typeOf(map, i) };
  }
  return trail;
}

function typeOf(map: MapData, item: number): string | null {
  return map.type[item] === noType ? null : map.types[map.type[item]];
}

/** Whether a group is the folder that a repository begins with, which is called as it is: of these one step is enough. */
function isTopOf(name: string, type: string | null, around: { name: string; type: string | null } | undefined): boolean {
  return type === "Folder" && around?.type === "Repository" && around.name === name;
}

/** The groups around a thing, as one says them: the folder that a repository begins with is not named beside it. */
export function saidPath<T extends { name: string; type: string | null }>(groups: readonly T[]): T[] {
  return groups.filter((group, k) => !isTopOf(group.name, group.type, groups.at(k - 1)) || k === 0);
}

/** The camera that shows some things, and all inside them, at once. */
export function cameraForAll(scene: Scene, viewport: Viewport, items: readonly number[]): Camera | null {
  const { map, forest } = scene;
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const i of items) {
    const r = Math.max(forest.reach[i], scene.nodeRadius * 4);
    box.minX = Math.min(box.minX, map.x[i] - r);
    box.maxX = Math.max(box.maxX, map.x[i] + r);
    box.minY = Math.min(box.minY, map.y[i] - r);
    box.maxY = Math.max(box.maxY, map.y[i] + r);
  }
  return box.minX <= box.maxX ? fit(box, viewport, marginPx * 2) : null;
}

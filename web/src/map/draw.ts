import { landOf, otherColour, type Palette } from "../look/palette";
import type { Bundles } from "./bundles";
import { toScreenX, toScreenY } from "./camera";
import { drawEdges, drawNeighbourhood } from "./drawEdges";
import { drawnRadius, isLit, mixColumns, type Picture } from "./scene";

const turn = Math.PI * 2;
const alphaSteps = 4;

export type Context = OffscreenCanvasRenderingContext2D;

/** Draws everything but the names: sea, open groups, edges, closed groups and nodes, selection. */
export function drawPicture(context: Context, picture: Picture, palette: Palette): void {
  const { viewport } = picture;
  context.globalAlpha = 1;
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, viewport.width, viewport.height);
  drawGrounds(context, picture, palette);
  const focus = picture.neighbours !== null;
  const edges = (bundles: Bundles | null, part: number): void => {
    if (bundles && part > 0.01) drawEdges(context, picture, bundles, palette, part * (focus ? 0.35 : 1));
  };
  edges(picture.formerBundles, 1 - picture.bundleFade);
  edges(picture.bundles, picture.bundleFade);
  drawNeighbourhood(context, picture, palette);
  drawClosedGroups(context, picture, palette);
  drawNodes(context, picture, palette);
  drawMarks(context, picture, palette);
}

/** The ground of groups that are open or opening, the outer before the inner. */
function drawGrounds(context: Context, picture: Picture, palette: Palette): void {
  const { scene, camera, viewport } = picture;
  const { frontier, map, forest } = scene;
  context.lineWidth = 1;
  for (let at = 0; at < frontier.size; at++) {
    const open = frontier.open[at];
    if (open <= 0) continue;
    const i = frontier.item[at];
    const x = toScreenX(camera, viewport, map.x[i]);
    const y = toScreenY(camera, viewport, map.y[i]);
    const r = map.radius[i] * camera.scale;
    const alpha = frontier.alpha[at];
    const depth = forest.depth[i];
    if (depth === 0 && r < viewport.width) {
      context.globalAlpha = 0.07 * alpha;
      context.fillStyle = palette.shadow;
      disc(context, x, y + 3, r + 2.5);
    }
    if (open < 1) {
      context.globalAlpha = alpha;
      context.fillStyle = palette.groups[scene.colour[i]];
      disc(context, x, y, r);
    }
    context.globalAlpha = alpha * open;
    context.fillStyle = landOf(palette, forest.tone[i]);
    disc(context, x, y, r);
    context.globalAlpha = alpha;
    context.strokeStyle = open < 0.5 ? palette.groupRims[scene.colour[i]] : palette.coast;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function disc(context: Context, x: number, y: number, r: number): void {
  context.beginPath();
  context.arc(x, y, r, 0, turn);
  context.fill();
}

function drawClosedGroups(context: Context, picture: Picture, palette: Palette): void {
  const { scene, camera, viewport } = picture;
  const { frontier, map } = scene;
  for (let at = 0; at < frontier.size; at++) {
    const i = frontier.item[at];
    if (frontier.open[at] > 0 || scene.mixRow[i] < 0) continue;
    const x = toScreenX(camera, viewport, map.x[i]);
    const y = toScreenY(camera, viewport, map.y[i]);
    const r = Math.max(map.radius[i] * camera.scale, 0.8);
    const alpha = frontier.alpha[at] * lightOf(picture, i);
    const colour = scene.colour[i];
    if (r > 12) {
      context.globalAlpha = 0.08 * alpha;
      context.fillStyle = palette.shadow;
      disc(context, x, y + 2, r + 1);
    }
    context.globalAlpha = alpha;
    context.fillStyle = r > 22 ? dome(context, palette, colour, x, y, r) : palette.groups[colour];
    disc(context, x, y, r);
    if (r > 22) drawMix(context, picture, palette, i, x, y, r);
    else {
      context.lineWidth = r > 6 ? 1.25 : 0.75;
      context.strokeStyle = palette.groupRims[colour];
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

/** Lit a little from above, so that what is closed looks full. */
function dome(context: Context, palette: Palette, colour: number, x: number, y: number, r: number): CanvasGradient {
  const light = context.createRadialGradient(x - r * 0.25, y - r * 0.45, r * 0.1, x, y, r);
  light.addColorStop(0, palette.domes[colour]);
  light.addColorStop(1, palette.groups[colour]);
  return light;
}

/** What a closed group holds, as a ring of its types' colours. */
function drawMix(context: Context, picture: Picture, palette: Palette, item: number, x: number, y: number, r: number): void {
  const { mix, mixRow } = picture.scene;
  const row = mixRow[item] * mixColumns;
  let all = 0;
  for (let c = 0; c < mixColumns; c++) all += mix[row + c];
  const width = Math.min(5, Math.max(2, r * 0.06));
  context.lineWidth = width;
  const ring = r - width / 2;
  let from = -Math.PI / 2;
  for (let c = 0; c < mixColumns && all > 0; c++) {
    const part = mix[row + c] / all;
    if (part === 0) continue;
    const to = from + part * turn;
    context.strokeStyle = palette.types[c];
    context.beginPath();
    context.arc(x, y, ring, from, to);
    context.stroke();
    from = to;
  }
}

/** How strongly an item is drawn while the legend points a type out. */
function lightOf(picture: Picture, item: number): number {
  const { highlighted, scene } = picture;
  if (highlighted < 0 || isLit(scene, item, highlighted)) return 1;
  return scene.mixRow[item] >= 0 ? 0.25 : 0.14;
}

/** Nodes, gathered by colour and faintness: one path each. */
function drawNodes(context: Context, picture: Picture, palette: Palette): void {
  const { scene, camera, viewport } = picture;
  const { frontier, map } = scene;
  const paths: (Path2D | undefined)[] = new Array<Path2D | undefined>((otherColour + 1) * alphaSteps);
  const rims: (Path2D | undefined)[] = new Array<Path2D | undefined>(alphaSteps);
  const fresh = new Path2D();
  let anyFresh = false;
  const { newnessMs } = picture;
  const time = scene.presence.time;
  for (let at = 0; at < frontier.size; at++) {
    const i = frontier.item[at];
    if (scene.mixRow[i] >= 0) continue;
    const alpha = frontier.alpha[at] * lightOf(picture, i);
    const step = Math.min(alphaSteps - 1, Math.floor(alpha * alphaSteps));
    const x = toScreenX(camera, viewport, map.x[i]);
    const y = toScreenY(camera, viewport, map.y[i]);
    const r = drawnRadius(scene, i, camera.scale);
    const path = (paths[scene.colour[i] * alphaSteps + step] ??= new Path2D());
    if (r < 1.6) path.rect(x - r, y - r, r * 2, r * 2);
    else {
      path.moveTo(x + r, y);
      path.arc(x, y, r, 0, turn);
      if (r > 5) {
        const rim = (rims[step] ??= new Path2D());
        rim.moveTo(x + r, y);
        rim.arc(x, y, r, 0, turn);
      }
    }
    if (newnessMs > 0 && time - map.from[i] < newnessMs) {
      anyFresh = true;
      fresh.moveTo(x + r + 2.5, y);
      fresh.arc(x, y, r + 2.5, 0, turn);
    }
  }
  for (let p = 0; p < paths.length; p++) {
    const path = paths[p];
    if (!path) continue;
    context.globalAlpha = ((p % alphaSteps) + 1) / alphaSteps;
    context.fillStyle = palette.types[Math.floor(p / alphaSteps)];
    context.fill(path);
  }
  context.lineWidth = 1.5;
  context.strokeStyle = palette.halo;
  rims.forEach((rim, step) => {
    if (!rim) return;
    context.globalAlpha = ((step + 1) / alphaSteps) * 0.8;
    context.stroke(rim);
  });
  context.globalAlpha = 1;
  if (anyFresh) {
    context.strokeStyle = palette.born;
    context.lineWidth = 1.5;
    context.stroke(fresh);
  }
}

/** Rings around what is selected, what it is tied to, and what the pointer is on. */
function drawMarks(context: Context, picture: Picture, palette: Palette): void {
  const { scene, neighbours } = picture;
  if (neighbours) {
    context.lineWidth = 1.5;
    context.globalAlpha = 0.9;
    for (let k = 0; k < neighbours.other.length; k++) {
      context.strokeStyle = neighbours.outgoing[k] >= neighbours.incoming[k] ? palette.outgoing : palette.incoming;
      ring(context, picture, neighbours.other[k], 1.5, false);
    }
  }
  const { hovered, selected } = picture;
  if (hovered >= 0 && hovered !== selected) {
    context.globalAlpha = 0.75;
    context.lineWidth = 2;
    context.strokeStyle = palette.ink;
    ring(context, picture, hovered, 1.5, false);
  }
  context.globalAlpha = 1;
  if (selected >= 0) {
    const shown = scene.standIn[selected];
    if (shown >= 0) {
      context.strokeStyle = palette.accent;
      context.lineWidth = 3;
      // Dashed: it is inside, still hidden.
      ring(context, picture, shown, 3, shown !== selected);
      context.globalAlpha = 0.22;
      context.lineWidth = 8;
      ring(context, picture, shown, 5, false);
    }
  }
  context.globalAlpha = 1;
}

function ring(context: Context, picture: Picture, item: number, away: number, dashed: boolean): void {
  const { scene, camera, viewport } = picture;
  if (scene.frontier.stamp[item] !== scene.frontier.frame) return;
  const r = drawnRadius(scene, item, camera.scale) + away;
  if (dashed) context.setLineDash([6, 5]);
  context.beginPath();
  context.arc(toScreenX(camera, viewport, scene.map.x[item]), toScreenY(camera, viewport, scene.map.y[item]), r, 0, turn);
  context.stroke();
  if (dashed) context.setLineDash([]);
}

import type { Palette } from "../look/palette";
import type { Bundles } from "./bundles";
import { toScreenX, toScreenY } from "./camera";
import type { Context } from "./draw";
import { drawnRadius, focusOf, type Picture } from "./scene";

const bend = 0.14;
const widthSteps = 5;
const alphaSteps = 5;
/** The part of the screen that lines may cover when all are drawn at full strength. */
const inkBudget = 0.035;
const strongest = 0.44;
const faintest = 0.05;

/** From rim to rim, bent a little to the left of its way, so that there and back lie apart. */
interface Curve {
  x0: number;
  y0: number;
  cx: number;
  cy: number;
  x1: number;
  y1: number;
  length: number;
}

const curve: Curve = { x0: 0, y0: 0, cx: 0, cy: 0, x1: 0, y1: 0, length: 0 };

/** Fills `curve`; false when the line is too short, or not on the screen. */
function between(picture: Picture, a: number, b: number): boolean {
  const { scene, camera, viewport } = picture;
  const { map } = scene;
  const ax = toScreenX(camera, viewport, map.x[a]);
  const ay = toScreenY(camera, viewport, map.y[a]);
  const bx = toScreenX(camera, viewport, map.x[b]);
  const by = toScreenY(camera, viewport, map.y[b]);
  if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > viewport.width && bx > viewport.width) || (ay > viewport.height && by > viewport.height)) return false;
  const dx = bx - ax;
  const dy = by - ay;
  const distance = Math.hypot(dx, dy);
  const ra = drawnRadius(scene, a, camera.scale) + 1;
  const rb = drawnRadius(scene, b, camera.scale) + 1;
  if (distance < 3 || distance <= Math.abs(ra - rb)) return false;
  const overlap = distance - ra - rb;
  if (overlap < 2) return false;
  const ux = dx / distance;
  const uy = dy / distance;
  // Beside a near neighbour there is no room to bend.
  const lift = Math.min(distance * bend, overlap * 0.45, 120);
  curve.cx = (ax + bx) / 2 + uy * lift;
  curve.cy = (ay + by) / 2 - ux * lift;
  // Leaves and arrives along the curve's own direction.
  const fromLength = Math.hypot(curve.cx - ax, curve.cy - ay);
  const toLength = Math.hypot(curve.cx - bx, curve.cy - by);
  curve.x0 = ax + ((curve.cx - ax) / fromLength) * ra;
  curve.y0 = ay + ((curve.cy - ay) / fromLength) * ra;
  curve.x1 = bx + ((curve.cx - bx) / toLength) * rb;
  curve.y1 = by + ((curve.cy - by) / toLength) * rb;
  curve.length = overlap;
  return true;
}

/**
 * Draws gathered edges. However many there are, together they cover the same small part of the screen: more lines are
 * fainter lines, and the light ones vanish first. So it is never a hairball.
 */
export function drawEdges(context: Context, picture: Picture, bundles: Bundles, palette: Palette, part: number): void {
  const { viewport, scene } = picture;
  const heaviest = Math.log2(1 + bundles.heaviest);
  const paths: (Path2D | undefined)[] = new Array<Path2D | undefined>(widthSteps * alphaSteps);
  let ink = 0;
  const area = viewport.width * viewport.height * inkBudget;
  const { frontier } = scene;
  for (let k = 0; k < bundles.size; k++) {
    const a = bundles.a[k];
    const b = bundles.b[k];
    const shownA = frontier.stamp[a] === frontier.frame;
    const shownB = frontier.stamp[b] === frontier.frame;
    if (!shownA && !shownB) continue;
    if (!between(picture, a, b)) continue;
    const weight = heaviest > 0 ? Math.log2(1 + bundles.weight[k]) / heaviest : 1;
    const width = 0.8 + 4.2 * weight * weight * Math.min(1, heaviest / 5);
    ink += Math.min(curve.length, viewport.width) * width;
    // The heaviest come first; what no longer fits the ink grows fainter, down to nothing.
    const crowding = ink < area ? 1 : area / ink;
    let alpha = strongest * (0.22 + 0.78 * weight ** 1.5) * crowding;
    alpha *= Math.min(shownA ? frontier.alpha[frontier.slot[a]] : 0.5, shownB ? frontier.alpha[frontier.slot[b]] : 0.5);
    if (alpha < faintest) continue;
    const widthStep = Math.min(widthSteps - 1, Math.floor(((width - 0.8) / 4.2) * widthSteps));
    const alphaStep = Math.min(alphaSteps - 1, Math.floor((alpha / strongest) * alphaSteps));
    const path = (paths[widthStep * alphaSteps + alphaStep] ??= new Path2D());
    path.moveTo(curve.x0, curve.y0);
    path.quadraticCurveTo(curve.cx, curve.cy, curve.x1, curve.y1);
  }
  context.strokeStyle = palette.line;
  context.lineCap = "round";
  for (let p = 0; p < paths.length; p++) {
    const path = paths[p];
    if (!path) continue;
    context.globalAlpha = part * strongest * (((p % alphaSteps) + 0.7) / alphaSteps);
    context.lineWidth = 0.9 + 4.2 * (Math.floor(p / alphaSteps) / widthSteps);
    context.stroke(path);
  }
  context.globalAlpha = 1;
  context.lineCap = "butt";
}

/** The edges of the selected or hovered item in full, with their directions. */
export function drawNeighbourhood(context: Context, picture: Picture, palette: Palette): void {
  const { neighbours, scene } = picture;
  if (!neighbours) return;
  const focus = focusOf(picture);
  const own = focus >= 0 ? scene.standIn[focus] : -1;
  if (own < 0) return;
  for (let k = 0; k < neighbours.other.length; k++) {
    const other = neighbours.other[k];
    for (const way of ["out", "in"] as const) {
      const weight = way === "out" ? neighbours.outgoing[k] : neighbours.incoming[k];
      if (weight === 0) continue;
      const drawn = way === "out" ? between(picture, own, other) : between(picture, other, own);
      if (!drawn) continue;
      context.globalAlpha = 0.85;
      context.strokeStyle = way === "out" ? palette.outgoing : palette.incoming;
      context.fillStyle = context.strokeStyle;
      context.lineWidth = Math.min(5, 1.2 + Math.log2(weight) * 0.6);
      context.beginPath();
      context.moveTo(curve.x0, curve.y0);
      context.quadraticCurveTo(curve.cx, curve.cy, curve.x1, curve.y1);
      context.stroke();
      arrow(context, 5 + context.lineWidth);
    }
  }
  context.globalAlpha = 1;
}

function arrow(context: Context, size: number): void {
  const angle = Math.atan2(curve.y1 - curve.cy, curve.x1 - curve.cx);
  context.beginPath();
  context.moveTo(curve.x1, curve.y1);
  context.lineTo(curve.x1 - size * Math.cos(angle - 0.42), curve.y1 - size * Math.sin(angle - 0.42));
  context.lineTo(curve.x1 - size * Math.cos(angle + 0.42), curve.y1 - size * Math.sin(angle + 0.42));
  context.closePath();
  context.fill();
}

import { cssOf, type Discs, type Drawing, type Ribbons } from "./list";

type Context = OffscreenCanvasRenderingContext2D;

const turn = Math.PI * 2;
const colours = new Map<number, string>();

function css(bytes: Uint8Array, at: number): string {
  const ink = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  let text = colours.get(ink);
  if (text === undefined) {
    text = cssOf(ink);
    colours.set(ink, text);
  }
  return text;
}

/** Draws the lists without a graphics card: slower, and all there. */
export function paintOnCanvas(context: Context, drawing: Drawing, width: number, height: number): void {
  context.globalAlpha = 1;
  context.fillStyle = cssOf(drawing.ground);
  context.fillRect(0, 0, width, height);
  paintDiscs(context, drawing.grounds);
  paintRibbons(context, drawing.edges);
  paintDiscs(context, drawing.solids);
  paintDiscs(context, drawing.marks);
  context.globalAlpha = 1;
}

function paintDiscs(context: Context, discs: Discs): void {
  const { place, arc, fill, rim, shine } = discs;
  for (let k = 0; k < discs.size; k++) {
    const at = k * 4;
    const x = place[at];
    const y = place[at + 1];
    const r = place[at + 2];
    const round = arc[at + 3];
    if (fill[at + 3] > 0) {
      // Of a shell one sees the edge most; a flat colour can only be fainter.
      context.globalAlpha = (fill[at + 3] / 255) * (round < 0 ? 1 + round * 0.75 : 1);
      context.fillStyle = css(fill, at);
      if (r < 1.6) context.fillRect(x - r, y - r, r * 2, r * 2);
      else {
        if (shine[at + 3] > 0 && r > 6) {
          const light = context.createRadialGradient(x - r * 0.25, y - r * 0.45, r * 0.1, x, y, r);
          light.addColorStop(0, css(shine, at));
          light.addColorStop(1, css(fill, at));
          context.fillStyle = light;
        }
        context.beginPath();
        context.arc(x, y, r, 0, turn);
        context.fill();
      }
    }
    if (rim[at + 3] === 0) continue;
    context.globalAlpha = rim[at + 3] / 255;
    context.strokeStyle = css(rim, at);
    context.lineWidth = place[at + 3];
    if (arc[at + 2] > 0) context.setLineDash([arc[at + 2] * 0.55, arc[at + 2] * 0.45]);
    context.beginPath();
    context.arc(x, y, r, arc[at] * turn - turn / 4, arc[at + 1] * turn - turn / 4);
    context.stroke();
    if (arc[at + 2] > 0) context.setLineDash([]);
  }
}

function paintRibbons(context: Context, ribbons: Ribbons): void {
  const { start, end, ink } = ribbons;
  for (let k = 0; k < ribbons.size; k++) {
    const at = k * 4;
    context.globalAlpha = ink[at + 3] / 255;
    context.strokeStyle = css(ink, at);
    context.lineWidth = end[at + 2];
    context.beginPath();
    context.moveTo(start[at], start[at + 1]);
    context.quadraticCurveTo(start[at + 2], start[at + 3], end[at], end[at + 1]);
    context.stroke();
    if (end[at + 3] > 0) {
      context.fillStyle = context.strokeStyle;
      context.fill(arrowAt(start[at + 2], start[at + 3], end[at], end[at + 1], end[at + 3]));
    }
  }
}

function arrowAt(cx: number, cy: number, x: number, y: number, size: number): Path2D {
  const path = new Path2D();
  arrowCorners(cx, cy, x, y, size).forEach(([px, py], k) => (k === 0 ? path.moveTo(px, py) : path.lineTo(px, py)));
  path.closePath();
  return path;
}

/** The three corners of an arrow's head that arrives from (cx, cy). */
export function arrowCorners(cx: number, cy: number, x: number, y: number, size: number): [number, number][] {
  const angle = Math.atan2(y - cy, x - cx);
  return [
    [x, y],
    [x - size * Math.cos(angle - 0.42), y - size * Math.sin(angle - 0.42)],
    [x - size * Math.cos(angle + 0.42), y - size * Math.sin(angle + 0.42)],
  ];
}

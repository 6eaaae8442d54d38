import type { Palette } from "../look/palette";
import type { Room } from "./labels";
import { shorten } from "./labels";
import type { ShownName } from "./names";
import { curveOf } from "./paint/edges";
import type { Curve, Ribbons } from "./paint/list";
import { focusOf, type Picture } from "./scene";
import { style, type Context, type TextSprites, type TextStyle } from "./text";

const mostEdgeNames = 36;
/** So often one name is enough: who has very many edges of a kind is told what they are. */
const mostAlike = 10;
/** What a line must be drawn by at least, of 255, to have a name. */
const leastInk = 80;
const size = 10.5;
const fadeMs = 180;
/** What a line must be longer by than the name on it. */
const sparePx = 26;
const longestPx = 170;
/** Where along its line a name may stand, the best first. */
const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

interface EdgeName {
  from: number;
  to: number;
  /** Where along the line. */
  t: number;
  text: string;
  style: TextStyle;
  since: number;
}

/** Names of edges along their lines, around what is selected or under the pointer; where there is room, and at rest. */
export class EdgeNames {
  private names: EdgeName[] = [];

  constructor(private readonly sprites: TextSprites) {}

  /** Decides anew which stand where; null: nothing rests, so none does. */
  place(picture: Picture, palette: Palette, drawn: Ribbons, room: Room | null, now: number): void {
    const before = new Map(this.names.map((n) => [`${n.from} ${n.to} ${n.text}`, n]));
    this.names = [];
    const { neighbours, scene, viewport } = picture;
    const focus = focusOf(picture);
    const own = focus < 0 ? -1 : scene.standIn[focus];
    if (!room || !neighbours || own < 0 || picture.way.length > 0) return;
    const seen = seenOf(drawn);
    const alike = new Map<string, number>();
    for (let k = 0; k < neighbours.other.length && this.names.length < mostEdgeNames; k++) {
      for (const [there, label] of [[true, neighbours.outgoingName[k]], [false, neighbours.incomingName[k]]] as const) {
        const kind = `${there} ${label}`;
        const other = neighbours.other[k];
        if (label === "" || (alike.get(kind) ?? 0) >= mostAlike || !seen.has(there ? `${focus} ${other}` : `${other} ${focus}`)) continue;
        const [from, to] = there ? [own, other] : [other, own];
        const curve = curveOf(picture, from, to);
        if (!curve) continue;
        const look = style(size, 550, there ? palette.outgoing : palette.incoming, palette.halo);
        const text = shorten(label, Math.min(longestPx, curve.length - sparePx), (t) => this.sprites.width(t, look));
        if (text === undefined) continue;
        const width = this.sprites.width(text, look);
        const t = places.find((p) => isFree(room, boxesOn(curve, p, width), viewport));
        if (t === undefined) continue;
        boxesOn(curve, t, width).forEach((box) => room.names.take({ ...box, item: -2 }));
        alike.set(kind, (alike.get(kind) ?? 0) + 1);
        const former = before.get(`${from} ${to} ${text}`);
        this.names.push({ from, to, t, text, style: look, since: former?.t === t ? former.since : now });
      }
    }
  }

  /** True while any is still fading in. */
  draw(context: Context, picture: Picture, now: number): boolean {
    let fading = false;
    for (const name of this.names) {
      const curve = curveOf(picture, name.from, name.to);
      if (!curve) continue;
      const part = Math.min(1, (now - name.since) / fadeMs);
      if (part < 1) fading = true;
      context.globalAlpha = part;
      const { x, y, angle } = stand(curve, name.t);
      this.sprites.drawTurned(context, name.text, name.style, x, y, angle);
    }
    context.globalAlpha = 1;
    return fading;
  }

  /** The names as they stand now, for other ways of drawing them. */
  *shown(picture: Picture): Generator<ShownName> {
    for (const { from, to, t, text, style: look } of this.names) {
      const curve = curveOf(picture, from, to);
      if (curve) yield { text, style: look, ...stand(curve, t), alpha: 1 };
    }
  }
}

/** A point of a curve and its direction there, so turned that what is written along it is not upside down. */
function stand({ x0, y0, cx, cy, x1, y1 }: Curve, t: number): { x: number; y: number; angle: number } {
  const s = 1 - t;
  const [dx, dy] = [s * (cx - x0) + t * (x1 - cx), s * (cy - y0) + t * (y1 - cy)];
  const angle = Math.atan2(dy, dx);
  return { x: s * s * x0 + 2 * s * t * cx + t * t * x1, y: s * s * y0 + 2 * s * t * cy + t * t * y1, angle: Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle };
}

/** The lines with an arrow that are drawn so strongly that a name can stand on them, by their ends. */
function seenOf({ size, end, ink, ends }: Ribbons): Set<string> {
  const seen = new Set<string>();
  for (let k = 0; k < size; k++) if (end[k * 4 + 3] > 0 && ink[k * 4 + 3] >= leastInk) seen.add(`${ends[k * 2]} ${ends[k * 2 + 1]}`);
  return seen;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A turned text as squares in a row, as boxes stand upright. */
function boxesOn(curve: Curve, t: number, width: number): Box[] {
  const { x, y, angle } = stand(curve, t);
  const side = size * 1.25;
  const count = Math.max(1, Math.ceil(width / side));
  return Array.from({ length: count }, (_, k) => {
    const along = ((k + 0.5) / count - 0.5) * width;
    return { x: x + Math.cos(angle) * along - side / 2, y: y + Math.sin(angle) * along - side / 2, width: side, height: side };
  });
}

function isFree(room: Room, boxes: Box[], view: { width: number; height: number; left: number; right: number; top: number }): boolean {
  return boxes.every((b) => b.x >= view.left && b.y >= view.top && b.x + b.width <= view.width - view.right && b.y + b.height <= view.height && room.names.isFree(b, -1) && room.discs.isFree(b, -1));
}

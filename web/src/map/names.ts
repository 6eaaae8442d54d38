import type { Palette } from "../look/palette";
import { centre, toScreenX, toScreenY } from "./camera";
import type { Context } from "./draw";
import { placeLabels, shorten, type Place, type Placed, type Wish } from "./labels";
import { drawnRadius, type Picture, type Scene } from "./scene";
import { style, type TextSprites, type TextStyle } from "./text";

const mostNames = 140;
const fadeMs = 180;

interface Name extends Placed {
  text: string;
  second: string | null;
  style: TextStyle;
  secondStyle: TextStyle;
  since: number;
}

const number = new Intl.NumberFormat("en");

/** Size of letters in a disc, by its radius in pixels; whole steps, so that zooming does not make every size a new picture. */
function sizeInside(r: number): number {
  const size = Math.min(21, Math.max(11, r * 0.27));
  return Math.round(size * 2) / 2;
}

/** The names on the map: which stand where is decided when the camera rests; while it moves they go with their things. */
export class Names {
  private names = new Map<number, Name>();
  private leaving: Name[] = [];
  private leftAt = 0;

  constructor(private readonly sprites: TextSprites) {}

  clear(): void {
    this.names.clear();
    this.leaving = [];
  }

  /** Decides anew which names stand where. */
  place(picture: Picture, palette: Palette, now: number): void {
    const { viewport } = picture;
    const wishes: Wish[] = [];
    const named = new Map<number, Name>();
    const { frontier } = picture.scene;
    for (let at = 0; at < frontier.size; at++) {
      if (frontier.alpha[at] < 0.4) continue;
      const wish = this.wish(picture, palette, at, named);
      if (wish) wishes.push(wish);
    }
    const placed = placeLabels(wishes, viewport.width, viewport.height, mostNames);
    const next = new Map<number, Name>();
    for (const p of placed) {
      const name = named.get(p.item)!;
      const before = this.names.get(p.item);
      const same = before?.how === p.how && before.text === name.text;
      next.set(p.item, { ...name, how: p.how, since: same ? before.since : now });
    }
    this.leaving = [...this.names.values()].filter((n) => next.get(n.item)?.how !== n.how || next.get(n.item)?.text !== n.text);
    this.leftAt = now;
    this.names = next;
  }

  private wish(picture: Picture, palette: Palette, at: number, named: Map<number, Name>): Wish | undefined {
    const { scene, camera, viewport, selected, hovered } = picture;
    const { frontier, map } = scene;
    const i = frontier.item[at];
    const x = toScreenX(camera, viewport, map.x[i]);
    const y = toScreenY(camera, viewport, map.y[i]);
    const r = drawnRadius(scene, i, camera.scale);
    const chosen = i === selected || i === hovered;
    const isGroup = scene.mixRow[i] >= 0;
    const open = frontier.open[at];
    const title = map.names[i];
    if (isGroup && open >= 0.5) return this.wishRim(picture, palette, i, title, r, named);
    if (!chosen && r < (isGroup ? 9 : 4.2)) return undefined;
    const size = isGroup ? sizeInside(r) : 11.5;
    const main = style(size, isGroup ? 600 : 500, palette.ink, isGroup && r > 26 ? "" : palette.halo);
    const places: Place[] = [];
    const room = r * 1.66;
    const fitting = isGroup && r > 20 ? shorten(title, room, (t) => this.sprites.width(t, main)) : undefined;
    const full = fitting === title || (fitting !== undefined && r > 44);
    const count = isGroup && r > 30 ? number.format(scene.presence.count[i]) : null;
    const height = size * 1.35 + (count ? size * 1.1 : 0);
    if (fitting !== undefined && full) {
      const width = this.sprites.width(fitting, main) + 4;
      places.push({ how: "inside", x: x - width / 2, y: y - height / 2, width, height });
    }
    const outside = fitting !== undefined && full ? fitting : (shorten(title, Math.max(130, r * 2), (t) => this.sprites.width(t, main)) ?? title);
    if (!full || !isGroup) {
      const width = this.sprites.width(outside, main) + 6;
      const line = size * 1.4;
      places.push({ how: "below", x: x - width / 2, y: y + r + 2, width, height: line });
      places.push({ how: "right", x: x + r + 3, y: y - line / 2, width, height: line });
      places.push({ how: "above", x: x - width / 2, y: y - r - 2 - line, width, height: line });
    }
    named.set(i, {
      item: i,
      how: "inside",
      text: outside,
      second: count,
      style: main,
      secondStyle: style(Math.max(10.5, Math.round(size * 0.72 * 2) / 2), 500, palette.mutedInk, ""),
      since: 0,
    });
    const rank = (chosen ? 1e9 : 0) + (isGroup ? 1e5 : 0) + r * 100 + Math.min(5000, scene.forest.degree[i]) + (this.names.has(i) ? 60 : 0);
    return { item: i, rank, places };
  }

  /** The name of an open group sits on its rim, at the top, or where its disc meets the top of the view. */
  private wishRim(picture: Picture, palette: Palette, i: number, title: string, r: number, named: Map<number, Name>): Wish | undefined {
    const depth = picture.scene.forest.depth[i];
    const main = style(depth === 0 ? 13 : 12, 650, palette.ink, palette.coast, palette.land[Math.min(depth, palette.land.length - 1)]);
    const at = rimPoint(picture, i);
    if (!at) return undefined;
    const text = shorten(title, Math.max(80, r * 1.2), (t) => this.sprites.width(t, main)) ?? title;
    const width = this.sprites.width(text, main) + 18;
    const height = main.size * 1.7;
    named.set(i, { item: i, how: "rim", text, second: null, style: main, secondStyle: main, since: 0 });
    return { item: i, rank: 1e7 + r, places: [{ how: "rim", x: at.x - width / 2, y: at.y - height / 2, width, height }] };
  }

  /** Draws the names where their things are now; true while any is still fading. */
  draw(context: Context, picture: Picture, now: number): boolean {
    let fading = false;
    const gone = (now - this.leftAt) / fadeMs;
    if (gone < 1) {
      fading = this.leaving.length > 0;
      for (const name of this.leaving) this.drawOne(context, picture, name, 1 - gone);
    } else this.leaving = [];
    for (const name of this.names.values()) {
      const part = Math.min(1, (now - name.since) / fadeMs);
      if (part < 1) fading = true;
      this.drawOne(context, picture, name, part);
    }
    context.globalAlpha = 1;
    return fading;
  }

  private drawOne(context: Context, picture: Picture, name: Name, part: number): void {
    const { scene, camera, viewport, highlighted } = picture;
    const { frontier, map } = scene;
    const i = name.item;
    if (i >= map.items || frontier.stamp[i] !== frontier.frame) return;
    const at = frontier.slot[i];
    const open = frontier.open[at];
    const isOpen = name.how === "rim";
    let alpha = part * frontier.alpha[at] * (isOpen ? open : 1 - open);
    if (highlighted >= 0 && !isOpen && !isLit(scene, i, highlighted)) alpha *= 0.3;
    if (alpha < 0.02) return;
    context.globalAlpha = alpha;
    const x = toScreenX(camera, viewport, map.x[i]);
    const y = toScreenY(camera, viewport, map.y[i]);
    const r = drawnRadius(scene, i, camera.scale);
    const { size } = name.style;
    switch (name.how) {
      case "rim": {
        const point = rimPoint(picture, i);
        if (point) this.sprites.draw(context, name.text, name.style, point.x, point.y);
        break;
      }
      case "inside":
        if (name.second) {
          this.sprites.draw(context, name.text, name.style, x, y - size * 0.45);
          this.sprites.draw(context, name.second, name.secondStyle, x, y + size * 0.62);
        } else this.sprites.draw(context, name.text, name.style, x, y);
        break;
      case "below":
        this.sprites.draw(context, name.text, name.style, x, y + r + 2 + size * 0.7);
        break;
      case "above":
        this.sprites.draw(context, name.text, name.style, x, y - r - 2 - size * 0.7);
        break;
      case "right":
        this.sprites.draw(context, name.text, name.style, x + r + 6 + this.sprites.width(name.text, name.style) / 2, y);
        break;
    }
  }
}

function isLit(scene: Scene, item: number, colour: number): boolean {
  const row = scene.mixRow[item];
  return row >= 0 ? scene.mix[row * 9 + colour] > 0 : scene.colour[item] === colour;
}

/** Where the name of an open group stands; undefined when its disc surrounds the view so widely that no rim is near. */
function rimPoint(picture: Picture, item: number): { x: number; y: number } | undefined {
  const { scene, camera, viewport } = picture;
  const { map } = scene;
  const x = toScreenX(camera, viewport, map.x[item]);
  const y = toScreenY(camera, viewport, map.y[item]);
  const r = map.radius[item] * camera.scale;
  const top = viewport.top + 16;
  if (y - r >= top) return { x, y: y - r };
  if (y + r < top + 40) return undefined;
  // The top of the disc is above the view: stand where the view cuts it.
  const half = Math.sqrt(Math.max(0, r * r - (top - y) * (top - y)));
  const left = Math.max(x - half, viewport.left) + 40;
  const right = Math.min(x + half, viewport.width - viewport.right) - 40;
  // So large that it is where one is, not what one sees: the trail of groups says its name.
  if (right < left || half > viewport.width) return undefined;
  return { x: Math.min(right, Math.max(left, centre(viewport).x * 0.3 + x * 0.7)), y: top };
}

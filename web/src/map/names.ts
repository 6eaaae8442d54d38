import { landOf, type Palette } from "../look/palette";
import { centre } from "./camera";
import { kindDerived } from "./decode";
import { nearest } from "./eye";
import { emptyRoom, placeLabels, shorten, wrap, type Place, type Placed, type Room, type Thing, type Wish } from "./labels";
import { drawnRadius, isLit, placeOf, type Picture, type Scene } from "./scene";
import { style, type Context, type TextSprites, type TextStyle } from "./text";

const mostNames = 140;
const fadeMs = 180;
const nodeSize = 11.5;
const leastSize = 9.5;
const longestNodePx = 150;
/** What is so far away that it fades has no name. */
const leastClear = 0.42;

interface Name extends Omit<Placed, "along"> {
  along?: number | undefined;
  /** Lines, one under another, with line feeds between them. */
  text: string;
  second: string | null;
  style: TextStyle;
  secondStyle: TextStyle;
  since: number;
}

/** A text centred on a point of the screen. */
export interface ShownName {
  text: string;
  style: TextStyle;
  x: number;
  y: number;
  alpha: number;
  /** By how much it is turned, in radians clockwise. */
  angle?: number;
}

interface Centre {
  x: number;
  y: number;
}

const number = new Intl.NumberFormat("en");

function letters(lines: string[]): number {
  return lines.join("").replaceAll(" ", "").length;
}

/** Where in its disc the name of a closed group may stand, as parts of the radius from the middle, the best first; behind the first without its number. */
const insidePlaces = [0, 0, -0.34, 0.34];

/** How far the corners of a name may reach beyond its disc, as a part of the radius. */
const overhang = 1.1;

/** From line to line, as a part of the size of letters. */
const lineParts = 1.15;

/** Size of letters in a disc, by its radius in pixels; half steps, so that zooming does not make every size a new picture. */
function sizeInside(r: number): number {
  return Math.round(Math.min(21, Math.max(10.5, r * 0.27)) * 2) / 2;
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

  /** The same names, for the items of another map of the same workspace. */
  carryOver(former: Scene, next: Scene): void {
    const carried = new Map<number, Name>();
    for (const name of this.names.values()) {
      const item = next.ids.find(former.map.ids, name.item * 16);
      if (item >= 0) carried.set(item, { ...name, item });
    }
    this.names = carried;
    this.leaving = [];
  }

  /** The item whose name is drawn at a point outside its disc, or -1. */
  at(picture: Picture, x: number, y: number): number {
    for (const name of this.names.values()) {
      if (name.how === "inside") continue;
      const point = this.point(picture, name);
      if (!point) continue;
      const half = this.sprites.width(name.text, name.style) / 2 + (name.how === "rim" ? 8 : 1);
      if (Math.abs(point.x - x) <= half && Math.abs(point.y - y) <= name.style.size * 0.8) return name.item;
    }
    return -1;
  }

  /** Decides anew which names stand where; what room is taken then is told. */
  place(picture: Picture, palette: Palette, now: number): Room {
    const { viewport, scene } = picture;
    const { frontier } = scene;
    const wishes: Wish[] = [];
    const things: Thing[] = [];
    const named = new Map<number, Name>();
    for (let at = 0; at < frontier.size; at++) {
      if (frontier.alpha[at] < 0.4 || frontier.clear[at] < leastClear || frontier.far[at] <= nearest) continue;
      const i = frontier.item[at];
      const wish = this.wish(picture, palette, at, named);
      if (wish) wishes.push(wish);
      const r = drawnRadius(scene, at);
      if (r < 3 || frontier.open[at] >= 0.5) continue;
      // A little smaller than the disc: its corners are empty.
      const half = r * 0.82;
      things.push({ item: i, x: frontier.x[at] - half, y: frontier.y[at] - half, width: 2 * half, height: 2 * half });
    }
    const seen = picture.eye.depth > 0 ? wishes.filter((wish) => !isCovered(scene, wish)) : wishes;
    const next = new Map<number, Name>();
    const room = emptyRoom();
    for (const p of placeLabels(seen, viewport.width, viewport.height, mostNames, things, room)) {
      const name = named.get(p.item)!;
      const before = this.names.get(p.item);
      const same = before?.how === p.how && before.along === p.along && before.text === name.text;
      next.set(p.item, { ...name, how: p.how, along: p.along, since: same ? before.since : now });
    }
    this.leaving = [...this.names.values()].filter((n) => next.get(n.item)?.how !== n.how || next.get(n.item)?.along !== n.along || next.get(n.item)?.text !== n.text);
    this.leftAt = now;
    this.names = next;
    return room;
  }

  private wish(picture: Picture, palette: Palette, at: number, named: Map<number, Name>): Wish | undefined {
    const { scene, selected, hovered } = picture;
    const { frontier, forest } = scene;
    const i = frontier.item[at];
    const isGroup = scene.mixRow[i] >= 0;
    if (isGroup && frontier.open[at] >= 0.5) return this.wishOnRim(picture, palette, i, named);
    const r = drawnRadius(scene, at);
    const chosen = i === selected || i === hovered || picture.also.includes(i) || picture.way.includes(i);
    if (!chosen && r < (isGroup ? 9 : 4.2)) return undefined;
    const where = { x: frontier.x[at], y: frontier.y[at] };
    const places = isGroup ? this.inGroup(scene, palette, i, r, where, named) : this.besideNode(scene, palette, i, r, where, named);
    const tied = Math.min(5000, forest.degree[i]);
    // What has a name keeps it rather than another of nearly the same rank: names do not flicker.
    return { item: i, rank: (chosen ? 1e9 : 0) + (isGroup ? 1e5 : 0) + r * 100 + tied + (this.names.has(i) ? 60 : 0), places, bold: chosen };
  }

  /** In the middle of a closed group; a little wider than its disc where that is small. */
  private inGroup(scene: Scene, palette: Palette, i: number, r: number, { x, y }: Centre, named: Map<number, Name>): Place[] {
    const wide = r < 34;
    let found: { lines: string[]; main: TextStyle } | undefined;
    for (const part of [1, 0.86, 0.74]) {
      const main = style(Math.max(leastSize, Math.round(sizeInside(r) * part * 2) / 2), 600, palette.ink, wide ? palette.halo : "");
      const lines = wrap(scene.nameOf(i), r * (wide ? 2.3 : 1.72), r < 16 ? 1 : r < 40 ? 2 : 3, (t) => this.sprites.width(t, main));
      // Rather all of it, or more of it, in smaller letters than less of it.
      if (lines && letters(lines) > (found ? letters(found.lines) : 0)) found = { lines, main };
    }
    if (!found) return [];
    const { lines, main } = found;
    const { size } = main;
    const second = r > 30 ? number.format(scene.presence.count[i]) : null;
    const width = Math.max(...lines.map((line) => this.sprites.width(line, main))) + 4;
    const bare = size * (0.2 + lineParts * lines.length);
    const height = bare + (second ? size * 1.1 : 0);
    const text = lines.join("\n");
    const secondStyle = style(Math.max(10.5, Math.round(size * 0.72 * 2) / 2), 500, palette.mutedInk, "");
    named.set(i, { item: i, how: "inside", text, second, style: main, secondStyle, since: 0 });
    const places: Place[] = [{ how: "inside", along: 0, x: x - width / 2, y: y - height / 2, width, height }];
    for (let along = 1; along < insidePlaces.length; along++) {
      const shift = insidePlaces[along] * r;
      const reach = Math.abs(shift) + bare / 2;
      if ((wide ? reach : Math.hypot(width / 2 - 2, reach)) <= r * overhang) places.push({ how: "inside", along, x: x - width / 2, y: y + shift - bare / 2, width, height: bare });
    }
    return places;
  }

  private besideNode(scene: Scene, palette: Palette, i: number, r: number, { x, y }: Centre, named: Map<number, Name>): Place[] {
    const main = style(nodeSize, 500, palette.ink, palette.halo);
    const text = shorten(scene.nameOf(i), longestNodePx, (t) => this.sprites.width(t, main)) ?? scene.nameOf(i);
    const width = this.sprites.width(text, main) + 6;
    const height = nodeSize * 1.4;
    named.set(i, { item: i, how: "below", text, second: null, style: main, secondStyle: main, since: 0 });
    return [
      { how: "below", x: x - width / 2, y: y + r + 2, width, height },
      { how: "right", x: x + r + 3, y: y - height / 2, width, height },
      { how: "above", x: x - width / 2, y: y - r - 2 - height, width, height },
    ];
  }

  /** The name of an open group sits on its rim, at the top, or where its disc meets the top of the view. */
  private wishOnRim(picture: Picture, palette: Palette, i: number, named: Map<number, Name>): Wish | undefined {
    const { scene } = picture;
    const { forest, map } = scene;
    const p = map.parent[i];
    if ((p >= 0 && fillsOpen(scene, p, i) && rimPoint(picture, p)) || isMadeUp(scene, i)) return undefined;
    const points = rimPlaces.map((_, along) => rimPoint(picture, i, along));
    if (!points[0]) return undefined;
    const depth = forest.depth[i];
    const r = scene.frontier.r[placeOf(scene, i)];
    // Groups that fill one another are named together, on the outermost rim, which is the one that is drawn.
    const titles = [map.names[i]];
    for (let g = i; forest.filling[g] >= 0 && fillsOpen(scene, g, forest.filling[g]); g = forest.filling[g]) {
      const next = forest.filling[g];
      if (map.names[next] !== titles.at(-1) && !isMadeUp(scene, next)) titles.push(map.names[next]);
    }
    const title = titles.join(" / ");
    const main = style(depth === 0 ? 13 : 12, 650, palette.ink, palette.coast, landOf(palette, forest.tone[i]));
    const text = shorten(title, Math.max(130, r * 1.7), (t) => this.sprites.width(t, main)) ?? title;
    const width = this.sprites.width(text, main) + 18;
    const height = main.size * 1.7;
    named.set(i, { item: i, how: "rim", text, second: null, style: main, secondStyle: main, since: 0 });
    const places = points.flatMap((point, along) => (point ? [{ how: "rim" as const, along, x: point.x - width / 2, y: point.y - height / 2, width, height }] : []));
    return { item: i, rank: 1e5 + r * 60 + 3000, places };
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

  /** The names as they stand now, for other ways of drawing them. */
  *shown(picture: Picture): Generator<ShownName> {
    for (const name of this.names.values()) {
      const alpha = this.alphaOf(picture, name, 1);
      const point = alpha < 0.02 ? undefined : this.point(picture, name);
      if (!point) continue;
      for (const line of linesOf(name, point)) yield { ...line, alpha };
    }
  }

  private alphaOf(picture: Picture, name: Name, part: number): number {
    const { scene, highlighted } = picture;
    const at = placeOf(scene, name.item);
    if (at < 0) return 0;
    const { frontier } = scene;
    const open = frontier.open[at];
    const alpha = part * frontier.alpha[at] * Math.min(1, frontier.clear[at] * 1.6) * (name.how === "rim" ? open : 1 - open);
    const dim = scene.lit?.[name.item] === 0 || (highlighted >= 0 && !isLit(scene, name.item, highlighted));
    return dim && name.how !== "rim" ? alpha * 0.3 : alpha;
  }

  private drawOne(context: Context, picture: Picture, name: Name, part: number): void {
    const alpha = this.alphaOf(picture, name, part);
    if (alpha < 0.02) return;
    const point = this.point(picture, name);
    if (!point) return;
    context.globalAlpha = alpha;
    for (const { text, style: look, x, y } of linesOf(name, point)) this.sprites.draw(context, text, look, x, y);
  }

  /** The middle of a name on the screen now. */
  private point(picture: Picture, name: Name): Centre | undefined {
    if (name.how === "rim") return rimPoint(picture, name.item, name.along);
    const { scene } = picture;
    const at = placeOf(scene, name.item);
    if (at < 0) return undefined;
    const x = scene.frontier.x[at];
    const y = scene.frontier.y[at];
    const r = drawnRadius(scene, at);
    const { size } = name.style;
    switch (name.how) {
      case "inside":
        return { x, y: y + insidePlaces[name.along ?? 0] * r };
      case "below":
        return { x, y: y + r + 2 + size * 0.7 };
      case "above":
        return { x, y: y - r - 2 - size * 0.7 };
      case "right":
        return { x: x + r + 6 + this.sprites.width(name.text, name.style) / 2, y };
    }
  }
}

/** The lines of a name about its middle: what it says, and the number under it. */
function* linesOf(name: Name, { x, y }: Centre): Generator<Omit<ShownName, "alpha">> {
  const { size } = name.style;
  if (name.how !== "inside") {
    yield { text: name.text, style: name.style, x, y };
    return;
  }
  const lines = name.text.split("\n");
  const second = name.along ? null : name.second;
  let at = y - (size * (lineParts * (lines.length - 1) + (second ? 1.07 : 0))) / 2;
  for (const text of lines) {
    yield { text, style: name.style, x, y: at };
    at += size * lineParts;
  }
  if (second) yield { text: second, style: name.secondStyle, x, y: at - size * (lineParts - 1.07) };
}

const coversFrom = 9;

/** In depth: whether something nearer stands before the middle of a thing, so that its name would seem to be the other's. */
function isCovered(scene: Scene, wish: Wish): boolean {
  const { frontier } = scene;
  const own = placeOf(scene, wish.item);
  if (own < 0 || frontier.open[own] >= 0.5) return false;
  const half = Math.min(frontier.r[own] * 0.8, (wish.places.at(0)?.width ?? 0) * 0.3);
  for (let at = 0; at < frontier.size; at++) {
    if (frontier.r[at] < coversFrom || frontier.open[at] >= 0.5 || frontier.far[at] >= frontier.far[own]) continue;
    const away = Math.hypot(frontier.x[at] - frontier.x[own], frontier.y[at] - frontier.y[own]);
    if (away < drawnRadius(scene, at) + half) return true;
  }
  return false;
}

/** Whether an open group fills the one it is in so far that both are shown as one ground. */
function fillsOpen(scene: Scene, outer: number, inner: number): boolean {
  const at = placeOf(scene, inner);
  return scene.forest.filling[outer] === inner && at >= 0 && scene.frontier.open[at] >= 0.5;
}

/** Whether a group is called after some of what is in it, for want of a name: open, it shows these themselves. */
function isMadeUp(scene: Scene, item: number): boolean {
  return scene.map.kind[item] === kindDerived && scene.map.names[item].endsWith("…");
}

/** Where on its rim the name of an open group may stand, as parts of a turn from the top, the best first. */
const rimPlaces = [0, -0.1, 0.1, 0.5, -0.2, 0.2];

/** A place of the name of an open group; undefined when its disc surrounds the view so widely that no rim is near. */
function rimPoint(picture: Picture, item: number, along = 0): Centre | undefined {
  const { scene, viewport } = picture;
  const at = placeOf(scene, item);
  if (at < 0 || scene.frontier.far[at] <= nearest) return undefined;
  const x = scene.frontier.x[at];
  const y = scene.frontier.y[at];
  const r = scene.frontier.r[at];
  const top = viewport.top + 16;
  const turn = rimPlaces[along] * 2 * Math.PI;
  const there = { x: x + r * Math.sin(turn), y: y - r * Math.cos(turn) };
  if (y - r >= top) return there;
  if (y + r < top + 40) return undefined;
  // The top of the disc is above the view: stand where the view cuts it.
  const half = Math.sqrt(Math.max(0, r * r - (top - y) * (top - y)));
  const left = Math.max(x - half, viewport.left) + 40;
  const right = Math.min(x + half, viewport.width - viewport.right) - 40;
  // So large that it is where one is, not what one sees: the trail of groups says its name.
  if (right < left || half > viewport.width) return undefined;
  const middle = Math.min(right, Math.max(left, centre(viewport).x * 0.3 + x * 0.7));
  const other = middle + rimPlaces[along] * (right - left);
  return along === 0 ? { x: middle, y: top } : other >= left && other <= right ? { x: other, y: top } : there.y >= top ? there : undefined;
}

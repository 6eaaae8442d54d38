import { otherColour, type OwnColours } from "../look/palette";
import { plainArrangement, sameColours, type Arrangement } from "./arrangement";
import type { Bundles, Neighbourhood } from "./bundles";
import type { Camera, Viewport } from "./camera";
import type { Column } from "./column";
import { IdIndex, idText, noType, type MapData } from "./decode";
import type { Eye } from "./eye";
import { plantForest, type Forest } from "./forest";
import { emptyFrontier, type Frontier, type Standing } from "./frontier";
import type { MapItem, TypeCount } from "./protocol";
import { legendOf, shadesOf, sizesOf, type Shades } from "./shades";
import { histogramOf, isThere, presenceAt, type Presence } from "./time";
import { around, waysOf, within, type Ways } from "./ways";

/** One loaded map with all that is derived from it, from the time shown, and from how somebody arranged it. */
export class Scene implements Standing {
  readonly forest: Forest;
  readonly ids: IdIndex;
  readonly frontier: Frontier;
  readonly standIn: Int32Array;
  presence: Presence;
  /** Colour of each item: a place in the palette. */
  readonly colour: Uint8Array;
  /** How many nodes of each colour are in each group: row `mixRow[group]`, nine columns. */
  readonly mixRow: Int32Array;
  readonly mix: Uint32Array;
  /** Typical radius of a node that holds nothing. */
  readonly nodeRadius: number;
  /** From when the first thing began to when the last began or ended. */
  readonly spanMs: number;
  /** The third dimension of where things stand. */
  height: Float32Array;
  readonly held: Int8Array;
  /** By what part of its radius each node is drawn. */
  sizes: Float32Array;
  /** Nodes that all filters keep; null: there is none. */
  matching: Uint8Array | null = null;
  /** What filters keep, or what holds such; null: nothing is dimmed. */
  lit: Uint8Array | null = null;
  /** What stands in the place of names; null, or absent for an item: its name. */
  captions: (string | undefined)[] | null = null;
  private hides = false;
  private relations: Uint8Array | null = null;
  /** Something is left out: what stays is drawn so large that it is seen. */
  narrowed = false;
  private shades: Shades;
  private shown: Uint8Array | null = null;
  private arranged: Arrangement = plainArrangement;
  private ways: Ways | null = null;
  /** Where the layout has things, while somebody moved some. */
  private laidOut: { x: Float32Array; y: Float32Array } | null = null;

  constructor(readonly map: MapData, time: number) {
    this.forest = plantForest(map);
    this.ids = new IdIndex(map.ids, map.items);
    this.frontier = emptyFrontier(map.items);
    this.standIn = new Int32Array(map.items);
    this.height = new Float32Array(map.items);
    this.held = new Int8Array(map.items);
    this.shades = shadesOf(map, this.forest, "type", undefined, {});
    this.sizes = sizesOf(map, this.forest, "layout", null);
    this.colour = Uint8Array.from(this.shades.of);
    this.mixRow = new Int32Array(map.items).fill(-1);
    let rows = 0;
    for (let i = 0; i < map.items; i++) if (this.memberCount(i) > 0) this.mixRow[i] = rows++;
    this.mix = new Uint32Array(rows * mixColumns);
    this.presence = presenceAt(map, this.forest, time);
    this.mixTypes();
    this.nodeRadius = this.typicalRadius();
    const histogram = histogramOf(map, 1, 0);
    this.spanMs = histogram ? histogram.end - histogram.start : 0;
  }

  get there(): Uint8Array {
    return this.presence.there;
  }

  private typicalRadius(): number {
    const { map } = this;
    const radii = map.radius.filter((_, i) => this.mixRow[i] < 0).sort();
    return radii.length ? Math.max(1e-3, radii[Math.floor(radii.length * 0.3)]) : 1;
  }

  travel(time: number): void {
    this.presence = presenceAt(this.map, this.forest, time, this.presence, both(this.shown, this.hides ? this.matching : null), this.relations);
    this.ways = null;
    this.lit = this.hides ? null : this.litNow();
    this.mixTypes();
  }

  /**
   * Leaves out, or dims, what is not marked.
   *
   * @param relations types of edges that are shown; null: all
   */
  filter(matching: Uint8Array | null, hide: boolean, relations: ReadonlySet<string> | null = null): void {
    this.matching = matching;
    this.relations = relations && Uint8Array.from(this.map.types, (type) => (relations.has(type) ? 1 : 0));
    this.hides = hide && matching !== null;
    this.arrange(this.arranged);
  }

  /** Whether a thing is there at the time shown but for the filters. */
  isPresent(item: number): boolean {
    return isThere(this.map.from[item], this.map.to[item], this.presence.time) && this.shown?.[item] !== 0;
  }

  private litNow(): Uint8Array | null {
    const { map, matching, presence } = this;
    if (matching === null) return null;
    const lit = matching.map((m, i) => m & presence.there[i]);
    for (let i = map.items - 1; i >= 0; i--) if (lit[i] === 1 && map.parent[i] >= 0) lit[map.parent[i]] = 1;
    return lit;
  }

  /** Arranges what is there as somebody wants it; what the arrangement names and the map has not is passed over. */
  arrange(to: Arrangement): void {
    const { map, forest } = this;
    const before = this.arranged;
    this.arranged = to;
    if (to.colourBy !== before.colourBy || !sameColours(to.colours, before.colours)) this.shades = shadesOf(map, forest, to.colourBy, undefined, to.colours);
    if (to.sizeBy !== before.sizeBy) this.measure(null);
    this.colour.set(this.shades.of);
    this.held.fill(0);
    for (const [id, how] of Object.entries(to.held)) {
      const item = this.ids.findText(id);
      if (item >= 0) this.held[item] = how === "open" ? 1 : -1;
    }
    this.move(to.moved);
    this.shown = null;
    this.narrowed = false;
    const { time } = this.presence;
    const hidden = this.found(to.hidden);
    if (hidden.length > 0) this.shown = within(map, hidden).map((inside) => 1 - inside);
    if (to.only !== null) {
      this.travel(time);
      const kept = around(map, this.waysNow(), this.found(to.only));
      const { shown } = this;
      this.shown = shown ? kept.map((k, i) => k & shown[i]) : kept;
      this.narrowed = true;
      // What is kept is seen, however small its groups are from here.
      for (let i = 0; i < map.items; i++) {
        if (kept[i] === 0) continue;
        for (let p = map.parent[i]; p >= 0 && this.held[p] === 0 && kept[p] === 0; p = map.parent[p]) this.held[p] = 1;
      }
    }
    this.travel(time);
  }

  /** Sizes nodes anew; see {@link sizesOf}. */
  measure(values: Float64Array | null): void {
    this.sizes = sizesOf(this.map, this.forest, this.arranged.sizeBy, values);
  }

  /** Colours nodes anew by what the property states that colours tell. */
  shade(column: Column | undefined): void {
    this.shades = shadesOf(this.map, this.forest, this.arranged.colourBy, column, this.arranged.colours);
    this.colour.set(this.shades.of);
    this.mixTypes();
  }

  /** How colours are to be read. */
  get coloured(): { steps: boolean; own: OwnColours } {
    const { steps, own } = this.shades;
    return { steps, own };
  }

  /** What stands at a thing: its name, or what the property states that is chosen for it. */
  nameOf(item: number): string {
    return this.captions?.[item] ?? this.map.names[item];
  }

  found(ids: readonly string[]): number[] {
    return ids.map((id) => this.ids.findText(id)).filter((i) => i >= 0);
  }

  /** The edges that are there now, by item. */
  waysNow(): Ways {
    this.ways ??= waysOf(this.map, this.presence);
    return this.ways;
  }

  private move(moved: Arrangement["moved"]): void {
    const { map, forest } = this;
    const places = Object.entries(moved);
    if (places.length === 0 && !this.laidOut) return;
    this.laidOut ??= { x: map.x.slice(), y: map.y.slice() };
    map.x.set(this.laidOut.x);
    map.y.set(this.laidOut.y);
    for (const [id, [x, y]] of places) {
      const item = this.ids.findText(id);
      if (item < 0) continue;
      const dx = x - map.x[item];
      const dy = y - map.y[item];
      const inside = within(map, [item]);
      for (let i = item; i < map.items; i++) {
        if (inside[i] === 0) continue;
        map.x[i] += dx;
        map.y[i] += dy;
      }
      const grid = forest.grids.get(map.parent[item] < 0 ? forest.items : map.parent[item]);
      if (grid) grid.overhang = Math.max(grid.overhang, Math.hypot(x - this.laidOut.x[item], y - this.laidOut.y[item]) + forest.reach[item]);
    }
    for (let i = map.items - 1; i >= 0; i--) {
      const p = map.parent[i];
      if (p >= 0) forest.reach[p] = Math.max(forest.reach[p], Math.hypot(map.x[i] - map.x[p], map.y[i] - map.y[p]) + forest.reach[i]);
    }
  }

  memberCount(item: number): number {
    return this.forest.start[item + 1] - this.forest.start[item];
  }

  private mixTypes(): void {
    const { map, mix, mixRow, presence } = this;
    mix.fill(0);
    for (let i = map.items - 1; i >= 0; i--) {
      const p = map.parent[i];
      if (p < 0) continue;
      const into = mixRow[p] * mixColumns;
      const own = mixRow[i];
      if (own >= 0) for (let c = 0; c < mixColumns; c++) mix[into + c] += mix[own * mixColumns + c];
      if (map.kind[i] === 0 && presence.there[i] === 1 && own < 0) mix[into + this.colour[i]] += 1;
    }
    // The main colour of a group is that of what it holds most.
    for (let i = 0; i < map.items; i++) {
      const row = mixRow[i];
      if (row < 0 || map.kind[i] === 0) continue;
      let best = otherColour;
      let most = 0;
      for (let c = 0; c < mixColumns; c++) {
        if (mix[row * mixColumns + c] > most) {
          most = mix[row * mixColumns + c];
          best = c;
        }
      }
      this.colour[i] = best;
    }
  }

  describe(item: number): MapItem {
    const { map } = this;
    return {
      id: idText(map.ids, item),
      name: map.names[item],
      type: map.type[item] === noType ? null : map.types[map.type[item]],
      isGroup: this.memberCount(item) > 0 || map.kind[item] !== 0,
      count: this.presence.count[item],
      members: this.memberCount(item),
      colour: this.colour[item],
    };
  }

  /** Members that are there, in their order of importance. */
  members(group: number, offset: number, limit: number): { total: number; items: MapItem[] } {
    const { forest, presence } = this;
    const items: MapItem[] = [];
    let total = 0;
    for (let k = forest.start[group]; k < forest.start[group + 1]; k++) {
      const i = forest.member[k];
      if (presence.there[i] === 0) continue;
      if (total >= offset && items.length < limit) items.push(this.describe(i));
      total += 1;
    }
    return { total, items };
  }

  /** The groups around an item, the outermost first. */
  path(item: number): number[] {
    const path: number[] = [];
    for (let p = this.map.parent[item]; p >= 0; p = this.map.parent[p]) path.unshift(p);
    return path;
  }

  typeCounts(): TypeCount[] {
    return legendOf(this.map, this.shades, this.presence);
  }
}

/** What two selections both keep; null keeps all. */
function both(one: Uint8Array | null, other: Uint8Array | null): Uint8Array | null {
  return one && other ? one.map((o, i) => o & other[i]) : (one ?? other);
}

export const mixColumns = otherColour + 1;

const leastNarrowedPx = 5;

/** How large what stands at a place of the frontier is drawn: a node seen from very near need not fill the screen. */
export function drawnRadius(scene: Scene, at: number): number {
  const { frontier } = scene;
  const item = frontier.item[at];
  if (scene.mixRow[item] >= 0) return Math.max(frontier.r[at], 0.7);
  const r = frontier.r[at] * scene.sizes[item];
  const drawn = r <= 20 ? Math.max(r, 0.7) : 20 + (r - 20) * 0.22;
  return scene.narrowed ? Math.max(drawn, leastNarrowedPx) : drawn;
}

/** Place of an item on the frontier of this frame, or -1. */
export function placeOf(scene: Scene, item: number): number {
  const { frontier } = scene;
  return item >= 0 && item < scene.map.items && frontier.stamp[item] === frontier.frame ? frontier.slot[item] : -1;
}

/** Whether an item is, or holds, what the legend points out. */
export function isLit(scene: Scene, item: number, colour: number): boolean {
  const row = scene.mixRow[item];
  return row >= 0 ? scene.mix[row * mixColumns + colour] > 0 : scene.colour[item] === colour;
}

/** What ties two items: one edge, or many; those of one direction, or of both. */
export interface Tie {
  from: number;
  to: number;
  directed: boolean;
}

/** All that one picture shows. */
export interface Picture {
  scene: Scene;
  camera: Camera;
  eye: Eye;
  viewport: Viewport;
  selected: number;
  /** What else is selected. */
  also: number[];
  hovered: number;
  /** Colour that the legend points out; -1: none. */
  highlighted: number;
  bundles: Bundles | null;
  /** The bundles of a moment ago, fading out. */
  formerBundles: Bundles | null;
  bundleFade: number;
  neighbours: Neighbourhood | null;
  /** Under the pointer. */
  hoveredEdge: Tie | null;
  /** Told of beside the map. */
  chosenEdge: Tie | null;
  /** Things on the way between two, one after another; empty: none is shown. */
  way: number[];
  /** What began within this many ms before the time shown is new; 0: nothing is. */
  newnessMs: number;
}

export function emptyPicture(scene: Scene, camera: Camera, eye: Eye, viewport: Viewport): Picture {
  return { scene, camera, eye, viewport, selected: -1, also: [], hovered: -1, highlighted: -1, bundles: null, formerBundles: null, bundleFade: 1, neighbours: null, hoveredEdge: null, chosenEdge: null, way: [], newnessMs: 0 };
}

/** The item whose edges are shown in full: the selected, else the hovered one unless it is the ground one is on; -1: none. */
export function focusOf(picture: Picture): number {
  const { selected, hovered, scene } = picture;
  if (selected >= 0) return selected;
  if (hovered < 0) return -1;
  const at = placeOf(scene, hovered);
  return at >= 0 && scene.frontier.open[at] >= 0.5 ? -1 : hovered;
}

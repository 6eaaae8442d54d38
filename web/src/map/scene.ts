import { coloursOfTypes, otherColour } from "../look/palette";
import type { Bundles, Neighbourhood } from "./bundles";
import type { Camera, Viewport } from "./camera";
import { IdIndex, idText, noType, type MapData } from "./decode";
import { plantForest, type Forest } from "./forest";
import { emptyFrontier, type Frontier } from "./frontier";
import type { MapItem, TypeCount } from "./protocol";
import { histogramOf, presenceAt, type Presence } from "./time";

/** One loaded map with all that is derived from it and the time shown. */
export class Scene {
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
  private readonly typeColours: Uint8Array;

  constructor(readonly map: MapData, time: number) {
    this.forest = plantForest(map);
    this.ids = new IdIndex(map.ids, map.items);
    this.frontier = emptyFrontier(map.items);
    this.standIn = new Int32Array(map.items);
    const counts = new Array<number>(map.types.length).fill(0);
    for (let i = 0; i < map.items; i++) if (map.type[i] !== noType && map.kind[i] === 0) counts[map.type[i]] += 1;
    this.typeColours = coloursOfTypes(map.types, counts);
    this.colour = new Uint8Array(map.items).fill(otherColour);
    this.mixRow = new Int32Array(map.items).fill(-1);
    let rows = 0;
    for (let i = 0; i < map.items; i++) {
      if (map.type[i] !== noType) this.colour[i] = this.typeColours[map.type[i]];
      if (this.memberCount(i) > 0) this.mixRow[i] = rows++;
    }
    this.mix = new Uint32Array(rows * mixColumns);
    this.presence = presenceAt(map, this.forest, time);
    this.mixTypes();
    this.nodeRadius = this.typicalRadius();
    const histogram = histogramOf(map, 1, 0);
    this.spanMs = histogram ? histogram.end - histogram.start : 0;
  }

  private typicalRadius(): number {
    const { map } = this;
    const radii = map.radius.filter((_, i) => this.mixRow[i] < 0).sort();
    return radii.length ? Math.max(1e-3, radii[Math.floor(radii.length * 0.3)]) : 1;
  }

  travel(time: number): void {
    this.presence = presenceAt(this.map, this.forest, time, this.presence);
    this.mixTypes();
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
    const { map, presence } = this;
    const counts = new Array<number>(map.types.length).fill(0);
    for (let i = 0; i < map.items; i++) {
      if (presence.there[i] === 1 && map.type[i] !== noType && map.kind[i] === 0) counts[map.type[i]] += 1;
    }
    return map.types
      .map((type, t) => ({ type, count: counts[t], colour: this.typeColours[t] }))
      .filter((t) => t.count > 0)
      .sort((a, b) => a.colour - b.colour || b.count - a.count);
  }
}

export const mixColumns = otherColour + 1;

/** How large an item is drawn: a node seen from very near need not fill the screen. */
export function drawnRadius(scene: Scene, item: number, scale: number): number {
  const r = scene.map.radius[item] * scale;
  if (scene.mixRow[item] >= 0 || r <= 20) return Math.max(r, 0.7);
  return 20 + (r - 20) * 0.22;
}

/** Whether an item is, or holds, what the legend points out. */
export function isLit(scene: Scene, item: number, colour: number): boolean {
  const row = scene.mixRow[item];
  return row >= 0 ? scene.mix[row * mixColumns + colour] > 0 : scene.colour[item] === colour;
}

/** All that one picture shows. */
export interface Picture {
  scene: Scene;
  camera: Camera;
  viewport: Viewport;
  selected: number;
  hovered: number;
  /** Colour that the legend points out; -1: none. */
  highlighted: number;
  bundles: Bundles | null;
  /** The bundles of a moment ago, fading out. */
  formerBundles: Bundles | null;
  bundleFade: number;
  neighbours: Neighbourhood | null;
  /** What began within this many ms before the time shown is new; 0: nothing is. */
  newnessMs: number;
}

export function emptyPicture(scene: Scene, camera: Camera, viewport: Viewport): Picture {
  return { scene, camera, viewport, selected: -1, hovered: -1, highlighted: -1, bundles: null, formerBundles: null, bundleFade: 1, neighbours: null, newnessMs: 0 };
}

/** The item whose edges are shown in full: the selected, else the hovered one unless it is the ground one is on; -1: none. */
export function focusOf(picture: Picture): number {
  const { selected, hovered, scene } = picture;
  if (selected >= 0) return selected;
  if (hovered < 0) return -1;
  const { frontier } = scene;
  const open = frontier.stamp[hovered] === frontier.frame && frontier.open[frontier.slot[hovered]] >= 0.5;
  return open ? -1 : hovered;
}

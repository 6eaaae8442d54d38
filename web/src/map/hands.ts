import { idText } from "./decode";
import { project } from "./eye";
import { nextTo, pick } from "./frontier";
import { enclosed } from "./lasso";
import type { Names } from "./names";
import type { FromWorker } from "./protocol";
import { drawnRadius, placeOf, type Picture } from "./scene";
import type { Sight } from "./sight";
import { within } from "./ways";

const wheelMs = 500;
/** More would not fit into an address. */
const mostEnclosed = 100;

/** What follows from what people do. */
interface Then {
  /** Something else is under the pointer. */
  refocused: () => void;
  moved: () => void;
  /** A thing stands elsewhere. */
  carried: () => void;
  wake: () => void;
}

/** What people do on the map with pointer and fingers: what it is on, and what that means. */
export class Hands {
  private picture: Picture | null = null;
  private pointer: { x: number; y: number; touch: boolean } | null = null;
  private anchor = { item: -1, at: -Infinity };

  constructor(
    private readonly sight: Sight,
    private readonly names: Names,
    private readonly tell: (message: FromWorker) => void,
    private readonly then: Then,
  ) {}

  take(picture: Picture): void {
    this.picture = picture;
  }

  leave(): void {
    this.pointer = null;
    this.setHovered(-1);
  }

  /** Looks again what is under a pointer that holds still. */
  look(): void {
    if (this.pointer) this.hover(this.pointer.x, this.pointer.y, this.pointer.touch);
  }

  /** What is under the pointer stands elsewhere on the screen now. */
  tellAgain(): void {
    if (this.picture && this.picture.hovered >= 0) this.tellHovered(this.picture.hovered);
  }

  /** What is under a point: a name, a closed group or a node; of open groups only name and rim. */
  private find(x: number, y: number, touch: boolean): number {
    if (!this.picture) return -1;
    const named = this.names.at(this.picture, x, y);
    return named >= 0 ? named : pick(this.picture.scene.frontier, x, y, touch ? 14 : 5, touch ? 10 : 4);
  }

  /** How far away what one zooms in on is, in depth; 1: as far as the point looked at. One turn of the wheel keeps to one thing. */
  farAt(x: number, y: number, factor: number): number {
    const scene = this.picture?.scene;
    if (!scene || factor <= 1 || !this.sight.orbit.deep) return 1;
    const at = now();
    const item = at - this.anchor.at < wheelMs ? this.anchor.item : nextTo(scene.frontier, x, y);
    this.anchor = { item, at };
    // Where it is now, not in the last picture: turns of the wheel come faster than pictures.
    return item < 0 || item >= scene.map.items ? 1 : project(this.sight.eye, scene.map.x[item], scene.map.y[item], scene.height[item], { x: 0, y: 0, scale: 1, far: 1 }).far;
  }

  hover(x: number, y: number, touch: boolean): void {
    this.pointer = { x, y, touch };
    if (!this.sight.moving) this.setHovered(this.find(x, y, touch));
  }

  setHovered(item: number): void {
    if (!this.picture || this.picture.hovered === item) return;
    this.picture.hovered = item;
    this.then.refocused();
    if (item < 0) this.tell({ say: "hovered", item: null });
    else this.tellHovered(item);
    this.then.wake();
  }

  private tellHovered(item: number): void {
    const { scene } = this.picture!;
    const at = placeOf(scene, scene.standIn[item] < 0 ? item : scene.standIn[item]);
    if (at < 0) return;
    const { frontier, map, forest } = scene;
    this.tell({ say: "hovered", item: { ...scene.describe(item), x: frontier.x[at], y: frontier.y[at] - drawnRadius(scene, at), from: map.from[item], to: map.to[item], edges: forest.degree[item] } });
  }

  click(x: number, y: number, touch: boolean, twice: boolean, add: boolean): void {
    const item = this.find(x, y, touch);
    const ids = this.picture?.scene.map.ids;
    this.tell({ say: "picked", id: item < 0 || !ids ? null : idText(ids, item), twice, add });
    if (!twice) return;
    if (item >= 0) this.sight.flyTo(item, now());
    else this.sight.zoomIn(x, y, now());
    this.then.moved();
  }

  enclose(polygon: number[], add: boolean): void {
    const scene = this.picture?.scene;
    if (!scene) return;
    const found = enclosed(scene.frontier, polygon);
    this.tell({ say: "enclosed", ids: found.slice(0, mostEnclosed).map((i) => idText(scene.map.ids, i)), of: found.length, add });
  }

  /** Moves a thing, and what is in it, by pixels; where it is put down is told, to be kept by who arranges the map. */
  carry(id: string, dx: number, dy: number, done: boolean): void {
    const scene = this.picture?.scene;
    const item = scene?.ids.findText(id) ?? -1;
    if (!scene || item < 0) return;
    const { map } = scene;
    const { scale } = this.sight.motion.camera;
    const inside = within(map, [item]);
    for (let i = item; i < map.items; i++) {
      if (inside[i] === 0) continue;
      map.x[i] += dx / scale;
      map.y[i] += dy / scale;
    }
    if (done) this.tell({ say: "carried", id, x: map.x[item], y: map.y[item] });
    this.then.carried();
    this.then.wake();
  }
}

function now(): number {
  return performance.now();
}

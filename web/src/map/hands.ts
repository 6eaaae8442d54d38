import { idText } from "./decode";
import { project } from "./eye";
import { nextTo, pick } from "./frontier";
import type { Ghost } from "./others";
import { edgeAt } from "./paint/touch";
import { enclosed } from "./lasso";
import type { FromWorker } from "./protocol";
import { drawnRadius, placeOf, type Picture, type Tie } from "./scene";
import type { Stage } from "./stage";
import { hintOf } from "./ties";
import { within } from "./ways";

const wheelMs = 500;
/** How near to a line the pointer, or a finger, must be to be on it. */
const gracePx = 4;
const touchGracePx = 12;
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
  private pointer: { x: number; y: number; touch: boolean } | null = null;
  private anchor = { item: -1, at: -Infinity };

  constructor(
    private readonly stage: Stage,
    private readonly tell: (message: FromWorker) => void,
    private readonly then: Then,
  ) {}

  private get picture(): Picture | null {
    return this.stage.picture;
  }

  leave(): void {
    this.pointer = null;
    this.letGo();
  }

  /** Nothing is under the pointer for now. */
  letGo(): void {
    this.setHovered(-1);
    this.haunt(null);
    this.touch(null, 0, 0);
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
    const named = this.stage.names.at(this.picture, x, y);
    return named >= 0 ? named : pick(this.picture.scene.frontier, x, y, touch ? 14 : 5, touch ? 10 : 4);
  }

  /** How far away what one zooms in on is, in depth; 1: as far as the point looked at. One turn of the wheel keeps to one thing. */
  farAt(x: number, y: number, factor: number): number {
    const scene = this.picture?.scene;
    if (!scene || factor <= 1 || !this.stage.sight.orbit.deep) return 1;
    const at = now();
    const item = at - this.anchor.at < wheelMs ? this.anchor.item : nextTo(scene.frontier, x, y);
    this.anchor = { item, at };
    // Where it is now, not in the last picture: turns of the wheel come faster than pictures.
    return item < 0 || item >= scene.map.items ? 1 : project(this.stage.sight.eye, scene.map.x[item], scene.map.y[item], scene.height[item], { x: 0, y: 0, scale: 1, far: 1 }).far;
  }

  hover(x: number, y: number, touch: boolean): void {
    this.pointer = { x, y, touch };
    if (this.stage.sight.moving) return;
    const item = this.find(x, y, touch);
    this.setHovered(item);
    const ghost = item < 0 ? this.findGhost(x, y, touch) : null;
    this.haunt(ghost);
    this.touch(item < 0 && !ghost ? this.findEdge(x, y, touch) : null, x, y);
  }

  /** What is gone and was at a point where nothing is now. */
  private findGhost(x: number, y: number, touch: boolean): Ghost | null {
    return this.stage.others.ghostAt(x, y, touch ? 14 : 3);
  }

  /** Another thing that is gone is under the pointer, or none. */
  private haunt(ghost: Ghost | null): void {
    const { others } = this.stage;
    const item = ghost?.item ?? -1;
    if (!this.picture || others.pointed === item) return;
    others.pointed = item;
    if (ghost) {
      const { scene } = this.picture;
      this.tell({ say: "hovered", item: { ...scene.describe(item), gone: true, x: ghost.x, y: ghost.y - ghost.r, from: scene.map.from[item], to: scene.map.to[item], edges: 0 } });
    } else if (this.picture.hovered < 0) this.tell({ say: "hovered", item: null });
    this.then.wake();
  }

  /** The edge at a point where no thing is. */
  private findEdge(x: number, y: number, touch: boolean): Tie | null {
    return this.picture ? edgeAt(this.stage.drawing.edges, x, y, touch ? touchGracePx : gracePx) : null;
  }

  /** Another edge is under the pointer, or none. */
  private touch(tie: Tie | null, x: number, y: number): void {
    if (!this.picture) return;
    const before = this.picture.hoveredEdge;
    if (before?.from === tie?.from && before?.to === tie?.to && before?.directed === tie?.directed) return;
    this.picture.hoveredEdge = tie;
    this.tell({ say: "touched", edge: tie && hintOf(this.picture.scene, tie, x, y) });
    this.then.wake();
  }

  setHovered(item: number): void {
    if (!this.picture || this.picture.hovered === item) return;
    this.picture.hovered = item;
    if (item >= 0) this.stage.others.pointed = -1;
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
    const ghost = item < 0 ? this.findGhost(x, y, touch) : null;
    if (ghost && ids) return this.tell({ say: "picked", id: idText(ids, ghost.item), twice: false, add });
    const tie = item < 0 && !twice && !add ? this.findEdge(x, y, touch) : null;
    if (tie && ids) return this.tell({ say: "picked-edge", from: idText(ids, tie.from), to: idText(ids, tie.to) });
    this.tell({ say: "picked", id: item < 0 || !ids ? null : idText(ids, item), twice, add });
    if (!twice) return;
    if (item >= 0) this.stage.sight.flyTo(item, now());
    else this.stage.sight.zoomIn(x, y, now());
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
    const { scale } = this.stage.sight.motion.camera;
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

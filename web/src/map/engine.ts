import { darkPalette, lightPalette, type Palette } from "../look/palette";
import { answer } from "./answers";
import { toScreenX, toScreenY, zoomAt, type Camera, type Viewport } from "./camera";
import { decodeMap, idText, type MapData } from "./decode";
import { drawPicture, type Context } from "./draw";
import { Drift } from "./drift";
import { EdgeKeeper } from "./edgeKeeper";
import { cameraFor, contentBox, homeCamera, nearestScale, trailAt } from "./framing";
import { findFrontier, pick } from "./frontier";
import { fetchMap } from "./load";
import { Measuring } from "./measure";
import { Motion } from "./motion";
import { Names } from "./names";
import { Others } from "./others";
import type { FromWorker, ToWorker } from "./protocol";
import { drawnRadius, emptyPicture, Scene, type Picture } from "./scene";
import { TextSprites } from "./text";
import { histogramOf } from "./time";

const restMs = 140;
const namesEveryMs = 260;
const openMs = 280;
const tellEveryMs = 120;
const buckets = 160;

/** Draws the map and answers questions about it: all that happens in the worker, for one canvas. */
export class MapEngine {
  private readonly context: Context;
  private readonly sprites: TextSprites;
  private readonly names: Names;
  private readonly motion = new Motion();
  private readonly edges = new EdgeKeeper();
  private readonly others = new Others();
  private viewport: Viewport = { width: 1, height: 1, left: 0, right: 0, top: 0, bottom: 0 };
  private palette: Palette = lightPalette;
  private picture: Picture | null = null;
  private ratio = 1;
  private time = Infinity;
  private wanted: string | null = null;
  private loading: AbortController | null = null;
  private drift: Drift | null = null;
  /** Someone chose what is seen; else all is, whatever is loaded and however large the screen. */
  private chosenCamera = false;
  private scheduled = false;
  private drawnAt = 0;
  private wasResting = true;
  private namesAt = 0;
  private namesStale = true;
  private toldAt = 0;
  private measuring: Measuring | null = null;
  private pointer: { x: number; y: number; touch: boolean } | null = null;

  constructor(
    private readonly canvas: OffscreenCanvas,
    private readonly tell: (message: FromWorker) => void,
    private readonly nextFrame: (callback: (now: number) => void) => void,
  ) {
    const context = canvas.getContext("2d", { alpha: false });
    if (!context) throw new Error("This browser gives no 2D canvas to workers: use a newer one.");
    this.context = context;
    this.sprites = new TextSprites(1);
    this.names = new Names(this.sprites);
  }

  start(width: number, height: number, ratio: number, dark: boolean, calm: boolean): void {
    this.look(dark, calm);
    this.resize(width, height, ratio);
  }

  hear(message: Exclude<ToWorker, { say: "start" }>): void {
    switch (message.say) {
      case "size":
        return this.resize(message.width, message.height, message.ratio);
      case "covered":
        return this.cover(message.left, message.right, message.top, message.bottom);
      case "look":
        return this.look(message.dark, message.calm);
      case "load":
        void this.load(message.url, message.camera, message.keepPlaces);
        return;
      case "drag": {
        const { camera } = this.motion;
        return this.take({ ...camera, x: camera.x - message.dx / camera.scale, y: camera.y - message.dy / camera.scale });
      }
      case "release":
        this.motion.release(message.vx, message.vy, now());
        return this.wake();
      case "zoom":
        return this.take(zoomAt(this.motion.camera, this.viewport, message.x, message.y, message.factor));
      case "steer":
        return this.steer(message.dx, message.dy, message.factor);
      case "hover":
        return this.hover(message.x, message.y, message.touch);
      case "leave":
        this.pointer = null;
        return this.setHovered(-1);
      case "point":
        return this.setHovered(this.picture?.scene.ids.findText(message.id) ?? -1);
      case "click":
        return this.click(message.x, message.y, message.touch, message.twice);
      case "select":
        return this.select(message.id);
      case "fly":
        return this.flyTo(this.picture?.scene.ids.findText(message.id) ?? -1);
      case "fit":
        this.chosenCamera = false;
        return this.go(this.home());
      case "camera":
        this.chosenCamera = true;
        return this.go(message.camera);
      case "time":
        return this.travel(message.time);
      case "rename":
        return this.rename(message.id, message.name);
      case "highlight":
        return this.highlight(message.type);
      case "others":
        this.others.put(message.marks, this.picture?.scene);
        return this.wake();
      case "ask":
        return this.tell({ say: "answer", number: message.number, answer: this.picture ? answer(this.picture.scene, message.question) : null });
      case "measure": {
        const home = this.home();
        this.motion.stop();
        this.measuring = new Measuring(now(), message.seconds, home, this.viewport.width / home.scale);
        return this.wake();
      }
    }
  }

  // What is loaded

  private async load(url: string, camera: Camera | undefined, keepPlaces: boolean): Promise<void> {
    this.loading?.abort();
    const abort = new AbortController();
    this.loading = abort;
    try {
      const buffer = await fetchMap(url, abort.signal, (bytes, of) => this.tell({ say: "loading", bytes, of }));
      if (this.loading === abort) this.show(decodeMap(buffer), camera, keepPlaces);
    } catch (error) {
      if (this.loading === abort) this.tell({ say: "failed", problem: error instanceof Error ? error.message : String(error) });
    }
  }

  private show(map: MapData, camera: Camera | undefined, keepPlaces: boolean): void {
    const before = keepPlaces ? this.picture : null;
    const scene = new Scene(map, this.time);
    const histogram = histogramOf(map, buckets, Date.now()) ?? null;
    this.picture = emptyPicture(scene, this.motion.camera, this.viewport);
    this.picture.highlighted = before?.highlighted ?? -1;
    this.picture.newnessMs = this.newness();
    this.picture.selected = this.wanted ? scene.ids.findText(this.wanted) : -1;
    this.edges.forget();
    this.others.find(scene);
    this.namesStale = true;
    if (!before) this.names.clear();
    else this.names.carryOver(before.scene, scene);
    this.boundCamera();
    if (camera) {
      this.chosenCamera = true;
      this.motion.put(camera, now());
    } else if (!before) {
      this.chosenCamera = false;
      this.motion.stop();
      this.motion.put(this.home(), now());
    } else if (!this.chosenCamera) this.go(this.home());
    this.drift = before && !this.motion.calm ? Drift.between(before.scene, scene, this.motion.camera.scale, now()) : null;
    this.tell({
      say: "loaded",
      histogram,
      summary: { position: map.position, refining: map.refining, items: map.items, edges: map.edges, shown: scene.presence.total, types: scene.typeCounts() },
    });
    this.moved();
  }

  // The camera

  private home(): Camera {
    return homeCamera(this.picture?.scene, this.viewport);
  }

  private boundCamera(): void {
    const scene = this.picture?.scene;
    if (!scene) return;
    this.motion.bound(contentBox(scene), nearestScale(scene, this.viewport));
  }

  private flyTo(item: number): void {
    if (item < 0 || !this.picture) return;
    this.chosenCamera = true;
    this.go(cameraFor(this.picture.scene, this.viewport, item));
  }

  private go(to: Camera): void {
    this.motion.go(to, this.viewport.width, now());
    this.moved();
  }

  /** The hand takes the camera. */
  private take(camera: Camera): void {
    this.chosenCamera = true;
    this.motion.stop();
    this.motion.put(camera, now());
    this.moved();
  }

  private steer(dx: number, dy: number, factor: number): void {
    const from = this.motion.goal;
    this.chosenCamera = true;
    this.go({ x: from.x + dx / from.scale, y: from.y + dy / from.scale, scale: from.scale * factor });
  }

  private moved(): void {
    this.wasResting = false;
    this.setHovered(-1);
    this.wake();
  }

  // The screen

  private resize(width: number, height: number, ratio: number): void {
    this.viewport = { ...this.viewport, width, height };
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    if (ratio !== this.ratio) this.sprites.reset(ratio);
    this.ratio = ratio;
    this.boundCamera();
    if (!this.chosenCamera) this.motion.put(this.home(), now());
    this.namesStale = true;
    this.moved();
    // At once: a resized canvas is blank until it is drawn.
    this.draw(now());
  }

  private cover(left: number, right: number, top: number, bottom: number): void {
    const v = this.viewport;
    if (v.left === left && v.right === right && v.top === top && v.bottom === bottom) return;
    // What one looks at stays where it is on the screen, though the middle is elsewhere now.
    const { camera } = this.motion;
    const dx = (left - right - v.left + v.right) / 2;
    const dy = (top - bottom - v.top + v.bottom) / 2;
    this.viewport = { ...v, left, right, top, bottom };
    if (this.chosenCamera && !this.motion.flying) this.motion.put({ ...camera, x: camera.x + dx / camera.scale, y: camera.y + dy / camera.scale }, now());
    else if (this.picture && !this.chosenCamera) {
      this.motion.put({ ...camera, x: camera.x + dx / camera.scale, y: camera.y + dy / camera.scale }, now());
      this.go(this.home());
    }
    this.namesStale = true;
    this.moved();
  }

  private look(dark: boolean, calm: boolean): void {
    this.palette = dark ? darkPalette : lightPalette;
    this.motion.calm = calm;
    this.sprites.reset(this.ratio);
    this.namesStale = true;
    this.wake();
  }

  // What people do

  /** What is under a point: a name, a closed group or a node; of open groups only name and rim. */
  private find(x: number, y: number, touch: boolean): number {
    if (!this.picture) return -1;
    const { scene } = this.picture;
    const named = this.names.at(this.picture, x, y);
    if (named >= 0) return named;
    return pick(scene.map, scene.frontier, this.motion.camera, this.viewport, x, y, touch ? 14 : 5, touch ? 10 : 4);
  }

  private hover(x: number, y: number, touch: boolean): void {
    this.pointer = { x, y, touch };
    if (!this.motion.moving) this.setHovered(this.find(x, y, touch));
  }

  private setHovered(item: number): void {
    if (!this.picture || this.picture.hovered === item) return;
    this.picture.hovered = item;
    this.edges.refocus();
    if (item < 0) this.tell({ say: "hovered", item: null });
    else this.tellHovered(item);
    this.wake();
  }

  private tellHovered(item: number): void {
    const { scene } = this.picture!;
    const { camera } = this.motion;
    const shown = scene.standIn[item] < 0 ? item : scene.standIn[item];
    const x = toScreenX(camera, this.viewport, scene.map.x[shown]);
    const y = toScreenY(camera, this.viewport, scene.map.y[shown]) - drawnRadius(scene, shown, camera.scale);
    this.tell({ say: "hovered", item: { ...scene.describe(item), x, y, from: scene.map.from[item], to: scene.map.to[item], edges: scene.forest.degree[item] } });
  }

  private click(x: number, y: number, touch: boolean, twice: boolean): void {
    const item = this.find(x, y, touch);
    const ids = this.picture?.scene.map.ids;
    this.tell({ say: "picked", id: item < 0 || !ids ? null : idText(ids, item), twice });
    if (!twice) return;
    if (item >= 0) this.flyTo(item);
    else this.go(zoomAt(this.motion.goal, this.viewport, x, y, 2));
  }

  private select(id: string | null): void {
    this.wanted = id;
    if (!this.picture) return;
    this.picture.selected = id ? this.picture.scene.ids.findText(id) : -1;
    this.edges.refocus();
    this.namesStale = true;
    this.wake();
  }

  private travel(time: number | null): void {
    this.time = time ?? Infinity;
    if (!this.picture) return;
    const { scene } = this.picture;
    scene.travel(this.time);
    this.picture.newnessMs = this.newness();
    this.edges.expire();
    this.namesStale = true;
    this.tell({ say: "counts", shown: scene.presence.total, types: scene.typeCounts() });
    this.wake();
  }

  /** What began within a fiftieth of all time before the time shown is marked as new; now nothing is. */
  private newness(): number {
    return this.time === Infinity || !this.picture ? 0 : this.picture.scene.spanMs / 50;
  }

  private rename(id: string, name: string): void {
    const scene = this.picture?.scene;
    const item = scene?.ids.findText(id) ?? -1;
    if (!scene || item < 0) return;
    scene.map.names[item] = name;
    this.namesStale = true;
    this.wake();
  }

  private highlight(type: string | null): void {
    if (!this.picture) return;
    const found = type === null ? undefined : this.picture.scene.typeCounts().find((t) => t.type === type);
    this.picture.highlighted = found ? found.colour : -1;
    this.wake();
  }

  // Frames

  private wake(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.nextFrame((at) => {
      this.scheduled = false;
      this.frame(at);
    });
  }

  private frame(frameAt: number): void {
    const at = now();
    this.motion.advance(at);
    if (this.measuring) this.motion.put(this.measuring.cameraAt(at), at);
    const busy = this.draw(at);
    const resting = at - this.motion.movedAt > restMs && !this.motion.moving;
    if (this.picture && (at - this.toldAt > tellEveryMs || (resting && !this.wasResting))) {
      this.toldAt = at;
      if (!this.measuring) this.tell({ say: "moved", camera: this.motion.camera, trail: trailAt(this.picture.scene, this.motion.camera, this.viewport), resting, chosen: this.chosenCamera });
      if (this.picture.hovered >= 0) this.tellHovered(this.picture.hovered);
    }
    // What is under a pointer that holds still is another thing after the camera moved.
    if (resting && !this.wasResting && this.pointer) this.hover(this.pointer.x, this.pointer.y, this.pointer.touch);
    if (resting) this.wasResting = true;
    if (this.measuring?.note(frameAt, now() - at, now())) {
      this.tell({ say: "measured", measured: this.measuring.result() });
      const { home } = this.measuring;
      this.measuring = null;
      this.go(home);
    }
    if (busy || !resting || this.measuring) this.wake();
  }

  /** Draws one picture; true while something is still changing by itself. */
  private draw(at: number): boolean {
    const { context, picture } = this;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    if (!picture) {
      context.fillStyle = this.palette.sea;
      context.fillRect(0, 0, this.viewport.width, this.viewport.height);
      return false;
    }
    if (this.drift?.advance(at)) this.drift = null;
    picture.camera = this.motion.camera;
    picture.viewport = this.viewport;
    const { scene } = picture;
    const step = this.motion.calm ? 1 : Math.min(64, at - this.drawnAt) / openMs;
    this.drawnAt = at;
    findFrontier(scene.map, scene.forest, scene.presence.there, picture.camera, this.viewport, scene.frontier, step);
    const resting = at - this.motion.movedAt > restMs;
    this.edges.keep(picture, at, resting, this.motion.movedAt, this.motion.calm);
    drawPicture(context, picture, this.palette);
    const changing = scene.frontier.changing || this.drift !== null;
    const due = resting && !changing ? this.namesStale : at - this.namesAt > namesEveryMs;
    if (due) {
      this.names.place(picture, this.palette, at);
      this.namesAt = at;
      this.namesStale = !resting || changing;
    } else if (!resting || changing) this.namesStale = true;
    const fading = this.names.draw(context, picture, at);
    this.others.draw(context, picture, this.sprites);
    return fading || changing || this.namesStale || this.edges.isBusy(picture);
  }

}

function now(): number {
  return performance.now();
}

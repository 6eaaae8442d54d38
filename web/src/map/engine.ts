import { ageing, darkPalette, lightPalette, type Palette } from "../look/palette";
import { answer } from "./answers";
import { plainArrangement, type Arrangement } from "./arrangement";
import type { Camera } from "./camera";
import { decodeMap, idText, type MapData } from "./decode";
import { Heights } from "./depth/heights";
import { Drift } from "./drift";
import { EdgeKeeper } from "./edgeKeeper";
import { trailAt } from "./framing";
import { findFrontier, pick } from "./frontier";
import { enclosed } from "./lasso";
import { fetchMap } from "./load";
import { Measuring } from "./measure";
import { Names } from "./names";
import { Others } from "./others";
import { compose } from "./paint/compose";
import { emptyDrawing } from "./paint/list";
import type { FromWorker, ToWorker } from "./protocol";
import { drawnRadius, emptyPicture, placeOf, Scene, type Picture } from "./scene";
import { Sight } from "./sight";
import type { Surface } from "./surface";
import { TextSprites } from "./text";
import { histogramOf } from "./time";
import { within } from "./ways";

const restMs = 140;
const namesEveryMs = 260;
const openMs = 280;
const tellEveryMs = 120;
const buckets = 160;
/** More would not fit into an address. */
const mostEnclosed = 100;

/** Draws the map and answers questions about it: all that happens in the worker. Without a surface it only answers. */
export class MapEngine {
  private readonly sprites: TextSprites;
  private readonly names: Names;
  private readonly sight = new Sight();
  private readonly edges = new EdgeKeeper();
  private readonly others = new Others();
  private readonly heights = new Heights();
  private readonly drawing = emptyDrawing();
  private palette: Palette = lightPalette;
  private dark = false;
  private picture: Picture | null = null;
  private ratio = 1;
  private time = Infinity;
  private wanted: { id: string | null; also: readonly string[]; way: string[]; lit: string | null } = { id: null, also: [], way: [], lit: null };
  private arrangement: Arrangement = plainArrangement;
  private loading: AbortController | null = null;
  private drifts: Drift[] = [];
  private lifted = false;
  private scheduled = false;
  private drawnAt = 0;
  private wasResting = true;
  private namesAt = 0;
  private namesStale = true;
  private toldAt = 0;
  private measuring: Measuring | null = null;
  /** How long the last frame took but for edges and names, which are not done in every frame. */
  private submitMs = 0;
  private pointer: { x: number; y: number; touch: boolean } | null = null;

  constructor(
    private readonly surface: Surface | null,
    private readonly tell: (message: FromWorker) => void,
    private readonly nextFrame: (callback: (now: number) => void) => void,
  ) {
    this.sprites = new TextSprites(1);
    this.names = new Names(this.sprites);
  }

  start(width: number, height: number, ratio: number, dark: boolean, calm: boolean): void {
    this.look(dark, calm);
    this.resize(width, height, ratio);
  }

  hear(message: Exclude<ToWorker, { say: "start" | "card" }>): void {
    const { sight } = this;
    switch (message.say) {
      case "size":
        return this.resize(message.width, message.height, message.ratio);
      case "covered":
        if (!sight.cover(message.left, message.right, message.top, message.bottom, now())) return;
        this.namesStale = true;
        return this.moved();
      case "look":
        return this.look(message.dark, message.calm);
      case "load":
        void this.load(message.url, message.camera, message.keepPlaces);
        return;
      case "drag":
        sight.drag(message.dx, message.dy, now());
        return this.moved();
      case "pan":
        sight.pan(message.dx, message.dy, now());
        return this.moved();
      case "release":
        sight.release(message.vx, message.vy, now());
        return this.wake();
      case "zoom":
        sight.zoom(message.x, message.y, message.factor, now());
        return this.moved();
      case "steer":
        sight.steer(message.dx, message.dy, message.factor, now());
        return this.moved();
      case "deep":
        this.liftUp();
        sight.deepen(message.deep, now());
        return this.moved();
      case "turn":
        sight.turn(message.side, now());
        return this.moved();
      case "hover":
        return this.hover(message.x, message.y, message.touch);
      case "leave":
        this.pointer = null;
        return this.setHovered(-1);
      case "point":
        return this.setHovered(this.picture?.scene.ids.findText(message.id) ?? -1);
      case "click":
        return this.click(message.x, message.y, message.touch, message.twice, message.add);
      case "select":
        this.wanted = { ...this.wanted, id: message.id, also: message.also ?? [] };
        return this.mark();
      case "way":
        this.wanted = { ...this.wanted, way: message.ids };
        return this.mark();
      case "enclose":
        return this.enclose(message.polygon, message.add);
      case "carry":
        return this.carry(message.id, message.dx, message.dy, message.done);
      case "arrange":
        return this.arrange(message.arrangement);
      case "fly":
        sight.flyTo(this.picture?.scene.ids.findText(message.id) ?? -1, now());
        return this.moved();
      case "fly-to-all":
        sight.flyToAll(this.picture?.scene.found(message.ids) ?? [], now());
        return this.moved();
      case "fit":
        this.fit();
        return this.moved();
      case "camera":
        sight.chosen = true;
        sight.go(message.camera, sight.orbit.goalZ, now());
        return this.moved();
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
        void this.answer(message.number, message.question);
        return;
      case "measure": {
        const home = sight.home();
        sight.motion.stop();
        this.measuring = new Measuring(now(), message.seconds, home, sight.viewport.width / home.scale);
        return this.wake();
      }
      case "break":
        if (message.what === "worker") throw new Error("it was asked to break, by a test");
        this.surface?.loseCard();
        return;
    }
  }

  private async answer(number: number, question: Extract<ToWorker, { say: "ask" }>["question"]): Promise<void> {
    const { picture } = this;
    let found: unknown = null;
    if (picture && question.about === "export") {
      try {
        const { exportMap } = await import("./export/export");
        found = await exportMap({ picture, drawing: this.drawing, names: this.names, palette: this.palette, dark: this.dark, ratio: this.ratio }, question.format, question.title, question.at);
      } catch (error) {
        found = error instanceof Error ? error.message : String(error);
      }
    } else if (picture && question.about !== "export") found = answer(picture.scene, question);
    this.tell({ say: "answer", number, answer: found });
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
    const { sight } = this;
    const scene = new Scene(map, this.time);
    scene.arrange(this.arrangement);
    const histogram = histogramOf(map, buckets, Date.now()) ?? null;
    this.picture = emptyPicture(scene, sight.motion.camera, sight.eye, sight.viewport);
    this.picture.newnessMs = this.newness();
    this.edges.forget();
    this.others.find(scene);
    if (!before) this.names.clear();
    else this.names.carryOver(before.scene, scene);
    sight.show(scene, camera, before !== null, now());
    const drift = before && !sight.motion.calm ? Drift.between(before.scene, scene, sight.motion.camera.scale, now()) : null;
    this.drifts = drift ? [drift] : [];
    this.lifted = false;
    if (sight.orbit.deep) this.liftUp();
    this.mark();
    this.tell({
      say: "loaded",
      histogram,
      summary: { position: map.position, refining: map.refining, items: map.items, edges: map.edges, shown: scene.presence.total, types: scene.typeCounts() },
    });
    this.moved();
  }

  /** Gives the map its third dimension, once it is wanted. */
  private liftUp(): void {
    const scene = this.picture?.scene;
    if (!scene || this.lifted) return;
    this.lifted = true;
    scene.height = this.heights.of(scene.map, (height) => {
      if (this.picture?.scene !== scene) return;
      if (this.sight.motion.calm || this.sight.orbit.turn.depth === 0) scene.height = height;
      else this.drifts.push(Drift.of(scene.height, height, now()));
      this.namesStale = true;
      this.wake();
    });
  }

  private moved(): void {
    this.wasResting = false;
    this.setHovered(-1);
    this.wake();
  }

  /** All of what is shown; of a part of the map, that part. */
  private fit(): void {
    const scene = this.picture?.scene;
    if (!scene?.narrowed) return this.sight.fit(now());
    const shown: number[] = [];
    for (let i = 0; i < scene.map.items; i++) if (scene.there[i] === 1 && scene.mixRow[i] < 0) shown.push(i);
    this.sight.flyToAll(shown, now());
  }

  // The screen

  private resize(width: number, height: number, ratio: number): void {
    if (ratio !== this.ratio) this.sprites.reset(ratio);
    this.ratio = ratio;
    this.surface?.resize(width, height, ratio);
    this.sight.resize(width, height, now());
    this.namesStale = true;
    this.moved();
    // At once: a resized canvas is blank until it is drawn.
    this.draw(now());
  }

  private look(dark: boolean, calm: boolean): void {
    this.dark = dark;
    const plain = dark ? darkPalette : lightPalette;
    this.palette = this.arrangement.colourBy === "age" ? ageing(plain) : plain;
    this.sight.calm = calm;
    this.sprites.reset(this.ratio);
    this.namesStale = true;
    this.wake();
  }

  redraw(): void {
    this.wake();
  }

  // What people do

  /** What is under a point: a name, a closed group or a node; of open groups only name and rim. */
  private find(x: number, y: number, touch: boolean): number {
    if (!this.picture) return -1;
    const named = this.names.at(this.picture, x, y);
    return named >= 0 ? named : pick(this.picture.scene.frontier, x, y, touch ? 14 : 5, touch ? 10 : 4);
  }

  private hover(x: number, y: number, touch: boolean): void {
    this.pointer = { x, y, touch };
    if (!this.sight.moving) this.setHovered(this.find(x, y, touch));
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
    const at = placeOf(scene, scene.standIn[item] < 0 ? item : scene.standIn[item]);
    if (at < 0) return;
    const { frontier, map, forest } = scene;
    this.tell({ say: "hovered", item: { ...scene.describe(item), x: frontier.x[at], y: frontier.y[at] - drawnRadius(scene, at), from: map.from[item], to: map.to[item], edges: forest.degree[item] } });
  }

  private click(x: number, y: number, touch: boolean, twice: boolean, add: boolean): void {
    const item = this.find(x, y, touch);
    const ids = this.picture?.scene.map.ids;
    this.tell({ say: "picked", id: item < 0 || !ids ? null : idText(ids, item), twice, add });
    if (!twice) return;
    if (item >= 0) this.sight.flyTo(item, now());
    else this.sight.zoomIn(x, y, now());
    this.moved();
  }

  private enclose(polygon: number[], add: boolean): void {
    const scene = this.picture?.scene;
    if (!scene) return;
    const found = enclosed(scene.frontier, polygon);
    this.tell({ say: "enclosed", ids: found.slice(0, mostEnclosed).map((i) => idText(scene.map.ids, i)), of: found.length, add });
  }

  /** Moves a thing, and what is in it, by pixels; where it is put down is told, to be kept by who arranges the map. */
  private carry(id: string, dx: number, dy: number, done: boolean): void {
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
    this.drifts = [];
    if (done) this.tell({ say: "carried", id, x: map.x[item], y: map.y[item] });
    this.namesStale = true;
    this.wake();
  }

  /** Finds what is selected and on the way among the things of the map. */
  private mark(): void {
    if (!this.picture) return;
    const { scene } = this.picture;
    this.picture.selected = this.wanted.id ? scene.ids.findText(this.wanted.id) : -1;
    this.picture.also = scene.found(this.wanted.also);
    this.picture.way = scene.found(this.wanted.way);
    const { lit } = this.wanted;
    this.picture.highlighted = (lit === null ? undefined : scene.typeCounts().find((t) => t.type === lit))?.colour ?? -1;
    this.edges.refocus();
    this.namesStale = true;
    this.wake();
  }

  private arrange(to: Arrangement): void {
    const before = this.arrangement;
    this.arrangement = to;
    if (to.colourBy !== before.colourBy) {
      this.look(this.dark, this.sight.motion.calm);
      this.highlight(null);
    }
    if (!this.picture) return;
    const { scene } = this.picture;
    this.drifts = [];
    scene.arrange(to);
    this.edges.forget();
    this.changed();
  }

  private travel(time: number | null): void {
    this.time = time ?? Infinity;
    if (!this.picture) return;
    this.picture.scene.travel(this.time);
    this.picture.newnessMs = this.newness();
    this.edges.expire();
    this.changed();
  }

  private changed(): void {
    const { scene } = this.picture!;
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

  private highlight(label: string | null): void {
    this.wanted = { ...this.wanted, lit: label };
    this.mark();
  }

  // Frames

  private wake(): void {
    if (this.scheduled || !this.surface) return;
    this.scheduled = true;
    this.nextFrame((at) => {
      this.scheduled = false;
      this.frame(at);
    });
  }

  private frame(frameAt: number): void {
    const at = now();
    const { sight, measuring } = this;
    sight.advance(at);
    if (measuring) sight.motion.put(measuring.cameraAt(at), at);
    if (this.surface?.isBusy) return this.wake();
    const busy = this.draw(at);
    const resting = at - sight.motion.movedAt > restMs && !sight.moving;
    if (this.picture && (at - this.toldAt > tellEveryMs || (resting && !this.wasResting))) {
      this.toldAt = at;
      if (!measuring) this.tellMoved(resting);
      if (this.picture.hovered >= 0) this.tellHovered(this.picture.hovered);
    }
    // What is under a pointer that holds still is another thing after the camera moved.
    if (resting && !this.wasResting && this.pointer) this.hover(this.pointer.x, this.pointer.y, this.pointer.touch);
    if (resting) this.wasResting = true;
    if (measuring?.note(frameAt, now() - at, this.submitMs, now())) {
      this.tell({ say: "measured", measured: measuring.result() });
      this.measuring = null;
      sight.go(measuring.home, 0, at);
      this.moved();
    }
    if (busy || !resting || this.measuring) this.wake();
  }

  private tellMoved(resting: boolean): void {
    const { motion, orbit, viewport, chosen, eye } = this.sight;
    const { yaw, pitch, z } = orbit.turn;
    this.tell({ say: "moved", camera: motion.camera, side: { yaw, pitch, z }, deep: orbit.deep, trail: trailAt(this.picture!.scene, eye, viewport), resting, chosen });
  }

  /** Draws one picture; true while something is still changing by itself. */
  private draw(at: number): boolean {
    const { surface, picture, sight } = this;
    if (!surface) return false;
    if (!picture) {
      surface.paint({ ...emptyDrawing(), ground: parseInt(this.palette.sea.slice(1), 16) });
      return false;
    }
    this.drifts = this.drifts.filter((drift) => !drift.advance(at));
    picture.camera = sight.motion.camera;
    picture.eye = sight.eye;
    picture.viewport = sight.viewport;
    const { scene } = picture;
    const step = sight.motion.calm ? 1 : Math.min(64, at - this.drawnAt) / openMs;
    this.drawnAt = at;
    const began = now();
    findFrontier(scene, picture.eye, sight.viewport, scene.frontier, step);
    const found = now();
    const resting = at - sight.motion.movedAt > restMs;
    this.edges.keep(picture, at, resting, sight.motion.movedAt, sight.motion.calm);
    const kept = now();
    compose(this.drawing, picture, this.palette);
    const warming = surface.paint(this.drawing);
    this.submitMs = found - began + now() - kept;
    const changing = scene.frontier.changing || this.drifts.length > 0;
    const due = resting && !changing ? this.namesStale : at - this.namesAt > namesEveryMs;
    if (due) {
      this.names.place(picture, this.palette, at);
      this.namesAt = at;
      this.namesStale = !resting || changing;
    } else if (!resting || changing) this.namesStale = true;
    const fading = this.names.draw(surface.context, picture, at);
    this.others.draw(surface.context, picture, this.sprites);
    return warming || fading || changing || this.namesStale || this.edges.isBusy(picture);
  }
}

function now(): number {
  return performance.now();
}

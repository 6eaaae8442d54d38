import { darkPalette, lightPalette, type Palette } from "../look/palette";
import { gather, neighbourhood, standIns } from "./bundles";
import { ease, fit, flight, toScreenX, toScreenY, visibleBox, zoomAt, type Box, type Camera, type Flight, type Viewport } from "./camera";
import { decodeMap, idText, type MapData } from "./decode";
import { drawPicture, type Context } from "./draw";
import { findFrontier, pick } from "./frontier";
import { Names } from "./names";
import { nearest } from "./step";
import type { FromWorker, MapItem, Measured, MembersAnswer, Question, ToWorker } from "./protocol";
import { drawnRadius, Scene, type Picture } from "./scene";
import { TextSprites } from "./text";
import { histogramOf } from "./time";

const bundleBudget = 900;
const neighbourBudget = 400;
const restMs = 140;
const bundleEveryMs = 110;
const namesEveryMs = 260;
const bundleFadeMs = 220;
const openMs = 280;
const tellEveryMs = 120;

interface Way {
  flight: Flight;
  startedAt: number;
}

/** Draws the map and answers questions about it: all that happens in the worker, for one canvas. */
export class MapEngine {
  private readonly context: Context;
  private readonly sprites: TextSprites;
  private readonly names: Names;
  private viewport: Viewport = { width: 1, height: 1, left: 0, right: 0, top: 0, bottom: 0 };
  private camera: Camera = { x: 0, y: 0, scale: 1 };
  private palette: Palette = lightPalette;
  private picture: Picture | null = null;
  private ratio = 1;
  private calm = false;
  private time = Infinity;
  private wanted: string | null = null;
  private way: Way | null = null;
  private glide: { vx: number; vy: number; at: number } | null = null;
  private scheduled = false;
  private movedAt = 0;
  private drawnAt = 0;
  private wasResting = true;
  private namesAt = 0;
  private namesStale = true;
  private bundlesAt = 0;
  private bundlesStale = true;
  private bundleSignature = NaN;
  private fadeFrom = 0;
  private toldAt = 0;
  private loading: AbortController | null = null;
  private chosenCamera = false;
  private measuring: { until: number; startedAt: number; draws: number[]; intervals: number[]; last: number; home: Camera } | null = null;

  constructor(private readonly canvas: OffscreenCanvas, private readonly tell: (message: FromWorker) => void, private readonly nextFrame: (callback: (now: number) => void) => void) {
    const context = canvas.getContext("2d", { alpha: false, desynchronized: false });
    if (!context) throw new Error("this browser gives no 2D canvas to workers: use a newer one");
    this.context = context;
    this.sprites = new TextSprites(1);
    this.names = new Names(this.sprites);
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
      case "drag":
        this.stop();
        return this.move({ ...this.camera, x: this.camera.x - message.dx / this.camera.scale, y: this.camera.y - message.dy / this.camera.scale });
      case "release":
        if (!this.calm && Math.hypot(message.vx, message.vy) > 0.15) this.glide = { vx: message.vx, vy: message.vy, at: now() };
        return this.wake();
      case "zoom":
        this.stop();
        return this.move(zoomAt(this.camera, this.viewport, message.x, message.y, message.factor));
      case "steer":
        return this.steer(message.dx, message.dy, message.factor);
      case "hover":
        return this.hover(message.x, message.y, message.touch);
      case "leave":
        return this.setHovered(-1);
      case "point":
        return this.setHovered(this.picture?.scene.ids.findText(message.id) ?? -1);
      case "click":
        return this.click(message.x, message.y, message.touch, message.twice);
      case "select":
        return this.select(message.id);
      case "fly":
        return this.flyTo(message.id);
      case "fit":
        return this.flyHome();
      case "camera":
        this.chosenCamera = true;
        return this.go(message.camera);
      case "time":
        return this.travel(message.time);
      case "rename":
        return this.rename(message.id, message.name);
      case "highlight":
        return this.highlight(message.type);
      case "ask":
        return this.tell({ say: "answer", number: message.number, answer: this.answer(message.question) });
      case "measure":
        return this.measure(message.seconds);
    }
  }

  start(width: number, height: number, ratio: number, dark: boolean, calm: boolean): void {
    this.look(dark, calm);
    this.resize(width, height, ratio);
  }

  // What is loaded

  private async load(url: string, camera: Camera | undefined, keepPlaces: boolean): Promise<void> {
    this.loading?.abort();
    const abort = new AbortController();
    this.loading = abort;
    try {
      const response = await fetch(url, { signal: abort.signal, headers: { Accept: "application/vnd.alchemist.map" } });
      if (!response.ok) throw new Error(await problemOf(response));
      const buffer = await this.read(response);
      if (abort.signal.aborted) return;
      this.show(decodeMap(buffer), camera, keepPlaces);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.tell({ say: "failed", problem: error instanceof Error ? error.message : String(error) });
    }
  }

  private async read(response: Response): Promise<ArrayBuffer> {
    // Compressed answers say their compressed length: then only what has come is known.
    const of = response.headers.get("Content-Encoding") ? 0 : Number(response.headers.get("Content-Length") ?? 0);
    if (!response.body) return response.arrayBuffer();
    const reader = response.body.getReader();
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      bytes += value.length;
      this.tell({ say: "loading", bytes, of });
    }
    const all = new Uint8Array(bytes);
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all.buffer;
  }

  private show(map: MapData, camera: Camera | undefined, keepPlaces: boolean): void {
    const before = this.picture;
    const scene = new Scene(map, this.time);
    this.picture = {
      scene,
      camera: this.camera,
      viewport: this.viewport,
      selected: -1,
      hovered: -1,
      highlighted: before?.highlighted ?? -1,
      bundles: null,
      formerBundles: null,
      bundleFade: 1,
      neighbours: null,
      newnessMs: before?.newnessMs ?? 0,
    };
    this.bundlesStale = true;
    this.bundleSignature = NaN;
    this.names.clear();
    this.namesStale = true;
    if (camera) {
      this.camera = camera;
      this.chosenCamera = true;
    } else if (!keepPlaces || !before) {
      this.camera = this.home();
      this.chosenCamera = false;
    }
    if (this.wanted) this.picture.selected = scene.ids.findText(this.wanted);
    this.tell({
      say: "loaded",
      histogram: histogramOf(map, 160, Date.now()) ?? null,
      summary: { position: map.position, refining: map.refining, items: map.items, edges: map.edges, shown: scene.presence.total, types: scene.typeCounts() },
    });
    this.moved();
  }

  // The camera

  private box(items: Iterable<number>): Box | undefined {
    if (!this.picture) return undefined;
    const { map, presence } = this.picture.scene;
    const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
    for (const i of items) {
      if (presence.there[i] === 0) continue;
      const r = map.radius[i];
      box.minX = Math.min(box.minX, map.x[i] - r);
      box.maxX = Math.max(box.maxX, map.x[i] + r);
      box.minY = Math.min(box.minY, map.y[i] - r);
      box.maxY = Math.max(box.maxY, map.y[i] + r);
    }
    return box.minX <= box.maxX ? box : undefined;
  }

  private home(): Camera {
    if (!this.picture) return this.camera;
    const { forest } = this.picture.scene;
    const tops = forest.member.subarray(forest.start[forest.items], forest.start[forest.items + 1]);
    const box = this.box(tops);
    return box ? fit(box, this.viewport, 28) : { x: 0, y: 0, scale: 1 };
  }

  private flyHome(): void {
    this.chosenCamera = false;
    this.go(this.home());
  }

  /** Shows an item so large that it is seen, with what is around it; a group so large that it opens. */
  private cameraFor(item: number): Camera {
    const scene = this.picture!.scene;
    const { map } = scene;
    const group = scene.memberCount(item) > 0;
    const r = map.radius[item];
    const around = group ? r * 1.08 : r * 9;
    const box = { minX: map.x[item] - around, maxX: map.x[item] + around, minY: map.y[item] - around, maxY: map.y[item] + around };
    const near = fit(box, this.viewport, 30);
    // Large enough that all groups around it are open.
    let scale = near.scale;
    if (!group) scale = Math.max(scale, 9 / r);
    return { ...near, scale };
  }

  private flyTo(id: string): void {
    const item = this.picture?.scene.ids.findText(id) ?? -1;
    if (item < 0) return;
    this.chosenCamera = true;
    this.go(this.cameraFor(item));
  }

  private go(to: Camera): void {
    this.glide = null;
    if (this.calm || !this.picture) return this.move(to);
    this.way = { flight: flight(this.camera, to, this.viewport.width), startedAt: now() };
    this.wake();
  }

  private steer(dx: number, dy: number, factor: number): void {
    const from = this.way ? this.way.flight.at(1) : this.camera;
    this.chosenCamera = true;
    const to = { x: from.x + dx / from.scale, y: from.y + dy / from.scale, scale: from.scale };
    this.go(factor === 1 ? to : { ...zoomAt(to, { ...this.viewport, left: 0, right: 0, top: 0, bottom: 0, width: 0, height: 0 }, 0, 0, factor) });
  }

  private stop(): void {
    this.way = null;
    this.glide = null;
    this.chosenCamera = true;
  }

  private move(camera: Camera): void {
    this.camera = camera;
    this.moved();
  }

  private moved(): void {
    this.movedAt = now();
    this.wasResting = false;
    this.wake();
  }

  private advance(at: number): void {
    if (this.way) {
      const part = (at - this.way.startedAt) / this.way.flight.durationMs;
      this.camera = this.way.flight.at(part >= 1 ? 1 : ease(Math.max(0, part)));
      if (part >= 1) this.way = null;
      this.moved();
    } else if (this.glide) {
      const elapsed = Math.min(64, at - this.glide.at);
      this.camera = { ...this.camera, x: this.camera.x - (this.glide.vx * elapsed) / this.camera.scale, y: this.camera.y - (this.glide.vy * elapsed) / this.camera.scale };
      const slower = Math.exp(-elapsed / 160);
      this.glide = { vx: this.glide.vx * slower, vy: this.glide.vy * slower, at };
      if (Math.hypot(this.glide.vx, this.glide.vy) < 0.02) this.glide = null;
      this.moved();
    }
  }

  // The screen

  private resize(width: number, height: number, ratio: number): void {
    this.viewport = { ...this.viewport, width, height };
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    if (ratio !== this.ratio) this.sprites.reset(ratio);
    this.ratio = ratio;
    if (!this.chosenCamera) this.camera = this.home();
    this.moved();
    // At once: a resized canvas is blank until it is drawn.
    if (this.picture) this.draw(now());
  }

  private cover(left: number, right: number, top: number, bottom: number): void {
    this.viewport = { ...this.viewport, left, right, top, bottom };
    if (!this.chosenCamera && this.picture) this.go(this.home());
    this.moved();
  }

  private look(dark: boolean, calm: boolean): void {
    this.palette = dark ? darkPalette : lightPalette;
    this.calm = calm;
    this.sprites.reset(this.ratio);
    this.namesStale = true;
    this.wake();
  }

  // What people do

  private hover(x: number, y: number, touch: boolean): void {
    if (!this.picture || this.way) return;
    const { scene } = this.picture;
    this.setHovered(pick(scene.map, scene.frontier, this.camera, this.viewport, x, y, touch ? 14 : 5));
  }

  private setHovered(item: number): void {
    if (!this.picture || this.picture.hovered === item) return;
    this.picture.hovered = item;
    this.bundlesStale = true;
    if (item < 0) this.tell({ say: "hovered", item: null });
    else this.tellHovered(item);
    this.wake();
  }

  private tellHovered(item: number): void {
    const { scene } = this.picture!;
    const x = toScreenX(this.camera, this.viewport, scene.map.x[item]);
    const y = toScreenY(this.camera, this.viewport, scene.map.y[item]) - drawnRadius(scene, item, this.camera.scale);
    this.tell({ say: "hovered", item: { ...scene.describe(item), x, y, from: scene.map.from[item], to: scene.map.to[item], edges: scene.forest.degree[item] } });
  }

  private click(x: number, y: number, touch: boolean, twice: boolean): void {
    if (!this.picture) return;
    const { scene } = this.picture;
    const item = pick(scene.map, scene.frontier, this.camera, this.viewport, x, y, touch ? 14 : 5);
    this.tell({ say: "picked", id: item < 0 ? null : idText(scene.map.ids, item), twice });
    if (twice && item >= 0) {
      this.chosenCamera = true;
      this.go(this.cameraFor(item));
    }
  }

  private select(id: string | null): void {
    this.wanted = id;
    if (!this.picture) return;
    this.picture.selected = id ? this.picture.scene.ids.findText(id) : -1;
    this.bundlesStale = true;
    this.namesStale = true;
    this.wake();
  }

  private travel(time: number | null): void {
    this.time = time ?? Infinity;
    if (!this.picture) return;
    const { scene } = this.picture;
    scene.travel(this.time);
    const range = this.time === Infinity ? 0 : histogramSpan(scene.map) / 60;
    this.picture.newnessMs = range;
    this.bundlesStale = true;
    this.bundleSignature = NaN;
    this.namesStale = true;
    this.tell({ say: "counts", shown: scene.presence.total, types: scene.typeCounts() });
    this.wake();
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

  private answer(question: Question): unknown {
    const scene = this.picture?.scene;
    if (!scene) return null;
    switch (question.about) {
      case "members": {
        const group = question.id === null ? scene.map.items : scene.ids.findText(question.id);
        const none: MembersAnswer = { total: 0, items: [] };
        return group < 0 ? none : scene.members(group, question.offset, question.limit);
      }
      case "path": {
        const item = scene.ids.findText(question.id);
        return item < 0 ? [] : scene.path(item).map((p): MapItem => scene.describe(p));
      }
      case "step": {
        const from = question.id === null ? -1 : scene.ids.findText(question.id);
        const to = nearest(scene, from, question.direction);
        return to < 0 ? null : scene.describe(to);
      }
      case "names":
        return question.ids.map((id) => {
          const item = scene.ids.findText(id);
          return item < 0 ? null : scene.map.names[item];
        });
    }
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

  private frame(at: number): void {
    const began = now();
    this.advance(began);
    if (this.measuring) this.steerMeasured(began);
    const busy = this.draw(began);
    const resting = began - this.movedAt > restMs && !this.way && !this.glide;
    if (this.picture && (began - this.toldAt > tellEveryMs || (resting && !this.wasResting))) {
      this.toldAt = began;
      this.tell({ say: "moved", camera: this.camera, trail: this.trail(), resting });
      if (this.picture.hovered >= 0) this.tellHovered(this.picture.hovered);
    }
    if (resting) this.wasResting = true;
    if (this.measuring) this.noteMeasured(at, now() - began);
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
    picture.camera = this.camera;
    picture.viewport = this.viewport;
    const { scene } = picture;
    const step = this.calm ? 1 : Math.min(64, at - this.drawnAt) / openMs;
    this.drawnAt = at;
    findFrontier(scene.map, scene.forest, scene.presence.there, this.camera, this.viewport, scene.frontier, step);
    const resting = at - this.movedAt > restMs;
    this.renewBundles(at, resting);
    if (picture.bundleFade < 1) picture.bundleFade = this.calm ? 1 : Math.min(1, (at - this.fadeFrom) / bundleFadeMs);
    if (picture.bundleFade >= 1) picture.formerBundles = null;
    drawPicture(context, picture, this.palette);
    const due = resting ? this.namesStale : at - this.namesAt > namesEveryMs;
    if (due) {
      this.names.place(picture, this.palette, at);
      this.namesAt = at;
      this.namesStale = !resting;
    } else if (!resting) this.namesStale = true;
    const fading = this.names.draw(context, picture, at);
    return fading || scene.frontier.changing || picture.bundleFade < 1 || this.namesStale || this.bundlesStale;
  }

  private renewBundles(at: number, resting: boolean): void {
    const picture = this.picture!;
    const { scene } = picture;
    const changed = this.bundleSignature !== scene.frontier.signature;
    if (!changed && !this.bundlesStale && !(resting && this.bundlesAt < this.movedAt)) return;
    if (!resting && at - this.bundlesAt < bundleEveryMs) return;
    standIns(scene.map, scene.presence, scene.frontier, scene.standIn);
    const next = gather(scene.map, scene.forest, scene.presence, scene.frontier, scene.standIn, bundleBudget);
    if (changed && picture.bundles) {
      picture.formerBundles = picture.bundles;
      picture.bundleFade = 0;
      this.fadeFrom = at;
    }
    picture.bundles = next;
    const focus = picture.selected >= 0 ? picture.selected : picture.hovered;
    picture.neighbours = focus >= 0 ? neighbourhood(scene.map, scene.presence, scene.standIn, focus, neighbourBudget) : null;
    this.bundleSignature = scene.frontier.signature;
    this.bundlesStale = false;
    this.bundlesAt = now();
  }

  /** The open groups that the middle of the view is in, the outermost first. */
  private trail(): { id: string; name: string }[] {
    const { scene } = this.picture!;
    const { map, frontier } = scene;
    const box = visibleBox(this.camera, this.viewport);
    const x = this.camera.x;
    const y = this.camera.y;
    const trail: { id: string; name: string }[] = [];
    for (let at = 0; at < frontier.size; at++) {
      const i = frontier.item[at];
      if (frontier.open[at] < 0.5) continue;
      const r = map.radius[i];
      if (Math.hypot(map.x[i] - x, map.y[i] - y) > r) continue;
      if (r * 2 < Math.min(box.maxX - box.minX, box.maxY - box.minY) * 0.55) continue;
      trail.push({ id: idText(map.ids, i), name: map.names[i] });
    }
    return trail;
  }

  // Measuring

  /** Flies about for some seconds as a hurried person would, and tells how long the frames took. */
  private measure(seconds: number): void {
    const at = now();
    this.stop();
    this.measuring = { startedAt: at, until: at + seconds * 1000, draws: [], intervals: [], last: NaN, home: this.home() };
    this.wake();
  }

  private steerMeasured(at: number): void {
    const m = this.measuring!;
    const t = (at - m.startedAt) / 1000;
    const depth = 1 - Math.cos(t * 1.3);
    const span = this.viewport.width / m.home.scale;
    this.camera = { x: m.home.x + Math.sin(t * 0.9) * span * 0.22, y: m.home.y + Math.cos(t * 0.7) * span * 0.16, scale: m.home.scale * Math.exp(depth * 1.9) };
    this.moved();
  }

  private noteMeasured(at: number, drawMs: number): void {
    const m = this.measuring!;
    m.draws.push(drawMs);
    if (!Number.isNaN(m.last)) m.intervals.push(at - m.last);
    m.last = at;
    if (now() < m.until) return;
    this.measuring = null;
    const measured: Measured = { frames: m.draws.length, drawMs: spread(m.draws), intervalMs: spread(m.intervals) };
    this.tell({ say: "measured", measured });
    this.go(m.home);
  }
}

function spread(values: number[]): { median: number; p95: number; worst: number } {
  const sorted = Float64Array.from(values).sort();
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

function histogramSpan(map: MapData): number {
  const h = histogramOf(map, 1, Date.now());
  return h ? h.end - h.start : 0;
}

function now(): number {
  return performance.now();
}

async function problemOf(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { detail?: string; title?: string };
    return problem.detail ?? problem.title ?? `the server answered ${response.status}`;
  } catch {
    return `the server answered ${response.status}`;
  }
}

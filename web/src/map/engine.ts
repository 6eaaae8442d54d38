import { ageing, darkPalette, lightPalette, type Palette } from "../look/palette";
import { reply } from "./answers";
import { plainArrangement, type Arrangement } from "./arrangement";
import type { Camera } from "./camera";
import type { MapData } from "./decode";
import { Heights } from "./depth/heights";
import { Drift } from "./drift";
import { EdgeKeeper } from "./edgeKeeper";
import { trailAt } from "./framing";
import { findFrontier } from "./frontier";
import { Hands } from "./hands";
import { Loading } from "./load";
import { Measuring } from "./measure";
import { Names } from "./names";
import { Others } from "./others";
import { compose } from "./paint/compose";
import { emptyDrawing } from "./paint/list";
import type { FromWorker, Question, ToWorker } from "./protocol";
import { emptyPicture, Scene, type Picture } from "./scene";
import { Settling } from "./settling";
import { Sight } from "./sight";
import { Sizing } from "./sizing";
import type { Surface } from "./surface";
import { TextSprites } from "./text";
import { histogramOf } from "./time";

const restMs = 140;
const namesEveryMs = 260;
const openMs = 280;
const tellEveryMs = 120;
const buckets = 160;

/** Draws the map and answers questions about it: all that happens in the worker. Without a surface it only answers. */
export class MapEngine {
  private readonly sprites: TextSprites;
  private readonly names: Names;
  private readonly sight = new Sight();
  private readonly hands: Hands;
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
  private readonly loading = new Loading();
  private readonly sizing: Sizing;
  private drifts: Drift[] = [];
  private lifted = false;
  private scheduled = false;
  private readonly settling = new Settling();
  private drawnAt = 0;
  private wasResting = true;
  private namesAt = 0;
  private namesStale = true;
  private toldAt = 0;
  private measuring: Measuring | null = null;
  /** How long the last frame took but for edges and names, which are not done in every frame. */
  private submitMs = 0;

  constructor(
    private readonly surface: Surface | null,
    private readonly tell: (message: FromWorker) => void,
    private readonly nextFrame: (callback: (now: number) => void) => void,
  ) {
    this.sizing = new Sizing(tell, () => this.changed());
    this.sprites = new TextSprites(1);
    this.names = new Names(this.sprites);
    this.hands = new Hands(this.sight, this.names, tell, {
      refocused: () => this.edges.refocus(),
      moved: () => this.moved(),
      carried: () => {
        this.drifts = [];
        this.namesStale = true;
      },
      wake: () => this.wake(),
    });
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
        void this.loading.load(message.url, (map) => this.show(map, message.camera, message.keepPlaces), this.tell);
        return;
      case "release":
        sight.release(message.vx, message.vy, now());
        return this.wake();
      case "zoom":
        sight.zoom(message.x, message.y, message.factor, this.hands.farAt(message.x, message.y, message.factor), now());
        return this.moved();
      case "deep":
        this.liftUp();
        sight.deepen(message.deep, now());
        return this.moved();
      case "hover":
        return this.hands.hover(message.x, message.y, message.touch);
      case "leave":
        return this.hands.leave();
      case "point":
        return this.hands.setHovered(this.picture?.scene.ids.findText(message.id) ?? -1);
      case "click":
        return this.hands.click(message.x, message.y, message.touch, message.twice, message.add);
      case "select":
        this.wanted = { ...this.wanted, id: message.id, also: message.also ?? [] };
        return this.mark();
      case "way":
        this.wanted = { ...this.wanted, way: message.ids };
        return this.mark();
      case "enclose":
        return this.hands.enclose(message.polygon, message.add);
      case "carry":
        return this.hands.carry(message.id, message.dx, message.dy, message.done);
      case "arrange":
        return this.arrange(message.arrangement);
      case "fly":
        sight.flyTo(this.picture?.scene.ids.findText(message.id) ?? -1, now());
        return this.moved();
      case "fly-to-all":
        sight.flyToAll(this.picture?.scene.found(message.ids) ?? [], now());
        return this.moved();
      case "fit":
        return this.fit();
      case "drag":
      case "pan":
      case "steer":
      case "turn":
      case "camera":
        sight.hear(message, now());
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

  private async answer(number: number, question: Question): Promise<void> {
    const { picture, drawing, names, palette, dark, ratio } = this;
    this.tell({ say: "answer", number, answer: picture ? await reply({ picture, drawing, names, palette, dark, ratio }, question) : null });
  }

  // What is loaded

  private show(map: MapData, camera: Camera | undefined, keepPlaces: boolean): void {
    const before = keepPlaces ? this.picture : null;
    const { sight } = this;
    const scene = new Scene(map, this.time);
    scene.arrange(this.arrangement);
    void this.sizing.of(scene, this.arrangement.sizeBy, this.loading.url);
    const histogram = histogramOf(map, buckets, Date.now()) ?? null;
    this.picture = emptyPicture(scene, sight.motion.camera, sight.eye, sight.viewport);
    this.hands.take(this.picture);
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
    this.hands.setHovered(-1);
    this.wake();
  }

  /** All of what is shown; of a part of the map, that part. */
  private fit(): void {
    const scene = this.picture?.scene;
    const shown = scene?.narrowed ? Array.from(scene.there.keys()).filter((i) => scene.there[i] === 1 && scene.mixRow[i] < 0) : [];
    if (shown.length > 0) this.sight.flyToAll(shown, now());
    else this.sight.fit(now());
    this.moved();
  }

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

  // What people do

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
    void this.sizing.of(scene, to.sizeBy, this.loading.url);
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

  /** Draws again soon. */
  wake(): void {
    this.settling.stop();
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
      this.hands.tellAgain();
    }
    // What is under a pointer that holds still is another thing after the camera moved.
    if (resting && !this.wasResting) this.hands.look();
    if (resting) this.wasResting = true;
    if (measuring?.note(frameAt, now() - at, this.submitMs, now())) {
      this.tell({ say: "measured", measured: measuring.result() });
      this.measuring = null;
      sight.go(measuring.home, 0, at);
      this.moved();
    }
    if (busy || !resting || this.measuring) this.wake();
    else this.settling.start(() => this.draw(now()));
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

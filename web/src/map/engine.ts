import { paletteOf } from "../look/palette";
import { reply } from "./answers";
import { plainArrangement, type Arrangement } from "./arrangement";
import type { Camera } from "./camera";
import type { MapData } from "./decode";
import { Columns } from "./columns";
import { Heights } from "./depth/heights";
import { Drift } from "./drift";
import { Filtering } from "./filtering";
import { findFrontier } from "./frontier";
import { Frames } from "./frames";
import { Hands } from "./hands";
import { Loading } from "./load";
import type { FromWorker, Question, ToWorker } from "./protocol";
import { emptyPicture, Scene, type Tie } from "./scene";
import { Stage } from "./stage";
import type { Surface } from "./surface";
import { Telling } from "./telling";
import { histogramOf } from "./time";

const buckets = 160;

/** Hears what the page says, and keeps what is loaded and wanted: what the map shows. Without a surface it only answers. */
export class MapEngine {
  private readonly stage: Stage;
  private readonly hands: Hands;
  private readonly frames: Frames;
  private readonly heights = new Heights();
  private readonly loading = new Loading();
  private readonly columns: Columns;
  private readonly telling: Telling;
  private readonly filtering: Filtering;
  private time = Infinity;
  private wanted: { id: string | null; also: readonly string[]; way: string[]; lit: string | null; edge: { from: string; to: string } | null } = { id: null, also: [], way: [], lit: null, edge: null };
  private arrangement: Arrangement = plainArrangement;
  private lifted = false;

  constructor(
    private readonly surface: Surface | null,
    private readonly tell: (message: FromWorker) => void,
    nextFrame: (callback: (now: number) => void) => void,
  ) {
    const stage = new Stage(tell);
    this.stage = stage;
    this.columns = new Columns(() => {
      this.telling.anew();
      if (stage.picture) this.filtering.apply(stage.picture.scene);
      this.changed();
    });
    const hear = (message: FromWorker): void => {
      tell(message);
      if (message.say === "coloured") this.look(stage.dark, stage.sight.motion.calm);
    };
    this.telling = new Telling(this.columns, hear, () => this.changed());
    this.filtering = new Filtering(this.columns, tell, () => {
      stage.edges.forget();
      this.changed();
    });
    this.hands = new Hands(stage, tell, {
      refocused: () => stage.edges.refocus(),
      moved: () => this.moved(),
      carried: () => {
        stage.drifts = [];
        stage.namesStale = true;
      },
      wake: () => this.wake(),
    });
    this.frames = new Frames(stage, this.hands, surface, tell, nextFrame);
  }

  hear(message: Exclude<ToWorker, { say: "start" | "card" }>): void {
    const { sight } = this.stage;
    switch (message.say) {
      case "size":
        return this.resize(message.width, message.height, message.ratio);
      case "covered":
        if (!sight.cover(message.left, message.right, message.top, message.bottom, now())) return;
        this.stage.namesStale = true;
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
        return this.hands.setHovered(this.stage.picture?.scene.ids.findText(message.id) ?? -1);
      case "click":
        return this.hands.click(message.x, message.y, message.touch, message.twice, message.add);
      case "select":
        this.wanted = { ...this.wanted, id: message.id, also: message.also ?? [] };
        return this.mark();
      case "way":
        this.wanted = { ...this.wanted, way: message.ids };
        return this.mark();
      case "edge":
        this.wanted = { ...this.wanted, edge: message.edge };
        return this.mark();
      case "enclose":
        return this.hands.enclose(message.polygon, message.add);
      case "carry":
        return this.hands.carry(message.id, message.dx, message.dy, message.done);
      case "arrange":
        return this.arrange(message.arrangement);
      case "fly":
        sight.flyTo(this.stage.picture?.scene.ids.findText(message.id) ?? -1, now());
        return this.moved();
      case "fly-to-all":
        sight.flyToAll(this.stage.picture?.scene.found(message.ids) ?? [], now());
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
      case "filter":
        return this.filtering.put(message.conditions, message.hide, this.stage.picture?.scene);
      case "time":
        return this.travel(message.time);
      case "rename":
        return this.rename(message.id, message.name);
      case "highlight":
        return this.highlight(message.type);
      case "overview":
        this.stage.overview.want(message.size);
        return this.wake();
      case "look-at":
        sight.lookAt(message.x, message.y, now());
        return this.moved();
      case "others":
        this.stage.others.put(message.marks, this.stage.picture?.scene);
        return this.wake();
      case "ask":
        void this.answer(message.number, message.question);
        return;
      case "measure":
        return this.frames.measure(message.seconds);
      case "break":
        if (message.what === "worker") throw new Error("it was asked to break, by a test");
        this.surface?.loseCard();
        return;
    }
  }

  private async answer(number: number, question: Question): Promise<void> {
    const { picture, drawing, names, edgeNames, ratio } = this.stage;
    const answer = !picture ? null : question.about === "facet" ? await this.filtering.facet(picture.scene, question.key, question.text) : await reply({ picture, drawing, names, edgeNames, ratio }, question);
    this.tell({ say: "answer", number, answer });
  }

  // What is loaded

  private show(map: MapData, camera: Camera | undefined, keepPlaces: boolean): void {
    const before = keepPlaces ? this.stage.picture : null;
    const { sight } = this.stage;
    const scene = new Scene(map, this.time);
    scene.arrange(this.arrangement);
    const histogram = histogramOf(map, buckets, Date.now()) ?? null;
    // What is told of what is under the pointer is of the former picture.
    this.hands.letGo();
    this.stage.picture = emptyPicture(scene, sight.motion.camera, sight.eye, sight.viewport);
    this.columns.take(scene, this.loading.url, before !== null, [...this.filtering.keys, ...Telling.keys(this.arrangement)]);
    this.telling.of(scene, this.arrangement);
    this.filtering.apply(scene);
    this.stage.picture.newnessMs = this.newness();
    this.stage.edges.forget();
    this.stage.others.find(scene);
    this.stage.overview.expire();
    if (!before) this.stage.names.clear();
    else this.stage.names.carryOver(before.scene, scene);
    sight.show(scene, camera, before !== null, now());
    const drift = before && !sight.motion.calm ? Drift.between(before.scene, scene, sight.motion.camera.scale, now()) : null;
    this.stage.drifts = drift ? [drift] : [];
    // A better placement may be on another scale: then what was looked at is elsewhere.
    if (before && map.items > 0 && findFrontier(scene, sight.eye, sight.viewport, scene.frontier).size === 0) this.fit();
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
    const scene = this.stage.picture?.scene;
    if (!scene || this.lifted) return;
    this.lifted = true;
    scene.height = this.heights.of(scene.map, (height) => {
      if (this.stage.picture?.scene !== scene) return;
      if (this.stage.sight.motion.calm || this.stage.sight.orbit.turn.depth === 0) scene.height = height;
      else this.stage.drifts.push(Drift.of(scene.height, height, now()));
      this.stage.namesStale = true;
      this.wake();
    });
  }

  private moved(): void {
    this.hands.letGo();
    this.frames.moved();
  }

  /** All of what is shown; of a part of the map, that part. */
  private fit(): void {
    const scene = this.stage.picture?.scene;
    const shown = scene?.narrowed ? Array.from(scene.there.keys()).filter((i) => scene.there[i] === 1 && scene.mixRow[i] < 0) : [];
    if (shown.length > 0) this.stage.sight.flyToAll(shown, now());
    else this.stage.sight.fit(now());
    this.moved();
  }

  private resize(width: number, height: number, ratio: number): void {
    if (ratio !== this.stage.ratio) this.stage.sprites.reset(ratio);
    this.stage.ratio = ratio;
    this.surface?.resize(width, height, ratio);
    this.stage.sight.resize(width, height, now());
    this.stage.namesStale = true;
    this.moved();
    // At once: a resized canvas is blank until it is drawn.
    this.frames.draw(now());
  }

  private look(dark: boolean, calm: boolean): void {
    this.stage.dark = dark;
    const { steps, own } = this.stage.picture?.scene.coloured ?? { steps: false, own: {} };
    this.stage.palette = paletteOf(dark, steps, own);
    this.stage.sight.calm = calm;
    this.stage.sprites.reset(this.stage.ratio);
    this.stage.namesStale = true;
    this.stage.overview.expire();
    this.wake();
  }

  // What people do

  /** Finds what is selected and on the way among the things of the map. */
  private mark(): void {
    if (!this.stage.picture) return;
    const { scene } = this.stage.picture;
    this.stage.picture.selected = this.wanted.id ? scene.ids.findText(this.wanted.id) : -1;
    this.stage.picture.also = scene.found(this.wanted.also);
    this.stage.picture.way = scene.found(this.wanted.way);
    this.stage.picture.chosenEdge = this.edgeWanted(scene);
    const { lit } = this.wanted;
    this.stage.picture.highlighted = (lit === null ? undefined : scene.typeCounts().find((t) => t.type === lit))?.colour ?? -1;
    this.stage.edges.refocus();
    this.stage.namesStale = true;
    this.wake();
  }

  private edgeWanted(scene: Scene): Tie | null {
    const { edge } = this.wanted;
    const [from, to] = edge ? [scene.ids.findText(edge.from), scene.ids.findText(edge.to)] : [-1, -1];
    return from < 0 || to < 0 ? null : { from, to, directed: false };
  }

  private arrange(to: Arrangement): void {
    const before = this.arrangement;
    this.arrangement = to;
    if (to.colourBy !== before.colourBy) this.highlight(null);
    if (!this.stage.picture) return;
    const { scene } = this.stage.picture;
    this.stage.drifts = [];
    scene.arrange(to);
    this.telling.of(scene, to);
    this.stage.edges.forget();
    this.changed();
  }

  private travel(time: number | null): void {
    this.time = time ?? Infinity;
    if (!this.stage.picture) return;
    this.stage.picture.scene.travel(this.time);
    this.stage.picture.newnessMs = this.newness();
    this.stage.edges.expire();
    this.changed();
  }

  private changed(): void {
    const { scene } = this.stage.picture!;
    this.stage.namesStale = true;
    this.stage.overview.expire();
    this.tell({ say: "counts", shown: scene.presence.total, types: scene.typeCounts() });
    this.filtering.recount(scene);
    this.wake();
  }

  /** What began within a fiftieth of all time before the time shown is marked as new; now nothing is. */
  private newness(): number {
    return this.time === Infinity || !this.stage.picture ? 0 : this.stage.picture.scene.spanMs / 50;
  }

  private rename(id: string, name: string): void {
    const scene = this.stage.picture?.scene;
    const item = scene?.ids.findText(id) ?? -1;
    if (!scene || item < 0) return;
    scene.map.names[item] = name;
    this.stage.namesStale = true;
    this.wake();
  }

  private highlight(label: string | null): void {
    this.wanted = { ...this.wanted, lit: label };
    this.mark();
  }

  /** Draws again soon. */
  wake(): void {
    this.frames.wake();
  }
}

function now(): number {
  return performance.now();
}

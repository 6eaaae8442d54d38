import type { Histogram } from "./time";
import { notify } from "../state/session";
import { store } from "../state/store";
import type { Box, Camera } from "./camera";
import { Link, type Place } from "./link";
import type { Coloured, EdgeHint, EdgesAnswer, ExportFormat, Facet, Filtered, FromWorker, MapItem, MapSummary, Measured, MembersAnswer, Outward, Question, Side, Sized, ToWorker, TypeCount } from "./protocol";

export interface MapState {
  summary: MapSummary | null;
  histogram: Histogram | null;
  /** Bytes that have come of a map that is not shown yet. */
  loading: { bytes: number; of: number } | null;
  problem: string | null;
  hovered: Extract<FromWorker, { say: "hovered" }>["item"];
  /** The edge under the pointer. */
  touched: EdgeHint | null;
  trail: { id: string; name: string }[];
  types: TypeCount[];
  /** Nodes there at the time shown. */
  shown: number;
  highlighted: string | null;
  /** Things on the way between two, with where it goes; null: none is shown. */
  way: MapItem[] | null;
  /** What draws: the graphics card, or the processor because there is none or it was lost. */
  drawing: { by: "card" | "canvas"; why?: "none" | "lost" } | null;
  /** The worker stopped and another takes over; or none draws any more, for a reason. */
  broken: "restarting" | { why: string } | null;
  /** Grows with each loaded map and name: what was asked about the former may be different now. */
  edition: number;
  /** A small picture of the whole, and the camera that it is seen by. */
  overview: { picture: ImageBitmap; camera: Camera } | null;
  /** What of the world is seen. */
  box: Box | null;
  coloured: Coloured;
  /** How many things the filters keep; null: there is no filter. */
  filtered: Filtered | null;
  /** What sizes tell, where it is a property. */
  sized: Sized | null;
}

export const mapState = store<MapState>({ overview: null, box: null, coloured: { steps: false, own: {}, problem: null }, filtered: null, sized: null, summary: null, histogram: null, loading: null, problem: null, hovered: null, touched: null, trail: [], types: [], shown: 0, highlighted: null, way: null, drawing: null, broken: null, edition: 0 });

interface Listener {
  picked: (id: string | null, add: boolean) => void;
  pickedEdge: (from: string, to: string) => void;
  enclosed: (ids: string[], of: number, add: boolean) => void;
  carried: (id: string, x: number, y: number) => void;
  /** null: all is shown, by nobody's choice. */
  moved: (camera: Camera | null, side: Side) => void;
  /** It does not draw for now, or never more. */
  stopped: () => void;
}

const patienceMs = 1500;

/** The page's end of the worker that draws the map. */
class MapClient {
  private readonly link = new Link({
    hear: (message) => this.hear(message),
    restarting: (why) => this.restarting(why),
    gaveUp: (why) => this.gaveUp(why),
  });
  private readonly waiting = new Map<number, (answer: unknown) => void>();
  private asked = 0;
  private listener: Listener | null = null;
  private measured: ((m: Measured) => void) | null = null;

  attach(place: Place, listener: Listener): void {
    this.listener = listener;
    this.link.open(place);
  }

  detach(): void {
    this.link.close();
    this.forgetQuestions();
  }

  tell(message: Exclude<ToWorker, { say: "start" | "ask" | "card" }>): void {
    this.link.say(message);
  }

  /** For tests: breaks something as it breaks in the field. */
  breakForTest(what: "card" | "worker" | "silent"): void {
    if (what === "silent") this.link.kill();
    else this.link.say({ say: "break", what });
  }

  private restarting(why: string): void {
    this.forgetQuestions();
    mapState.put({ broken: "restarting", hovered: null, touched: null });
    // Mostly it is back before one could read what is said.
    setTimeout(() => {
      if (mapState.get().broken !== "restarting") return;
      notify("problem", `The map stopped and starts again; the outline shows the same meanwhile. (${why})`);
      this.listener?.stopped();
    }, patienceMs);
  }

  private gaveUp(why: string): void {
    this.forgetQuestions();
    mapState.put({ broken: { why }, hovered: null, touched: null });
    notify("problem", `The map cannot be drawn: ${why}. The outline shows the same; reload the page to try again.`);
    this.listener?.stopped();
  }

  private forgetQuestions(): void {
    for (const resolve of this.waiting.values()) resolve(null);
    this.waiting.clear();
  }

  load(url: string, camera: Camera | null, keepPlaces: boolean): void {
    mapState.put({ loading: { bytes: 0, of: 0 }, problem: null, ...(keepPlaces ? {} : { summary: null, histogram: null, trail: [], hovered: null, touched: null, types: [] }) });
    this.tell({ say: "load", url: new URL(url, location.href).href, keepPlaces, ...(camera ? { camera } : {}) });
  }

  /** Another name is shown: no need to load all again for it. */
  rename(id: string, name: string): void {
    this.tell({ say: "rename", id, name });
    mapState.put((s) => ({ edition: s.edition + 1 }));
  }

  highlight(type: string | null): void {
    mapState.put({ highlighted: type });
    this.tell({ say: "highlight", type });
  }

  members(id: string | null, offset: number, limit: number): Promise<MembersAnswer> {
    return this.ask({ about: "members", id, offset, limit }, { total: 0, items: [] });
  }

  path(id: string): Promise<MapItem[]> {
    return this.ask({ about: "path", id }, []);
  }

  step(id: string | null, direction: "left" | "right" | "up" | "down" | "in" | "out"): Promise<MapItem | null> {
    return this.ask<MapItem | null>({ about: "step", id, direction }, null);
  }

  /** Names of things, as the map shows them; null for what is not on it. */
  names(ids: string[]): Promise<(string | null)[]> {
    return this.ask({ about: "names", ids }, []);
  }

  /** Things on the shortest way between two, both included; empty where there is none. */
  way(from: string, to: string): Promise<MapItem[]> {
    return this.ask({ about: "way", from, to }, []);
  }

  /** The edges between two things or what is in them, at the time shown; null where one of them is not on the map. */
  edges(from: string, to: string, limit: number): Promise<EdgesAnswer | null> {
    return this.ask<EdgesAnswer | null>({ about: "edges", from, to, limit }, null);
  }

  /** What a thing is tied to, the most closely tied first. */
  ties(id: string): Promise<MapItem[]> {
    return this.ask({ about: "ties", id }, []);
  }

  /** What the things in a group are tied to outside it, the most closely tied first. */
  outward(id: string, limit: number): Promise<Outward[]> {
    return this.ask<Outward[]>({ about: "outward", id, limit }, []);
  }

  /** What a key says of the things that the other filters keep; of texts, those that hold `text`. */
  facet(key: string, text = ""): Promise<Facet> {
    return this.ask<Facet>({ about: "facet", key, text }, { kind: "problem", problem: "There is no map yet." });
  }

  showWay(way: MapItem[] | null): void {
    mapState.put({ way });
    this.tell({ say: "way", ids: way?.map((item) => item.id) ?? [] });
  }

  /** What the map shows as a file; a text says why there is none. */
  export(format: ExportFormat, title: string, at: string): Promise<Blob | string> {
    return this.ask<Blob | string>({ about: "export", format, title, at }, "there is no map yet");
  }

  /** Flies about for some seconds and tells how long the frames took. */
  measure(seconds: number): Promise<Measured> {
    return new Promise((resolve) => {
      this.measured = resolve;
      this.tell({ say: "measure", seconds });
    });
  }

  private ask<T>(question: Question, nothing: T): Promise<T> {
    if (!this.link.running) return Promise.resolve(nothing);
    const number = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(number, (answer) => resolve((answer as T | null) ?? nothing));
      this.link.say({ say: "ask", number, question });
    });
  }

  private hear(message: FromWorker): void {
    switch (message.say) {
      case "loading":
        return mapState.put({ loading: { bytes: message.bytes, of: message.of } });
      case "loaded":
        return mapState.put((s) => ({
          broken: s.broken === "restarting" ? null : s.broken,
          summary: message.summary,
          histogram: message.histogram,
          types: message.summary.types,
          shown: message.summary.shown,
          loading: null,
          problem: null,
          edition: s.edition + 1,
        }));
      case "failed":
        return mapState.put({ problem: message.problem, loading: null });
      case "counts":
        return mapState.put({ shown: message.shown, types: message.types });
      case "hovered":
        return mapState.put({ hovered: message.item });
      case "touched":
        return mapState.put({ touched: message.edge });
      case "picked-edge":
        return this.listener?.pickedEdge(message.from, message.to);
      case "picked":
        return this.listener?.picked(message.id, message.add);
      case "enclosed":
        return this.listener?.enclosed(message.ids, message.of, message.add);
      case "carried":
        return this.listener?.carried(message.id, message.x, message.y);
      case "drawing": {
        const before = mapState.get().drawing;
        if (message.why === "lost") notify("problem", "The graphics card let go of the map. It is drawn without it until it is back.");
        else if (message.by === "card" && before?.why === "lost") notify("done", "The graphics card is back.");
        return mapState.put({ drawing: { by: message.by, ...(message.why ? { why: message.why } : {}) } });
      }
      case "want-card":
        return;
      case "overview":
        return mapState.put({ overview: { picture: message.picture, camera: message.camera } });
      case "coloured":
        return mapState.put({ coloured: message.coloured });
      case "filtered":
        return mapState.put({ filtered: message.filtered });
      case "sized":
        return mapState.put({ sized: message.sized });
      case "moved": {
        const camera = message.chosen ? message.camera : null;
        this.link.follow(camera, message.side);
        this.listener?.moved(camera, message.side);
        const { trail, box } = mapState.get();
        if (JSON.stringify(box) !== JSON.stringify(message.box)) mapState.put({ box: message.box });
        if (trail.length !== message.trail.length || trail.some((t, k) => t.id !== message.trail[k].id || t.name !== message.trail[k].name)) mapState.put({ trail: message.trail });
        return;
      }
      case "answer": {
        const resolve = this.waiting.get(message.number);
        this.waiting.delete(message.number);
        return resolve?.(message.answer);
      }
      case "measured":
        this.measured?.(message.measured);
        this.measured = null;
        return;
    }
  }
}

export const map = new MapClient();

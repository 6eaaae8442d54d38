import type { Histogram } from "./time";
import type { Camera } from "./camera";
import type { FromWorker, MapItem, MapSummary, Measured, MembersAnswer, Question, ToWorker, TypeCount } from "./protocol";
import { store } from "../state/store";

export interface MapState {
  summary: MapSummary | null;
  histogram: Histogram | null;
  /** Bytes that have come of a map that is not shown yet. */
  loading: { bytes: number; of: number } | null;
  problem: string | null;
  hovered: Extract<FromWorker, { say: "hovered" }>["item"];
  trail: { id: string; name: string }[];
  types: TypeCount[];
  /** Nodes there at the time shown. */
  shown: number;
  highlighted: string | null;
  /** Grows with each loaded map and name: what was asked about the former may be different now. */
  edition: number;
}

export const mapState = store<MapState>({ summary: null, histogram: null, loading: null, problem: null, hovered: null, trail: [], types: [], shown: 0, highlighted: null, edition: 0 });

interface Listener {
  picked: (id: string | null, twice: boolean) => void;
  /** null: all is shown, by nobody's choice. */
  moved: (camera: Camera | null) => void;
}

/** The page's end of the worker that draws the map. */
class MapClient {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, (answer: unknown) => void>();
  private asked = 0;
  private listener: Listener | null = null;
  private early: ToWorker[] = [];
  private measured: ((m: Measured) => void) | null = null;

  attach(canvas: HTMLCanvasElement, size: { width: number; height: number; ratio: number }, look: { dark: boolean; calm: boolean }, listener: Listener): void {
    this.listener = listener;
    this.worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "map" });
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data);
    this.worker.onerror = (event) => mapState.put({ problem: `The map stopped: ${event.message || "its worker did not start"}. Reload the page.`, loading: null });
    const surface = canvas.transferControlToOffscreen();
    this.worker.postMessage({ say: "start", canvas: surface, ...size, ...look } satisfies ToWorker, [surface]);
    this.early.forEach((m) => this.worker?.postMessage(m));
    this.early = [];
  }

  detach(): void {
    this.worker?.terminate();
    this.worker = null;
    this.waiting.clear();
  }

  tell(message: Exclude<ToWorker, { say: "start" | "ask" }>): void {
    if (this.worker) this.worker.postMessage(message);
    else this.early.push(message);
  }

  load(url: string, camera: Camera | null, keepPlaces: boolean): void {
    mapState.put({ loading: { bytes: 0, of: 0 }, problem: null, ...(keepPlaces ? {} : { summary: null, histogram: null, trail: [], hovered: null, types: [] }) });
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

  /** Flies about for some seconds and tells how long the frames took. */
  measure(seconds: number): Promise<Measured> {
    return new Promise((resolve) => {
      this.measured = resolve;
      this.tell({ say: "measure", seconds });
    });
  }

  private ask<T>(question: Question, nothing: T): Promise<T> {
    if (!this.worker) return Promise.resolve(nothing);
    const number = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(number, (answer) => resolve((answer as T | null) ?? nothing));
      this.worker?.postMessage({ say: "ask", number, question } satisfies ToWorker);
    });
  }

  private hear(message: FromWorker): void {
    switch (message.say) {
      case "loading":
        return mapState.put({ loading: { bytes: message.bytes, of: message.of } });
      case "loaded":
        return mapState.put((s) => ({
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
      case "picked":
        return this.listener?.picked(message.id, message.twice);
      case "moved": {
        this.listener?.moved(message.chosen ? message.camera : null);
        const { trail } = mapState.get();
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

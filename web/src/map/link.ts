import type { FromWorker, Side, ToWorker } from "./protocol";

/** Where the worker's canvases go, and how large they are. */
export interface Place {
  /** A new canvas in the page, over those made before it. */
  canvas: () => HTMLCanvasElement;
  size: () => { width: number; height: number; ratio: number };
  look: () => { dark: boolean; calm: boolean };
}

/** What is said again to a worker that takes over from another: the last of each kind. */
const kept: ReadonlySet<ToWorker["say"]> = new Set<ToWorker["say"]>(["covered", "select", "way", "edge", "filter", "overview", "arrange", "time", "highlight", "others", "deep", "turn", "load"]);
const beatMs = 3000;
/** A worker that is silent for so long hangs or is gone; a large map, or a slow card, takes some seconds. */
const silentMs = 20_000;
const mostRestarts = 3;
/** Restarts are counted within this time. */
const restartWindowMs = 120_000;
const mostCards = 3;

export interface Ears {
  hear: (message: FromWorker) => void;
  /** It stopped, and another one takes over. */
  restarting: (why: string) => void;
  /** It stopped too often: another one answers questions, but draws no more. */
  gaveUp: (why: string) => void;
}

/** The worker that draws the map, kept alive: one that crashes or hangs is replaced by one that shows the same. */
export class Link {
  private worker: Worker | null = null;
  private place: Place | null = null;
  private readonly canvases: { below: HTMLCanvasElement | null; above: HTMLCanvasElement | null } = { below: null, above: null };
  private readonly last = new Map<ToWorker["say"], ToWorker>();
  private early: ToWorker[] = [];
  private restarts: number[] = [];
  private cards = 0;
  private heardAt = 0;
  private beatAt = 0;
  private beat: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly ears: Ears) {}

  get running(): boolean {
    return this.worker !== null;
  }

  open(place: Place): void {
    this.place = place;
    this.start(true);
    this.early.forEach((m) => this.worker?.postMessage(m));
    this.early = [];
    this.beat = setInterval(() => this.listen(), beatMs);
  }

  close(): void {
    clearInterval(this.beat);
    this.worker?.terminate();
    this.worker = null;
    this.place = null;
    this.canvases.below?.remove();
    this.canvases.above?.remove();
  }

  say(message: ToWorker): void {
    if (kept.has(message.say)) this.last.set(message.say, message);
    if (this.worker) this.worker.postMessage(message);
    else this.early.push(message);
  }

  /** The camera moved by itself or by hand: who takes over begins there. */
  follow(camera: Extract<ToWorker, { say: "load" }>["camera"] | null, side: Side): void {
    this.last.set("turn", { say: "turn", side });
    const load = this.last.get("load");
    if (load?.say !== "load") return;
    const { url } = load;
    this.last.set("load", { say: "load", url, keepPlaces: false, ...(camera ? { camera } : {}) });
  }

  /** For tests: the worker is gone without a word, as when the browser ends it. */
  kill(): void {
    this.worker?.terminate();
    this.heardAt = -silentMs;
  }

  private start(drawing: boolean): void {
    const { place } = this;
    if (!place) return;
    this.canvases.below?.remove();
    this.canvases.above?.remove();
    this.canvases.below = drawing ? place.canvas() : null;
    this.canvases.above = drawing ? place.canvas() : null;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "map" });
    this.worker = worker;
    this.heardAt = performance.now();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (worker !== this.worker) return;
      this.heardAt = performance.now();
      if (data.say === "want-card") this.giveCard();
      else this.ears.hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.worker) this.replace(event.message || "its worker did not start");
    };
    const above = offscreen(this.canvases.above);
    const below = above ? offscreen(this.canvases.below) : null;
    worker.postMessage({ say: "start", above, below, ...place.size(), ...place.look() } satisfies ToWorker, [above, below].filter((c) => c !== null));
    if (drawing && !above) this.ears.gaveUp("this browser lets no worker draw: use a newer one");
  }

  private replace(why: string): void {
    this.worker?.terminate();
    const now = performance.now();
    this.restarts = [...this.restarts.filter((at) => now - at < restartWindowMs), now];
    const drawing = this.restarts.length <= mostRestarts;
    // One that only answers and fails too is not tried for ever.
    if (this.restarts.length > mostRestarts + 1) {
      this.worker = null;
      clearInterval(this.beat);
      return;
    }
    this.start(drawing);
    for (const message of this.last.values()) if (message.say !== "load") this.worker?.postMessage(message);
    const load = this.last.get("load");
    if (load) this.worker?.postMessage(load);
    if (drawing) this.ears.restarting(why);
    else this.ears.gaveUp(why);
  }

  /** The graphics card did not come back for the old canvas; it may for a new one. */
  private giveCard(): void {
    if (!this.place || !this.canvases.above || ++this.cards > mostCards) return;
    this.canvases.below?.remove();
    const canvas = this.place.canvas();
    this.canvases.above.before(canvas);
    this.canvases.below = canvas;
    const below = offscreen(canvas);
    if (below) this.worker?.postMessage({ say: "card", below } satisfies ToWorker, [below]);
  }

  private listen(): void {
    const now = performance.now();
    // While the page itself waits for its turn, the worker cannot be blamed for being late.
    const starved = now - this.beatAt > 2 * beatMs;
    this.beatAt = now;
    if (!this.worker || document.visibilityState !== "visible" || (starved && this.heardAt > 0)) {
      this.heardAt = now;
      return;
    }
    if (now - this.heardAt > silentMs) this.replace("it does not answer");
    else this.worker.postMessage({ say: "ask", number: -1, question: { about: "names", ids: [] } } satisfies ToWorker);
  }
}

function offscreen(canvas: HTMLCanvasElement | null): OffscreenCanvas | null {
  return canvas && "transferControlToOffscreen" in canvas ? canvas.transferControlToOffscreen() : null;
}

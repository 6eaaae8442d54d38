import type { FromWorker } from "./protocol";
import { paintOnCanvas } from "./paint/canvas";
import type { GlPainter } from "./paint/gl";
import type { Drawing } from "./paint/list";
import type { Context } from "./text";

/** A driver that resets gives the context back within this time, or not at all. */
const backWithinMs = 1500;

/**
 * What the map is drawn on: two canvases, one above the other. The graphics card draws on the lower one; names stand on
 * the upper. While there is no graphics card (it is not there, lost, or its code still loads) the upper one takes the
 * whole picture, made from the same lists, so nobody waits and nothing is missing.
 */
export class Surface {
  readonly context: Context;
  private painter: GlPainter | null = null;
  private lost = false;
  /** It was said that the card draws. */
  private told = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private width = 1;
  private height = 1;
  private ratio = 1;

  constructor(
    private readonly above: OffscreenCanvas,
    private readonly tell: (message: FromWorker) => void,
    private readonly redraw: () => void,
  ) {
    const context = above.getContext("2d");
    if (!context) throw new Error("This browser gives no 2D canvas to workers: use a newer one.");
    this.context = context;
  }

  /** Draws on a lower canvas with the graphics card from now on, if there is one. */
  async useCard(below: OffscreenCanvas): Promise<void> {
    clearTimeout(this.waiting);
    try {
      const { GlPainter: Painter } = await import("./paint/gl");
      const painter = new Painter(below, () => this.cardLost(painter), () => this.cardBack(painter));
      painter.resize(this.width, this.height, this.ratio);
      this.painter?.stop();
      this.painter = painter;
      this.lost = false;
      this.told = false;
    } catch {
      this.tell({ say: "drawing", by: "canvas", why: "none" });
    }
    this.redraw();
  }

  resize(width: number, height: number, ratio: number): void {
    this.width = width;
    this.height = height;
    this.ratio = ratio;
    this.above.width = Math.max(1, Math.round(width * ratio));
    this.above.height = Math.max(1, Math.round(height * ratio));
    this.painter?.resize(width, height, ratio);
  }

  /** Whether the card still works on the last picture. */
  get isBusy(): boolean {
    const painter = this.lost ? null : this.painter;
    return painter?.isWarm === true && painter.isBusy();
  }

  /**
   * Draws the lists; names are to be drawn on `context` after it.
   *
   * @returns true when it must be drawn again soon, as the card is not ready yet
   */
  paint(drawing: Drawing): boolean {
    this.context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    const painter = this.lost ? null : this.painter;
    if (!painter?.isWarm) {
      paintOnCanvas(this.context, drawing, this.width, this.height);
      if (painter && !painter.isBusy()) painter.paint(drawing);
      return painter !== null;
    }
    painter.paint(drawing);
    this.context.clearRect(0, 0, this.width, this.height);
    if (!this.told) this.tell({ say: "drawing", by: "card" });
    this.told = true;
    return false;
  }

  /** For tests: as when a driver resets. */
  loseCard(): void {
    this.painter?.lostForTest();
  }

  private cardLost(painter: GlPainter): void {
    if (painter !== this.painter || this.lost) return;
    this.lost = true;
    this.tell({ say: "drawing", by: "canvas", why: "lost" });
    this.waiting = setTimeout(() => this.tell({ say: "want-card" }), backWithinMs);
    this.redraw();
  }

  private cardBack(painter: GlPainter): void {
    if (painter !== this.painter) return;
    clearTimeout(this.waiting);
    this.lost = false;
    this.told = false;
    painter.cool();
    this.redraw();
  }
}

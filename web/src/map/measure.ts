import type { Camera } from "./camera";
import type { Measured } from "./protocol";

/** Flies about as a hurried person would and notes how long the frames take. */
export class Measuring {
  private readonly works: number[] = [];
  private readonly submits: number[] = [];
  private readonly intervals: number[] = [];
  private last = NaN;

  /**
   * @param span width of the screen in world units, seen from home
   */
  constructor(
    private readonly startedAt: number,
    private readonly seconds: number,
    readonly home: Camera,
    private readonly span: number,
  ) {}

  /** Where the camera is at a time: round about, and three times in and out. */
  cameraAt(at: number): Camera {
    const t = (at - this.startedAt) / 1000;
    const depth = 1 - Math.cos(t * 1.3);
    return { x: this.home.x + Math.sin(t * 0.9) * this.span * 0.22, y: this.home.y + Math.cos(t * 0.7) * this.span * 0.16, scale: this.home.scale * Math.exp(depth * 1.9) };
  }

  /** @returns true when the time is over */
  note(frameAt: number, workMs: number, submitMs: number, now: number): boolean {
    this.works.push(workMs);
    this.submits.push(submitMs);
    if (!Number.isNaN(this.last)) this.intervals.push(frameAt - this.last);
    this.last = frameAt;
    return now - this.startedAt >= this.seconds * 1000;
  }

  result(): Measured {
    return { frames: this.works.length, drawMs: spread(this.works), submitMs: spread(this.submits), intervalMs: spread(this.intervals) };
  }
}

function spread(values: number[]): { median: number; p95: number; worst: number } {
  const sorted = Float64Array.from(values).sort();
  const at = (part: number): number => (sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

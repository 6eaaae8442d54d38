import { clampScale, ease, flight, type Box, type Camera, type Flight } from "./camera";

const glideMs = 160;
const slowest = 0.02;
const quickest = 0.15;

/** How the camera moves: at once, gliding on after a drag, or flying. Times are ms of one clock. */
export class Motion {
  camera: Camera = { x: 0, y: 0, scale: 1 };
  /** When it moved last. */
  movedAt = 0;
  /** Less motion was asked for: everything is at once. */
  calm = false;
  private way: { flight: Flight; startedAt: number } | null = null;
  private glide: { vx: number; vy: number; at: number } | null = null;
  private bounds: Box | null = null;
  private nearest = Infinity;

  get moving(): boolean {
    return this.way !== null || this.glide !== null;
  }

  get flying(): boolean {
    return this.way !== null;
  }

  /** How far a flight is at a time, not eased; 1 when there is none. */
  partAt(at: number): number {
    return this.way ? Math.min(1, Math.max(0, (at - this.way.startedAt) / this.way.flight.durationMs)) : 1;
  }

  /** Where it will be when a flight ends; else where it is. */
  get goal(): Camera {
    return this.way ? this.way.flight.at(1) : this.camera;
  }

  /** The middle of the view stays within these bounds, and no nearer than this scale. */
  bound(bounds: Box | null, nearest: number): void {
    this.bounds = bounds;
    this.nearest = nearest;
  }

  put(camera: Camera, at: number): void {
    this.camera = this.within(camera);
    this.movedAt = at;
  }

  stop(): void {
    this.way = null;
    this.glide = null;
  }

  /** Flies there; `span` is the width of the screen in pixels. */
  go(to: Camera, span: number, at: number): void {
    this.stop();
    if (this.calm) return this.put(to, at);
    this.way = { flight: flight(this.camera, this.within(to), span), startedAt: at };
    this.movedAt = at;
  }

  /** Glides on with a speed in pixels per ms. */
  release(vx: number, vy: number, at: number): void {
    if (!this.calm && Math.hypot(vx, vy) > quickest) this.glide = { vx, vy, at };
  }

  /** Moves on to a time. */
  advance(at: number): void {
    if (this.way) {
      const part = (at - this.way.startedAt) / this.way.flight.durationMs;
      this.camera = this.way.flight.at(part >= 1 ? 1 : ease(Math.max(0, part)));
      if (part >= 1) this.way = null;
      this.movedAt = at;
    } else if (this.glide) {
      const elapsed = Math.min(64, at - this.glide.at);
      this.put({ ...this.camera, x: this.camera.x - (this.glide.vx * elapsed) / this.camera.scale, y: this.camera.y - (this.glide.vy * elapsed) / this.camera.scale }, at);
      const slower = Math.exp(-elapsed / glideMs);
      this.glide = { vx: this.glide.vx * slower, vy: this.glide.vy * slower, at };
      if (Math.hypot(this.glide.vx, this.glide.vy) < slowest) this.glide = null;
    }
  }

  private within(camera: Camera): Camera {
    const scale = clampScale(Math.min(camera.scale, this.nearest));
    if (!this.bounds) return { ...camera, scale };
    return {
      x: Math.min(this.bounds.maxX, Math.max(this.bounds.minX, camera.x)),
      y: Math.min(this.bounds.maxY, Math.max(this.bounds.minY, camera.y)),
      scale,
    };
  }
}

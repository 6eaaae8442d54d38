import { ease } from "./camera";
import { steepest, type Turn } from "./eye";

const switchMs = 900;
const quiet = 1e-3;
/** From where one looks first: a little from the side, or there would be no depth to see. */
const firstYaw = 0.5;
const firstPitch = -0.42;

/** How the side from which one looks moves. Times are ms of one clock. */
export class Orbit {
  turn: Turn = { yaw: firstYaw, pitch: firstPitch, z: 0, depth: 0 };
  calm = false;
  private switching: { from: number; to: number; at: number } | null = null;
  private rising: { from: number; to: number } | null = null;

  /** True in three dimensions, or on the way there. */
  get deep(): boolean {
    return (this.switching?.to ?? this.turn.depth) > 0.5;
  }

  get moving(): boolean {
    return this.switching !== null;
  }

  /** Height of the point looked at when a flight ends. */
  get goalZ(): number {
    return this.rising?.to ?? this.turn.z;
  }

  /** Goes to two or three dimensions. */
  go(deep: boolean, at: number): void {
    if (deep === this.deep) return;
    const to = deep ? 1 : 0;
    if (this.calm) {
      this.turn = { ...this.turn, depth: to };
      this.switching = null;
    } else this.switching = { from: this.turn.depth, to, at };
  }

  put(turn: Partial<Turn>): void {
    this.turn = { ...this.turn, ...turn, pitch: Math.max(-steepest, Math.min(steepest, turn.pitch ?? this.turn.pitch)) };
    this.switching = null;
    this.rising = null;
  }

  /** Turns by pixels of a drag. */
  drag(dx: number, dy: number): void {
    const { yaw, pitch } = this.turn;
    this.turn = { ...this.turn, yaw: wrap(yaw + dx * 0.0052), pitch: Math.max(-steepest, Math.min(steepest, pitch + dy * 0.0052)) };
  }

  lift(z: number): void {
    this.turn = { ...this.turn, z };
    this.rising = null;
  }

  /** Rises to a height along with a flight of the camera. */
  rise(to: number): void {
    if (this.calm || Math.abs(to - this.turn.z) < quiet) this.lift(to);
    else this.rising = { from: this.turn.z, to };
  }

  /** @param part how far the camera's flight is, 1 when there is none */
  advance(at: number, part: number): void {
    if (this.switching) {
      const { from, to } = this.switching;
      const t = Math.min(1, Math.max(0, (at - this.switching.at) / switchMs));
      this.turn = { ...this.turn, depth: from + (to - from) * ease(t) };
      if (t >= 1) this.switching = null;
    }
    if (this.rising) {
      const { from, to } = this.rising;
      this.turn = { ...this.turn, z: from + (to - from) * ease(Math.min(1, part)) };
      if (part >= 1) this.rising = null;
    }
  }
}

function wrap(angle: number): number {
  const turn = 2 * Math.PI;
  return angle > Math.PI ? angle - turn : angle < -Math.PI ? angle + turn : angle;
}

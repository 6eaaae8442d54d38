import type { Scene } from "./scene";

const driftMs = 600;
const leastPx = 0.75;

/** Things on their way from where a former map had them to where the new one has them. */
export class Drift {
  private constructor(
    private readonly arrays: Float32Array[],
    private readonly startedAt: number,
    private readonly from: Float32Array[],
    private readonly to: Float32Array[],
  ) {}

  /** Takes numbers from what they are to others. */
  static of(array: Float32Array, to: Float32Array, at: number): Drift {
    return new Drift([array], at, [array.slice()], [to]);
  }

  /** Puts the things of a new map where the former has them; null when nothing is elsewhere by as much as one sees. */
  static between(former: Scene, next: Scene, scale: number, at: number): Drift | null {
    const { map } = next;
    const to: [Float32Array, Float32Array, Float32Array] = [map.x.slice(), map.y.slice(), map.radius.slice()];
    const from: [Float32Array, Float32Array, Float32Array] = [map.x.slice(), map.y.slice(), map.radius.slice()];
    let most = 0;
    for (let i = 0; i < map.items; i++) {
      const before = former.ids.find(map.ids, i * 16);
      if (before < 0) continue;
      from[0][i] = former.map.x[before];
      from[1][i] = former.map.y[before];
      from[2][i] = former.map.radius[before];
      most = Math.max(most, Math.abs(from[0][i] - to[0][i]), Math.abs(from[1][i] - to[1][i]));
    }
    if (most * scale < leastPx) return null;
    const drift = new Drift([map.x, map.y, map.radius], at, from, to);
    drift.advance(at);
    return drift;
  }

  /** @returns true when all are there */
  advance(at: number): boolean {
    const t = Math.min(1, (at - this.startedAt) / driftMs);
    const part = t * t * (3 - 2 * t);
    this.arrays.forEach((array, k) => {
      const from = this.from[k];
      const to = this.to[k];
      for (let i = 0; i < array.length; i++) array[i] = from[i] + (to[i] - from[i]) * part;
    });
    return t >= 1;
  }
}

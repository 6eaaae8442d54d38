/** What is needed of a map to give its things a height. Groups stand before their members. */
export interface Flat {
  x: Float32Array;
  y: Float32Array;
  radius: Float32Array;
  parent: Int32Array;
  /** 16 bytes for each item. */
  ids: Uint8Array;
}

const rounds = 10;
/** Of larger groups the heights that the ids give are left as they are: they are many enough to be spread evenly. */
const mostRelaxed = 20_000;

/** A part between -1 and 1 that belongs to an id for good. */
export function partOf(ids: Uint8Array, item: number): number {
  let bits = 0x811c9dc5;
  for (let k = 0; k < 16; k++) bits = Math.imul(bits ^ ids[item * 16 + k], 0x01000193);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x2c1b3c6d);
  bits ^= bits >>> 12;
  return ((bits >>> 0) / 0xffffffff) * 2 - 1;
}

/** How far up or down a thing may stand and still be inside the sphere of its group. */
export function room(groupRadius: number, away: number, radius: number): number {
  const free = groupRadius - radius;
  return free <= away ? 0 : Math.sqrt(free * free - away * away);
}

/** The sphere around all that is on top. */
function whole(flat: Flat): { x: number; y: number; r: number } {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < flat.parent.length; i++) {
    if (flat.parent[i] >= 0) continue;
    const r = flat.radius[i];
    minX = Math.min(minX, flat.x[i] - r);
    maxX = Math.max(maxX, flat.x[i] + r);
    minY = Math.min(minY, flat.y[i] - r);
    maxY = Math.max(maxY, flat.y[i] + r);
  }
  if (minX > maxX) return { x: 0, y: 0, r: 1 };
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2, r: Math.max(maxX - minX, maxY - minY) / 2 };
}

/**
 * The height of each item: from above the map stays as it is, so that one finds in depth what one knew flat. Each is
 * lifted within the sphere of its group by the bits of its id, so the same map always stands the same.
 */
export function lift(flat: Flat): Float32Array {
  const n = flat.parent.length;
  const offset = new Float32Array(n);
  const all = whole(flat);
  for (let i = 0; i < n; i++) offset[i] = partOf(flat.ids, i) * roomOf(flat, all, i);
  return stack(flat, offset);
}

function roomOf(flat: Flat, all: { x: number; y: number; r: number }, i: number): number {
  const p = flat.parent[i];
  const [x, y, r] = p < 0 ? [all.x, all.y, all.r] : [flat.x[p], flat.y[p], flat.radius[p]];
  return room(r, Math.hypot(flat.x[i] - x, flat.y[i] - y), flat.radius[i]);
}

/** Heights above the plane, of heights within the group. */
function stack(flat: Flat, offset: Float32Array): Float32Array {
  const height = new Float32Array(offset.length);
  for (let i = 0; i < offset.length; i++) height[i] = offset[i] + (flat.parent[i] < 0 ? 0 : height[flat.parent[i]]);
  return height;
}

/** Lifts, then moves what stands close together apart, up and down, until a group is filled evenly. */
export function liftApart(flat: Flat): Float32Array {
  const n = flat.parent.length;
  const all = whole(flat);
  const free = Float32Array.from({ length: n }, (_, i) => roomOf(flat, all, i));
  const offset = Float32Array.from({ length: n }, (_, i) => partOf(flat.ids, i) * free[i]);
  const members = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    const list = members.get(flat.parent[i]);
    if (list) list.push(i);
    else members.set(flat.parent[i], [i]);
  }
  for (const [group, list] of members) {
    if (list.length < 2 || list.length > mostRelaxed) continue;
    relax(flat, list, group < 0 ? all.r : flat.radius[group], offset, free);
  }
  return stack(flat, offset);
}

function relax(flat: Flat, list: number[], radius: number, offset: Float32Array, free: Float32Array): void {
  const spacing = (1.6 * radius) / Math.cbrt(list.length);
  if (!(spacing > 0)) return;
  const column = (i: number): number => Math.floor(flat.x[i] / spacing);
  const row = (i: number): number => Math.floor(flat.y[i] / spacing);
  const cells = new Map<number, number[]>();
  const key = (c: number, r: number): number => c * 131_071 + r;
  for (const i of list) {
    const k = key(column(i), row(i));
    const cell = cells.get(k);
    if (cell) cell.push(i);
    else cells.set(k, [i]);
  }
  for (let round = 0; round < rounds; round++) {
    const firm = 0.5 * (1 - round / rounds);
    for (const i of list) {
      if (free[i] === 0) continue;
      let push = 0;
      for (let dc = -1; dc <= 1; dc++) {
        for (let dr = -1; dr <= 1; dr++) {
          for (const j of cells.get(key(column(i) + dc, row(i) + dr)) ?? []) {
            if (j === i) continue;
            const flatAway = Math.hypot(flat.x[i] - flat.x[j], flat.y[i] - flat.y[j]);
            if (flatAway >= spacing) continue;
            const wanted = Math.sqrt(spacing * spacing - flatAway * flatAway);
            const away = offset[i] - offset[j];
            if (Math.abs(away) < wanted) push += (away >= 0 ? 1 : -1) * (wanted - Math.abs(away));
          }
        }
      }
      offset[i] = Math.max(-free[i], Math.min(free[i], offset[i] + push * firm * 0.3));
    }
  }
}

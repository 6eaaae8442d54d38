import type { MapData } from "./decode";

/** The groups and their members as arrays, made once for a map. The virtual group above all tops has index `items`. */
export interface Forest {
  items: number;
  /** Members of group g: member[start[g] .. start[g + 1]], the most important first. */
  start: Uint32Array;
  member: Uint32Array;
  depth: Uint16Array;
  /** Depth without those that fill their group: they are one ground. */
  tone: Uint16Array;
  /** Edges at an item. */
  degree: Uint32Array;
  /** Radius of the disc around an item's centre that holds it and all inside. */
  reach: Float32Array;
  /** Typical radius of a group's members. */
  memberRadius: Float32Array;
  /** The member that fills nearly all of a group (a folder with one folder in it), or -1. */
  filling: Int32Array;
  /** The group whose size decides whether a group opens: the last of those that fill one another. */
  opensAs: Int32Array;
  /** Grids of the groups with so many members that looking at each would take too long. */
  grids: Map<number, Grid>;
}

/** Members of one group by place: of cell c cellMember[cellStart[c] .. cellStart[c + 1]], the most important first. */
export interface Grid {
  minX: number;
  minY: number;
  cell: number;
  columns: number;
  rows: number;
  cellStart: Uint32Array;
  cellMember: Uint32Array;
  /** The most that a member sticks out of its cell. */
  overhang: number;
}

const gridFrom = 400;
const perCell = 12;
const fillingPart = 0.68;

export function plantForest(map: MapData): Forest {
  const n = map.items;
  const start = new Uint32Array(n + 2);
  const depth = new Uint16Array(n + 1);
  const degree = new Uint32Array(n);
  for (let e = 0; e < map.edges; e++) {
    degree[map.edgeFrom[e]] += 1;
    degree[map.edgeTo[e]] += 1;
  }
  for (let i = 0; i < n; i++) start[groupOf(map, i) + 1] += 1;
  for (let g = 0; g <= n; g++) start[g + 1] += start[g];
  const next = start.slice(0, n + 1);
  const member = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const g = groupOf(map, i);
    member[next[g]++] = i;
    depth[i] = g === n ? 0 : depth[g] + 1;
  }
  const rank = (i: number): number => map.count[i] * 1000 + degree[i];
  for (let g = 0; g <= n; g++) {
    if (start[g + 1] - start[g] > 1) member.subarray(start[g], start[g + 1]).sort((a, b) => rank(b) - rank(a) || a - b);
  }
  const reach = Float32Array.from(map.radius);
  const squares = new Float64Array(n + 1);
  for (let i = n - 1; i >= 0; i--) {
    const p = map.parent[i];
    squares[p < 0 ? n : p] += map.radius[i] * map.radius[i];
    if (p < 0) continue;
    const far = Math.hypot(map.x[i] - map.x[p], map.y[i] - map.y[p]) + reach[i];
    if (far > reach[p]) reach[p] = far;
  }
  const filling = new Int32Array(n).fill(-1);
  const opensAs = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i >= 0; i--) {
    const p = map.parent[i];
    if (p >= 0 && start[i + 1] > start[i] && map.radius[i] > map.radius[p] * fillingPart) filling[p] = i;
    if (filling[i] >= 0) opensAs[i] = opensAs[filling[i]];
  }
  const tone = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const p = map.parent[i];
    if (p >= 0) tone[i] = filling[p] === i ? tone[p] : tone[p] + 1;
  }
  const memberRadius = new Float32Array(n + 1);
  const grids = new Map<number, Grid>();
  for (let g = 0; g <= n; g++) {
    const members = start[g + 1] - start[g];
    if (members > 0) memberRadius[g] = Math.sqrt(squares[g] / members);
    if (members > gridFrom) grids.set(g, lay(map, reach, member.subarray(start[g], start[g + 1])));
  }
  return { items: n, start, member, depth, tone, degree, reach, memberRadius, filling, opensAs, grids };
}

function groupOf(map: MapData, item: number): number {
  const p = map.parent[item];
  return p < 0 ? map.items : p;
}

function lay(map: MapData, reach: Float32Array, members: Uint32Array): Grid {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  let overhang = 0;
  for (const i of members) {
    minX = Math.min(minX, map.x[i]);
    maxX = Math.max(maxX, map.x[i]);
    minY = Math.min(minY, map.y[i]);
    maxY = Math.max(maxY, map.y[i]);
    overhang = Math.max(overhang, reach[i]);
  }
  const width = Math.max(maxX - minX, 1e-3);
  const height = Math.max(maxY - minY, 1e-3);
  const cell = Math.max(Math.sqrt((width * height * perCell) / members.length), Math.max(width, height) / 512);
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const cellOf = (i: number): number =>
    Math.min(rows - 1, Math.floor((map.y[i] - minY) / cell)) * columns + Math.min(columns - 1, Math.floor((map.x[i] - minX) / cell));
  const cellStart = new Uint32Array(columns * rows + 1);
  for (const i of members) cellStart[cellOf(i) + 1] += 1;
  for (let c = 0; c < columns * rows; c++) cellStart[c + 1] += cellStart[c];
  const next = cellStart.slice(0, columns * rows);
  const cellMember = new Uint32Array(members.length);
  for (const i of members) cellMember[next[cellOf(i)]++] = i;
  return { minX, minY, cell, columns, rows, cellStart, cellMember, overhang };
}

/**
 * The binary map, as `GET …/map` answers it: little-endian, every section aligned to 8 bytes.
 *
 * ```
 * u32 magic 'AMAP' | u32 version | u64 position | u32 items | u32 edges | u32 types | u32 flags
 * f32 x | f32 y | f32 radius | i32 parent | u16 type | u8 kind | u32 count | f64 from | f64 to      per item
 * u32 from | u32 to | u16 type | f64 validFrom | f64 validTo | f32 weight                           per edge
 * 16 bytes id per item | u32 textBytes | JSON {types, names}
 * ```
 */
export interface MapData {
  position: number;
  /** The server is still moving things: ask again soon. */
  refining: boolean;
  items: number;
  edges: number;
  /** World coordinates; the same unit as radius. */
  x: Float32Array;
  y: Float32Array;
  radius: Float32Array;
  /** Index of the group an item is in, which stands before it; -1 at the top. */
  parent: Int32Array;
  type: Uint16Array;
  kind: Uint8Array;
  /** Nodes inside; 1 for a node. */
  count: Uint32Array;
  /** Effective validity in ms since 1970, from inclusive, to exclusive. */
  from: Float64Array;
  to: Float64Array;
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  edgeType: Uint16Array;
  edgeValidFrom: Float64Array;
  edgeValidTo: Float64Array;
  edgeWeight: Float32Array;
  /** 16 bytes for each item. */
  ids: Uint8Array;
  types: string[];
  names: string[];
}

export const noType = 0xffff;
/** A group that nobody stated: the layout found it. */
export const kindDerived = 2;

const magicBytes = "AMAP";
const version = 1;
const headBytes = 32;

/** The bytes are not a map that this program understands. */
export class MapFormatError extends Error {}

/** Reads a map without copying: the arrays are windows on the buffer. */
export function decodeMap(buffer: ArrayBuffer): MapData {
  const view = new DataView(buffer);
  if (buffer.byteLength < headBytes) throw new MapFormatError("the map ends within its head");
  const magic = String.fromCharCode(view.getUint8(0), view.getUint8(1), view.getUint8(2), view.getUint8(3));
  if (magic !== magicBytes) throw new MapFormatError("the answer is not a map");
  const found = view.getUint32(4, true);
  if (found !== version) throw new MapFormatError(`the map has version ${found}; this page knows version ${version}: reload it`);
  const items = view.getUint32(16, true);
  const edges = view.getUint32(20, true);
  let offset = headBytes;
  const section = (bytes: number): number => {
    const at = offset;
    offset = (offset + bytes + 7) & ~7;
    if (at + bytes > buffer.byteLength) throw new MapFormatError("the map ends early: load it again");
    return at;
  };
  const map: MapData = {
    position: Number(view.getBigUint64(8, true)),
    refining: (view.getUint32(28, true) & 1) !== 0,
    items,
    edges,
    x: new Float32Array(buffer, section(items * 4), items),
    y: new Float32Array(buffer, section(items * 4), items),
    radius: new Float32Array(buffer, section(items * 4), items),
    parent: new Int32Array(buffer, section(items * 4), items),
    type: new Uint16Array(buffer, section(items * 2), items),
    kind: new Uint8Array(buffer, section(items), items),
    count: new Uint32Array(buffer, section(items * 4), items),
    from: new Float64Array(buffer, section(items * 8), items),
    to: new Float64Array(buffer, section(items * 8), items),
    edgeFrom: new Uint32Array(buffer, section(edges * 4), edges),
    edgeTo: new Uint32Array(buffer, section(edges * 4), edges),
    edgeType: new Uint16Array(buffer, section(edges * 2), edges),
    edgeValidFrom: new Float64Array(buffer, section(edges * 8), edges),
    edgeValidTo: new Float64Array(buffer, section(edges * 8), edges),
    edgeWeight: new Float32Array(buffer, section(edges * 4), edges),
    ids: new Uint8Array(buffer, section(items * 16), items * 16),
    types: [],
    names: [],
  };
  const textAt = section(4);
  const textBytes = view.getUint32(textAt, true);
  if (textAt + 4 + textBytes > buffer.byteLength) throw new MapFormatError("the names of the map end early: load it again");
  const text = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, textAt + 4, textBytes))) as { types: string[]; names: string[] };
  if (text.names.length !== items) throw new MapFormatError(`the map has ${items} items but ${text.names.length} names`);
  map.types = text.types;
  map.names = text.names;
  checkIndexes(map);
  return map;
}

/** An index out of bounds would draw nonsense much later, where nobody could tell why. */
function checkIndexes(map: MapData): void {
  for (let i = 0; i < map.items; i++) {
    if (map.parent[i] >= i || map.parent[i] < -1) throw new MapFormatError(`item ${i} stands before its group`);
  }
  for (let e = 0; e < map.edges; e++) {
    if (map.edgeFrom[e] >= map.items || map.edgeTo[e] >= map.items) throw new MapFormatError(`edge ${e} leads out of the map`);
  }
}

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** The written form of an item's id: 26 digits of Crockford's base32. */
export function idText(ids: Uint8Array, item: number): string {
  const at = item * 16;
  let text = "";
  for (let digit = 0; digit < 26; digit++) {
    let value = 0;
    for (let bit = digit * 5 - 2; bit < digit * 5 + 3; bit++) {
      value = value * 2 + (bit < 0 ? 0 : (ids[at + (bit >> 3)] >> (7 - (bit & 7))) & 1);
    }
    text += digits[value];
  }
  return text;
}

/** The 16 bytes of a written id, or undefined when it is none. */
export function idBytes(text: string): Uint8Array | undefined {
  if (text.length !== 26) return undefined;
  const bytes = new Uint8Array(16);
  for (let digit = 0; digit < 26; digit++) {
    const value = digits.indexOf(text[digit].toLowerCase());
    if (value < 0 || (digit === 0 && value > 7)) return undefined;
    for (let k = 0; k < 5; k++) {
      const bit = digit * 5 - 2 + k;
      if (bit >= 0) bytes[bit >> 3] |= ((value >> (4 - k)) & 1) << (7 - (bit & 7));
    }
  }
  return bytes;
}

/** Finds items by id: open addressing over the first bytes of the ids. */
export class IdIndex {
  private readonly slots: Int32Array;
  private readonly mask: number;

  constructor(private readonly ids: Uint8Array, items: number) {
    let size = 16;
    while (size < items * 2) size *= 2;
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    for (let i = 0; i < items; i++) {
      let slot = this.slotOf(ids, i * 16);
      while (this.slots[slot] >= 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = i;
    }
  }

  /** The item's index, or -1. */
  find(bytes: Uint8Array, at = 0): number {
    let slot = this.slotOf(bytes, at);
    for (;;) {
      const item = this.slots[slot];
      if (item < 0) return -1;
      let same = true;
      for (let k = 0; k < 16 && same; k++) same = this.ids[item * 16 + k] === bytes[at + k];
      if (same) return item;
      slot = (slot + 1) & this.mask;
    }
  }

  findText(text: string): number {
    const bytes = idBytes(text);
    return bytes ? this.find(bytes) : -1;
  }

  private slotOf(bytes: Uint8Array, at: number): number {
    const mixed = (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) ^ (bytes[at + 15] * 0x9e3779b1);
    return (Math.imul(mixed, 0x85ebca6b) >>> 7) & this.mask;
  }
}

import { decodeMap, idBytes, type MapData } from "./decode";

/** What a test says of an item; the rest is filled in. */
export interface SampleItem {
  name?: string;
  type?: string;
  kind?: number;
  parent?: number;
  x?: number;
  y?: number;
  radius?: number;
  count?: number;
  from?: number;
  to?: number;
}

export interface SampleEdge {
  from: number;
  to: number;
  type?: string;
  since?: number;
  until?: number;
  weight?: number;
}

/** For tests: writes a map as the server would. */
export function encodeSample(items: SampleItem[], edges: SampleEdge[] = [], position = 7, refining = false): ArrayBuffer {
  const types = [...new Set([...items.map((i) => i.type ?? "Thing"), ...edges.map((e) => e.type ?? "knows")])];
  const parts: Uint8Array[] = [];
  let length = 0;
  const raw = (bytes: ArrayBuffer): void => {
    parts.push(new Uint8Array(bytes));
    length += bytes.byteLength;
  };
  const put = (bytes: ArrayBuffer): void => {
    raw(bytes);
    raw(new ArrayBuffer((8 - (length % 8)) % 8));
  };
  const head = new DataView(new ArrayBuffer(32));
  [0x41, 0x4d, 0x41, 0x50].forEach((c, k) => head.setUint8(k, c));
  head.setUint32(4, 1, true);
  head.setBigUint64(8, BigInt(position), true);
  head.setUint32(16, items.length, true);
  head.setUint32(20, edges.length, true);
  head.setUint32(24, types.length, true);
  head.setUint32(28, refining ? 1 : 0, true);
  put(head.buffer);
  put(Float32Array.from(items, (i) => i.x ?? 0).buffer);
  put(Float32Array.from(items, (i) => i.y ?? 0).buffer);
  put(Float32Array.from(items, (i) => i.radius ?? 1).buffer);
  put(Int32Array.from(items, (i) => i.parent ?? -1).buffer);
  put(Uint16Array.from(items, (i) => types.indexOf(i.type ?? "Thing")).buffer);
  put(Uint8Array.from(items, (i) => i.kind ?? 0).buffer);
  put(Uint32Array.from(items, (i) => i.count ?? 1).buffer);
  put(Float64Array.from(items, (i) => i.from ?? 0).buffer);
  put(Float64Array.from(items, (i) => i.to ?? Infinity).buffer);
  put(Uint32Array.from(edges, (e) => e.from).buffer);
  put(Uint32Array.from(edges, (e) => e.to).buffer);
  put(Uint16Array.from(edges, (e) => types.indexOf(e.type ?? "knows")).buffer);
  put(Float64Array.from(edges, (e) => e.since ?? 0).buffer);
  put(Float64Array.from(edges, (e) => e.until ?? Infinity).buffer);
  put(Float32Array.from(edges, (e) => e.weight ?? 1).buffer);
  const ids = new Uint8Array(items.length * 16);
  items.forEach((_, k) => ids.set(idBytes(sampleId(k))!, k * 16));
  put(ids.buffer);
  const text = new TextEncoder().encode(JSON.stringify({ types, names: items.map((i, k) => i.name ?? `thing ${k}`) }));
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, text.length, true);
  raw(size.buffer);
  raw(text.buffer);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.buffer;
}

export function sampleMap(items: SampleItem[], edges: SampleEdge[] = []): MapData {
  return decodeMap(encodeSample(items, edges));
}

/** The id that a sample gives its item. */
export function sampleId(item: number): string {
  return item.toString().padStart(26, "0");
}

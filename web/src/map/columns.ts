import type { Value } from "../api/contract";
import { columnOf, textColumn, type Column } from "./column";
import { noType } from "./decode";
import { propertyIn } from "./conditions";
import type { Scene } from "./scene";

interface RowsAnswer {
  rows: { node: { id: string }; properties: Record<string, Value> }[];
  cursor?: string;
}

const pageSize = 10_000;
/** What is stated anew is asked for once nothing came for so long. */
const restMs = 2_000;

/** Brings what properties say when it is wanted, and keeps it: the map itself does not carry it. Values are those of now, also in the past. */
export class Columns {
  private scene: Scene | null = null;
  private url = "";
  private readonly known = new Map<string, Column>();
  private readonly loading = new Map<string, Promise<Column>>();
  private abort = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param anew called when what is known of a key that is wanted is another */
  constructor(private readonly anew: () => void) {}

  /**
   * Another map is shown. Of the same workspace what is known is kept until it is brought anew.
   *
   * @param url where the map came from: the rows of the same workspace are beside it
   * @param wanted keys that are in use
   */
  take(scene: Scene, url: string, same: boolean, wanted: readonly string[]): void {
    const before = this.scene;
    this.scene = scene;
    this.url = url;
    this.abort.abort();
    this.abort = new AbortController();
    this.loading.clear();
    clearTimeout(this.timer);
    if (!same || !before) return this.known.clear();
    const former = new Map(this.known);
    this.known.clear();
    for (const key of wanted) {
      const column = former.get(key);
      if (column && propertyIn(key) !== null) this.known.set(key, carried(column, before, scene));
    }
    if (scene.map.position === before.map.position) return;
    this.timer = setTimeout(() => {
      const keys = [...this.known.keys()].filter((key) => propertyIn(key) !== null);
      keys.forEach((key) => this.known.delete(key));
      void Promise.allSettled(keys.map((key) => this.of(key))).then(() => {
        if (keys.length > 0) this.anew();
      });
    }, restMs);
  }

  /** What is known of a key now. */
  now(key: string): Column | undefined {
    return this.known.get(key);
  }

  /** What a key says, as soon as it is there; fails with a sentence for people. */
  async of(key: string): Promise<Column> {
    const { scene } = this;
    if (!scene) throw new Error("There is no map yet.");
    const known = this.known.get(key);
    if (known) return known;
    const property = propertyIn(key);
    if (property === null) return this.keep(key, builtIn(scene, key));
    let loading = this.loading.get(key);
    if (!loading) {
      loading = stated(scene, property, this.url, this.abort.signal).then((column) => (this.scene === scene ? this.keep(key, column) : column));
      loading.catch(() => undefined).finally(() => this.loading.delete(key));
      this.loading.set(key, loading);
    }
    return loading;
  }

  private keep(key: string, column: Column): Column {
    this.known.set(key, column);
    return column;
  }
}

/** What every map says of its items. */
function builtIn({ map, forest }: Scene, key: string): Column {
  switch (key) {
    case "edges":
      return { kind: "number", values: Float64Array.from(forest.degree) };
    case "since":
      return { kind: "date", values: map.from.map((t) => (Number.isFinite(t) && t > 0 ? t : NaN)) };
    case "type":
      return textColumn(map.items, (i) => (map.type[i] === noType ? [] : [map.types[map.type[i]]]));
    default:
      throw new Error(`Nothing is known of “${key}”: choose another filter.`);
  }
}

async function stated(scene: Scene, property: string, mapUrl: string, signal: AbortSignal): Promise<Column> {
  const values = new Map<number, Value>();
  const url = new URL("rows", mapUrl);
  url.search = new URLSearchParams({ properties: property, stated: "true", limit: String(pageSize) }).toString();
  for (;;) {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`The server answered ${response.status} to the question for “${property}”.`);
    const page = (await response.json()) as RowsAnswer;
    for (const { node, properties } of page.rows) {
      const item = scene.ids.findText(node.id);
      if (item >= 0 && Object.hasOwn(properties, property)) values.set(item, properties[property]);
    }
    if (!page.cursor) return columnOf(values, scene.map.items);
    url.searchParams.set("cursor", page.cursor);
  }
}

/** What was known of the items of another map of the same workspace. */
function carried(column: Column, former: Scene, next: Scene): Column {
  const { map } = next;
  const before = Int32Array.from({ length: map.items }, (_, i) => former.ids.find(map.ids, i * 16));
  if (column.kind !== "text") return { kind: column.kind, values: Float64Array.from(before, (b) => (b < 0 ? NaN : column.values[b])) };
  const { texts, start, codes } = column;
  return textColumn(map.items, (i) => (before[i] < 0 ? [] : Array.from(codes.subarray(start[before[i]], start[before[i] + 1]), (code) => texts[code])));
}

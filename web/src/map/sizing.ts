import { propertyOf, type SizeBy } from "./arrangement";
import type { FromWorker } from "./protocol";
import type { Scene } from "./scene";

interface RowsAnswer {
  rows: { node: { id: string }; properties: Record<string, unknown> }[];
  cursor?: string;
}

const pageSize = 10_000;

/** Brings the numbers that a property states, when sizes are to tell them: the map itself does not carry them. */
export class Sizing {
  private running: AbortController | null = null;
  private sized: Scene | null = null;
  private by: SizeBy = "layout";

  constructor(
    private readonly tell: (message: FromWorker) => void,
    private readonly changed: () => void,
  ) {}

  /**
   * Sizes the nodes of a scene, at once or as soon as the numbers are there.
   *
   * @param mapUrl where the map came from: the rows of the same workspace are beside it
   */
  async of(scene: Scene, by: SizeBy, mapUrl: string): Promise<void> {
    if (by === this.by && scene === this.sized) return;
    this.by = by;
    this.sized = scene;
    this.running?.abort();
    this.running = null;
    const key = propertyOf(by);
    if (key === null) {
      this.tell({ say: "sized", sized: null });
      return;
    }
    const abort = new AbortController();
    this.running = abort;
    try {
      const values = await valuesOf(scene, key, mapUrl, abort.signal);
      scene.measure(values);
      const known = values.filter((v) => !Number.isNaN(v));
      this.tell({ say: "sized", sized: { key, count: known.length, most: known.reduce((a, b) => Math.max(a, b), 0) } });
      this.changed();
    } catch (error) {
      if (!abort.signal.aborted) this.tell({ say: "sized", sized: { key, problem: error instanceof Error ? error.message : String(error) } });
    }
  }
}

async function valuesOf(scene: Scene, key: string, mapUrl: string, signal: AbortSignal): Promise<Float64Array> {
  const values = new Float64Array(scene.map.items).fill(NaN);
  const url = new URL("rows", mapUrl);
  url.search = new URLSearchParams({ properties: key, stated: "true", limit: String(pageSize) }).toString();
  for (;;) {
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(`The server answered ${response.status} to the question for “${key}”.`);
    const page = (await response.json()) as RowsAnswer;
    for (const { node, properties } of page.rows) {
      const value = properties[key];
      const item = typeof value === "number" ? scene.ids.findText(node.id) : -1;
      if (item >= 0) values[item] = value as number;
    }
    if (!page.cursor) return values;
    url.searchParams.set("cursor", page.cursor);
  }
}

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainArrangement } from "./arrangement";
import { columnOf } from "./column";
import { Columns } from "./columns";
import type { Condition } from "./conditions";
import { Filtering, matchingOf } from "./filtering";
import type { FromWorker } from "./protocol";
import { sampleId, sampleMap } from "./sampleMap";
import { numberAt, partOf } from "./scale";
import { Scene } from "./scene";

/** A folder of three files, one of which is gone, and one by itself. */
function scene(): Scene {
  return new Scene(
    sampleMap(
      [
        { name: "src", type: "Folder", kind: 1, radius: 30, count: 3 },
        { name: "a", type: "File", parent: 0, from: 1000 },
        { name: "b", type: "File", parent: 0, from: 5000 },
        { name: "gone", type: "File", parent: 0, from: 1000, to: 2000 },
        { name: "page", type: "Page", from: 9000 },
        { name: "empty", type: "Folder", kind: 1, radius: 3 },
      ],
      [
        { from: 1, to: 2 },
        { from: 1, to: 4 },
      ],
    ),
    Infinity,
  );
}

const lines = new Map<number, number>([[1, 10], [2, 900], [4, 30]]);
let server: Server;
let asked: string[] = [];
let base = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://test");
    asked.push(request.url ?? "");
    const key = searchParams.get("properties") ?? "";
    if (key === "broken") {
      response.writeHead(500).end();
      return;
    }
    const value = (item: number): unknown => (key === "lines" ? lines.get(item) : ["x", `tag ${item % 2}`]);
    const row = (item: number): object => ({ node: { id: sampleId(item) }, properties: { [key]: value(item) } });
    // Two pages, the second without a cursor.
    const body = searchParams.get("cursor") ? { rows: [row(4)] } : { rows: [row(1), row(2)], cursor: "2" };
    response.setHeader("Content-Type", "application/json").end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/map`;
});
afterAll(() => server.close());

/** Filters a scene, and waits until all is known that the filters need. */
async function filtered(s: Scene, conditions: Condition[], hide = false): Promise<{ told: FromWorker[]; filtering: Filtering; columns: Columns }> {
  const told: FromWorker[] = [];
  const columns = new Columns(() => undefined);
  columns.take(s, base, false, []);
  const filtering = new Filtering(columns, (m) => told.push(m), () => undefined);
  await Promise.all(conditions.filter((c) => c.key !== "relation").map((c) => columns.of(c.key).catch(() => undefined)));
  filtering.put(conditions, hide, s);
  return { told, filtering, columns };
}

describe("filters", () => {
  test("dim what does not match, and light up what holds something that does", async () => {
    const s = scene();
    const { told } = await filtered(s, [{ key: ".lines", from: 100, to: null, dates: false }]);
    expect([...s.lit!]).toEqual([1, 0, 1, 0, 0, 0]);
    expect(s.presence.total).toBe(3);
    expect(told.at(-1)).toEqual({ say: "filtered", filtered: { found: 1, of: 3, waiting: false, problem: null } });
  });

  test("hide it where that is wanted, with groups that hold nothing then", async () => {
    const s = scene();
    const { told, filtering } = await filtered(s, [{ key: ".lines", from: 100, to: null, dates: false }], true);
    expect([...s.there]).toEqual([1, 0, 1, 0, 0, 0]);
    expect([s.presence.total, s.presence.edgeCount, s.lit]).toEqual([1, 0, null]);
    expect(told.at(-1)).toMatchObject({ filtered: { found: 1, of: 3 } });
    // What is hidden can still be chosen.
    expect(await filtering.facet(s, ".lines", "")).toMatchObject({ count: 3 });
  });

  test("must all hold, and none leaves all as it was", async () => {
    const s = scene();
    const { filtering } = await filtered(s, [{ key: ".lines", from: null, to: 100, dates: false }, { key: "type", any: ["File"] }]);
    expect([...s.lit!]).toEqual([1, 1, 0, 0, 0, 0]);
    filtering.put([], false, s);
    expect([s.lit, s.matching]).toEqual([null, null]);
  });

  test("of a list match one of its values, and of none what has none", async () => {
    const s = scene();
    await filtered(s, [{ key: ".tags", any: ["tag 1"] }]);
    expect([...s.lit!]).toEqual([1, 1, 0, 0, 0, 0]);
    s.travel(1500);
    await filtered(s, [{ key: ".tags", any: [""] }]);
    expect([...s.lit!]).toEqual([1, 0, 0, 1, 0, 0]);
  });

  test("hold together with what somebody hid by hand", async () => {
    const s = scene();
    s.arrange({ ...plainArrangement, hidden: [sampleId(4)] });
    await filtered(s, [{ key: ".tags", any: ["x"] }], true);
    expect([...s.there]).toEqual([1, 1, 1, 0, 0, 0]);
  });

  test("of edges show those of some types only, and can be chosen from all", async () => {
    const s = scene();
    const { filtering, told } = await filtered(s, [{ key: "relation", any: ["calls"] }]);
    expect([s.presence.edgeCount, s.presence.total, s.lit]).toEqual([0, 3, null]);
    expect(await filtering.facet(s, "relation", "")).toEqual({ kind: "text", values: [{ text: "knows", count: 2 }], distinct: 1, without: 0 });
    expect(told.at(-1)).toMatchObject({ filtered: { found: 3, of: 3, waiting: false } });
    filtering.put([{ key: "relation", any: ["knows"] }], false, s);
    expect(s.presence.edgeCount).toBe(2);
    filtering.put([], false, s);
    expect(s.presence.edgeCount).toBe(2);
  });

  test("of a property that the server cannot tell say why, and filter nothing", async () => {
    const s = scene();
    const { told } = await filtered(s, [{ key: ".broken", any: ["x"] }]);
    await expect.poll(() => told.at(-1)).toMatchObject({ say: "filtered", filtered: { problem: "The server answered 500 to the question for “broken”." } });
    expect(s.lit).toBeNull();
  });

  test("by edges and time need no answer of the server", async () => {
    const s = scene();
    asked = [];
    const { columns } = await filtered(s, [{ key: "edges", from: 2, to: null, dates: false }, { key: "since", from: 0, to: 4000, dates: true }]);
    expect([...s.lit!]).toEqual([1, 1, 0, 0, 0, 0]);
    expect(asked).toEqual([]);
    await expect(columns.of("nonsense")).rejects.toThrow("choose another filter");
  });

  test("ask for a property once, however many want it", async () => {
    const s = scene();
    asked = [];
    const columns = new Columns(() => undefined);
    columns.take(s, base, false, []);
    await Promise.all([columns.of(".lines"), columns.of(".lines")]);
    await columns.of(".lines");
    expect(asked).toHaveLength(2);
  });

  test("keep what is known for the next map of the same workspace", async () => {
    const s = scene();
    const { columns } = await filtered(s, [{ key: ".lines", from: 1, to: null, dates: false }, { key: ".tags", any: ["x"] }]);
    columns.take(scene(), base, true, [".lines", ".tags"]);
    const column = columns.now(".lines");
    expect(column?.kind === "number" && [...column.values]).toEqual([NaN, 10, 900, NaN, 30, NaN]);
    const tags = columns.now(".tags");
    expect(tags?.kind === "text" && tags.texts).toEqual(["x", "tag 1", "tag 0"]);
    columns.take(scene(), base, false, [".lines"]);
    expect(columns.now(".lines")).toBeUndefined();
  });
});

describe("what there is to filter by", () => {
  test("are the values with their counts, the most frequent first, among what the other filters keep", async () => {
    const s = scene();
    const { filtering } = await filtered(s, [{ key: ".lines", from: 20, to: null, dates: false }, { key: "type", any: ["File"] }]);
    expect(await filtering.facet(s, "type", "")).toEqual({ kind: "text", values: [{ text: "File", count: 1 }, { text: "Page", count: 1 }], distinct: 2, without: 0 });
    expect(await filtering.facet(s, ".tags", "TAG")).toMatchObject({ values: [{ text: "tag 0", count: 1 }], distinct: 1 });
  });

  test("are numbers in bins, by powers where a few are very large", async () => {
    const s = scene();
    const { filtering } = await filtered(s, []);
    const facet = await filtering.facet(s, ".lines", "");
    expect(facet).toMatchObject({ kind: "number", least: 10, most: 900, log: false, count: 3, without: 0, whole: true });
    if (facet.kind !== "number") throw new Error("it is numbers");
    expect(facet.bins.reduce((a, b) => a + b, 0)).toBe(3);
    expect([facet.bins[0], facet.bins.at(-1)]).toEqual([2, 1]);
  });

  test("tells a problem as one", async () => {
    const s = scene();
    const { filtering } = await filtered(s, []);
    expect(await filtering.facet(s, ".broken", "")).toMatchObject({ kind: "problem" });
  });
});

describe("a column", () => {
  test("is of dates where nearly all are, written either way", () => {
    const column = columnOf(new Map<number, never>([[0, { $date: "2020-01-02" }], [1, "2021-03-04T05:06:07Z"]] as never), 3);
    expect(column).toEqual({ kind: "date", values: Float64Array.of(Date.UTC(2020, 0, 2), Date.UTC(2021, 2, 4, 5, 6, 7), NaN) });
  });

  test("is of texts where kinds are mixed", () => expect(columnOf(new Map<number, number | string>([[0, 1], [1, "x"]]), 2).kind).toBe("text"));

  test("that is text lets no range through", () => {
    const s = scene();
    const column = columnOf(new Map([[1, "x"]]), 6);
    expect([...matchingOf(s, [{ condition: { key: ".a", from: 0, to: 1, dates: false }, column }])!]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

test.each([false, true])("a scale goes there and back (by powers: %s)", (log) => {
  const scale = { least: 2, most: 900, log };
  for (const value of [2, 50, 900]) expect(numberAt(scale, partOf(scale, value))).toBeCloseTo(value, 6);
  expect([partOf(scale, -5), partOf(scale, 5000)]).toEqual([0, 1]);
});

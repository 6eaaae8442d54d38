import { describe, expect, it } from "vitest";
import { layOutFlow, ratePerMinute } from "./flow";

describe("the picture of what flows", () => {
  const { contexts, bands, height } = layOutFlow(
    [
      { type: "graph.node-added", count: 10_000 },
      { type: "sources.import-started", count: 2 },
      { type: "graph.node-renamed", count: 4 },
    ],
    80,
  );

  it("has a band for each type, beside its context, none over another", () => {
    expect(contexts.map((c) => `${c.name} ${c.count}`)).toEqual(["graph 10004", "sources 2"]);
    expect(bands.map((b) => b.type)).toEqual(["graph.node-added", "graph.node-renamed", "sources.import-started"]);
    bands.slice(1).forEach((b, k) => expect(b.y).toBeGreaterThanOrEqual(bands[k].y + bands[k].height));
    expect(bands.at(-1)!.y + bands.at(-1)!.height).toBeLessThanOrEqual(height + 0.01);
  });

  it("keeps rare types to be seen", () => {
    expect(bands[1].height).toBeGreaterThanOrEqual(15);
    expect(bands[0].height).toBeGreaterThan(bands[1].height);
  });

  it("counts what is recent", () => {
    expect(ratePerMinute([0, 50_000, 290_000, 300_000], 300_000, 2)).toBe(1);
  });
});

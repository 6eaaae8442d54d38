import { describe, expect, it } from "vitest";
import type { EventRecord } from "../../api/contract";
import { fits, queryOfFilter, readFilter, writeFilter } from "./filter";

const id = "0wd6aws6f72x93ymgy56ewkk26";
const event: EventRecord = { position: 7, type: "graph.node-renamed", version: 1, subject: "", entity: id, recordedAt: "2026-01-31T12:00:00Z", effectiveAt: "2026-01-31T12:00:00Z", actor: id, data: { name: "Ledger" } };
const fitting = (text: string): boolean => fits(event, readFilter(text).filter);

describe("a filter of events", () => {
  it("is read as it is written", () => {
    const text = `context:graph type:node-renamed actor:${id} from:3 to:9 since:2026-01-31 until:2026-02-01 the ledger`;
    expect(readFilter(text).problem).toBeNull();
    expect(writeFilter(readFilter(text).filter)).toBe(text);
    expect(readFilter(text).filter.until).toBe("2026-02-01T23:59:59.999Z");
  });

  it("says what cannot be meant", () => {
    expect(readFilter("from:first").problem).toContain("whole number");
    expect(readFilter("since:yesterday").problem).toContain("2026-01-31");
    expect(readFilter("actor:Ada").problem).toContain("26 characters");
    expect(readFilter("type:").problem).toContain("which");
    expect(readFilter("http://a ledger").filter.text).toBe("http://a ledger");
  });

  it("asks the server by subject", () => {
    expect(queryOfFilter(readFilter("").filter)).toBeNull();
    expect(queryOfFilter(readFilter("type:graph.node-added").filter)).toEqual({ subject: "ws.*.graph.*.node-added" });
    expect(queryOfFilter(readFilter("context:sources x").filter)).toEqual({ subject: "ws.*.sources.*.*", text: "x" });
    expect(queryOfFilter(readFilter(`about:${id} to:4`).filter)).toEqual({ subject: `ws.*.*.${id}.*`, to: 4 });
  });

  it("knows the events that come", () => {
    for (const text of ["", "ledger", "context:graph", "type:node-renamed", "type:graph.node-renamed", `actor:${id}`, `about:${id}`, "from:7 to:7", "since:2026-01-31 until:2026-01-31"]) expect(fitting(text), text).toBe(true);
    for (const text of ["invoice", "context:sources", "type:node-added", "from:8", "to:6", "since:2026-02-01", "until:2026-01-30", `client:${id}`]) expect(fitting(text), text).toBe(false);
  });
});

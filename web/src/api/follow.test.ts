import { describe, expect, test } from "vitest";
import type { EventRecord } from "./contract";
import { follow, type Connection } from "./follow";
import { StreamParser } from "./sse";

function line(position: number): string {
  return `id: ${position}\nevent: graph.node-added\ndata: {"position":${position},"type":"graph.node-added","entity":"e","data":{}}\n\n`;
}

function answer(pieces: string[]): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
}

/** A server that gives these answers one after the other, then none at all. */
function run(answers: (string[] | "refused" | "down")[], from = 1): Promise<{ events: EventRecord[]; asked: { url: string; last: string | null }[]; states: Connection[]; waits: number[] }> {
  return new Promise((resolve) => {
    const events: EventRecord[] = [];
    const asked: { url: string; last: string | null }[] = [];
    const states: Connection[] = [];
    const waits: number[] = [];
    const left = [...answers];
    const following = follow("/workspaces/demo", {
      from,
      socket: null,
      onEvents: (fresh) => events.push(...fresh),
      onConnection: (state) => states.push(state),
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
      fetch: (url, init) => {
        const next = left.shift();
        if (next === undefined) {
          following.stop();
          resolve({ events, asked, states, waits });
          return new Promise(() => undefined);
        }
        asked.push({ url: url as string, last: new Headers(init?.headers).get("Last-Event-ID") });
        if (next === "down") return Promise.reject(new TypeError("network"));
        return Promise.resolve(next === "refused" ? new Response("{}", { status: 503 }) : answer(next));
      },
    });
  });
}

describe("following events", () => {
  test("goes on after a break with no gap and no duplicate", async () => {
    const { events, asked } = await run([[line(1), line(2)], [line(2), line(3)]]);
    expect(events.map((e) => e.position)).toEqual([1, 2, 3]);
    expect(asked[0]).toEqual({ url: "/api/v1/workspaces/demo/events?from=1", last: null });
    expect(asked[1]).toEqual({ url: "/api/v1/workspaces/demo/events?from=3", last: "2" });
  });

  test("takes up where it was told to", async () => {
    const { asked } = await run([[line(8)]], 8);
    expect(asked[0].url).toContain("from=8");
  });

  test("says how it stands, and waits longer each time", async () => {
    const { states, waits, events } = await run(["down", "refused", "down", [line(1)], "down"]);
    expect(states.slice(0, 4)).toEqual(["connecting", "away", "connecting", "away"]);
    expect(states).toContain("live");
    expect(waits).toEqual([500, 1000, 2000, 500, 1000]);
    expect(events).toHaveLength(1);
  });

  test("does not count a half message", async () => {
    const whole = line(2);
    const { events, asked } = await run([[line(1), whole.slice(0, 30)], [whole]]);
    expect(events.map((e) => e.position)).toEqual([1, 2]);
    expect(asked[1].last).toBe("1");
  });
});

describe("an event stream", () => {
  test("is the same in whatever pieces it comes", () => {
    const text = ": hello\r\n\r\nid: 5\r\nevent: a.b\r\ndata: one\r\ndata: two\r\n\r\ndata:three\n\n";
    const whole = new StreamParser().push(text);
    expect(whole).toEqual([
      { id: "5", event: "a.b", data: "one\ntwo" },
      { id: "5", event: "message", data: "three" },
    ]);
    for (const size of [1, 2, 3, 7]) {
      const parser = new StreamParser();
      const found = [];
      for (let at = 0; at < text.length; at += size) found.push(...parser.push(text.slice(at, at + size)));
      expect(found).toEqual(whole);
    }
  });

  test("keeps heartbeats to itself", () => {
    expect(new StreamParser().push(": beat\n\n: beat\n\n")).toEqual([]);
  });
});

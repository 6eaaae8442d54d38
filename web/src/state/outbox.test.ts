import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ServerAway, ApiProblem, type WorkspaceApi } from "../api/client";
import type { CommandAnswer } from "../api/contract";
import { recall, send, Unanswered } from "./author";
import { deliver, forgetRefused, lookIntoOutbox, outbox, refusedIn, waitFor } from "./outbox";
import { Shelf } from "./shelf";

/** Does a command once for each number, and may fail before or after that, as a line does. */
class Line {
  readonly workspace = "harbour";
  readonly done: string[] = [];
  fails: "never" | "before" | "after" = "never";
  private readonly taken = new Set<number>();

  command(body: Record<string, unknown>): Promise<CommandAnswer> {
    if (this.fails === "before") return Promise.reject(new ServerAway());
    const sequence = body.sequence as number;
    const duplicate = this.taken.has(sequence);
    if (body.type === "refused") return Promise.resolve({ status: "rejected", position: 1, reason: "it is retired" });
    if (body.type === "malformed") return Promise.reject(new ApiProblem("no such command", 400, "malformed"));
    if (!duplicate) this.done.push(String(body.type));
    this.taken.add(sequence);
    return this.fails === "after" ? Promise.reject(new ServerAway()) : Promise.resolve({ status: "accepted", position: 1, ...(duplicate ? { duplicate } : {}) });
  }
}

const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
beforeAll(() => Object.defineProperty(globalThis, "localStorage", { value: new Shelf(), configurable: true }));
beforeEach(() => localStorage.clear());
afterAll(() => {
  if (before) Object.defineProperty(globalThis, "localStorage", before);
});

it("keeps what the server did not answer over a reload, and sends it in order", async () => {
  const line = new Line();
  const api = line as unknown as WorkspaceApi;
  for (const type of ["first", "second", "third"]) await waitFor("harbour", { command: { type, data: {} } });
  line.fails = "before";
  expect((await deliver(api)).accepted).toEqual([]);
  // A page that is opened anew knows only what the browser kept.
  expect(lookIntoOutbox("harbour")).toBe(3);
  line.fails = "never";
  expect((await deliver(api)).accepted).toHaveLength(3);
  expect(line.done).toEqual(["first", "second", "third"]);
  expect(outbox.get().count).toBe(0);
});

it("does once what was heard although its answer got lost", async () => {
  const line = new Line();
  const api = line as unknown as WorkspaceApi;
  line.fails = "after";
  const command = { type: "add", data: {} };
  await send(api, command).catch((error: unknown) => waitFor("harbour", { command, body: (error as Unanswered).body }));
  line.fails = "never";
  await deliver(api);
  await send(api, { type: "next", data: {} });
  expect(line.done).toEqual(["add", "next"]);
});

it("tells what is refused with the reason, and goes on with the rest", async () => {
  const line = new Line();
  for (const type of ["first", "refused", "malformed", "last"]) await waitFor("harbour", { command: { type, data: {} } });
  const { refused } = await deliver(line as unknown as WorkspaceApi);
  expect(refused.map((r) => [r.command.type, r.reason])).toEqual([["refused", "it is retired"], ["malformed", "no such command"]]);
  expect(line.done).toEqual(["first", "last"]);
  // It is kept with its reason until one has done with it.
  expect(refusedIn("harbour")).toEqual(refused);
  await forgetRefused("harbour", refused[0]);
  expect(refusedIn("harbour").map((r) => r.reason)).toEqual(["no such command"]);
});

it("sends nothing over what another made of the same meanwhile, until one has decided", async () => {
  const line = new Line();
  const said: object[] = [];
  const api = Object.assign(line, { latestEvents: () => Promise.resolve({ position: 9, events: said }) }) as unknown as WorkspaceApi;
  const describe = (node: string, colour: string, basedOn: number): Promise<void> => waitFor("harbour", { command: { type: "graph.describe-node", data: { node, properties: { colour } }, basedOn }, words: `describe ${node}` });
  const event = (colour: string, more: object): object => ({ type: "graph.node-described", actor: "me", data: { source: "me", changes: [{ key: "colour", value: colour }] }, ...more });
  const { client } = recall("harbour");
  // Another window of the same person said otherwise after one had looked.
  said.push(event("blue", { client: "another" }));
  await describe("ferry", "green", 4);
  const { refused } = await deliver(api);
  expect(refused).toMatchObject([{ reason: "Meanwhile colour became “blue”", moved: { what: "colour", now: "blue" } }]);
  expect(refusedIn("harbour")).toEqual(refused);
  expect(line.done).toEqual([]);
  // The same as one's own, one's own word after it, another property, and what a source states, stand in nobody's way.
  for (const events of [[event("green", { client: "another" })], [event("red", { client }), event("blue", { client: "another" })], [event("blue", { client: "another", data: { source: "me", changes: [{ key: "length", value: 3 }] } })], [event("blue", { client: "another", actor: "reader" })]]) {
    said.splice(0, said.length, ...events);
    await describe("ferry", "green", 4);
    expect((await deliver(api)).refused).toEqual([]);
  }
  expect(line.done).toHaveLength(4);
});

it("asks nothing about what was heard before another said otherwise", async () => {
  const line = new Line();
  const command = { type: "graph.rename-node", data: { node: "ferry", name: "Dawn" }, basedOn: 4 };
  const { client } = recall("harbour");
  const heard = { type: "graph.node-renamed", client, sequence: 1, data: { name: "Dawn" } };
  const api = Object.assign(line, { latestEvents: () => Promise.resolve({ position: 9, events: [{ type: "graph.node-renamed", client: "another", data: { name: "Dusk" } }, heard] }) }) as unknown as WorkspaceApi;
  await waitFor("harbour", { command, body: { ...command, client, sequence: 1 } });
  expect(await deliver(api)).toMatchObject({ accepted: [{ status: "accepted" }], refused: [] });
});

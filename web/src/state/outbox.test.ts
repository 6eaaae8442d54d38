import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ServerAway, ApiProblem, type WorkspaceApi } from "../api/client";
import type { CommandAnswer } from "../api/contract";
import { send, Unanswered } from "./author";
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

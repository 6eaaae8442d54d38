import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkspaceApi } from "../api/client";
import type { CommandAnswer, EventRecord } from "../api/contract";
import { heed, recall, send } from "./author";
import { Shelf } from "./shelf";

/** Answers as the server does: a number that was taken is answered as what took it. */
class Server {
  readonly workspace = `w${Math.floor(performance.now() * 1000)}`;
  readonly taken = new Map<number, string>();

  command(body: Record<string, unknown>): Promise<CommandAnswer> {
    const sequence = body.sequence as number;
    const duplicate = this.taken.has(sequence);
    if (!duplicate) this.taken.set(sequence, String(body.type));
    return Promise.resolve({ status: "accepted", position: 1, ...(duplicate ? { duplicate } : {}) });
  }

  /** Takes the next number for an undo. */
  undo(client: string): CommandAnswer {
    const sequence = Math.max(0, ...this.taken.keys()) + 1;
    this.taken.set(sequence, "undo");
    return { status: "accepted", position: 1, events: [{ client, sequence } as EventRecord] };
  }
}

const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
beforeAll(() => Object.defineProperty(globalThis, "localStorage", { value: new Shelf(), configurable: true }));
afterAll(() => {
  if (before) Object.defineProperty(globalThis, "localStorage", before);
});

describe("commands", () => {
  it("after an undo are heard, and not answered as the undo", async () => {
    const server = new Server();
    const api = server as unknown as WorkspaceApi;
    await send(api, { type: "first", data: {} });
    await heed(api, server.undo(recall(server.workspace).client));
    await send(api, { type: "second", data: {} });
    expect([...server.taken.values()]).toEqual(["first", "undo", "second"]);
  });

  it("are heard also where the answers to undos got lost", async () => {
    const server = new Server();
    const api = server as unknown as WorkspaceApi;
    await send(api, { type: "first", data: {} });
    server.undo(recall(server.workspace).client);
    server.undo(recall(server.workspace).client);
    const answer = await send(api, { type: "second", data: {} });
    expect([...server.taken.values()]).toEqual(["first", "undo", "undo", "second"]);
    expect(answer.duplicate).toBeUndefined();
  });
});

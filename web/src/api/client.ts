import type { Changes, CommandAnswer, Disagreement, EdgeDetail, EventCounts, EventRecord, EventStory, Excerpt, ExportFormat, ImportRun, Neighbor, NodeDetail, NodeRef, Row, Separation, Source, Suggestions, Term, Why, Workspace } from "./contract";
import { readExactly } from "./exact";

export const base = "/api/v1";

/** What the server refused or could not do, with what to do about it. */
export class ApiProblem extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(message);
  }
}

/** The server did not answer at all. */
export class ServerAway extends Error {
  constructor() {
    super("The server does not answer. Is it running? This page goes on by itself once it does.");
  }
}

interface ProblemBody {
  detail?: string;
  title?: string;
  code?: string;
  reason?: string;
  type?: string;
}

interface Asking {
  method?: "POST";
  body?: string | Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Asks the server and reads its JSON. */
export async function ask<T>(path: string, init: Asking = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(base + path, { ...init, headers: { Accept: "application/json", ...init.headers } });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ServerAway();
  }
  if (!response.ok) throw await problemOf(response);
  return readExactly(await response.text()) as T;
}

/** What the server would tell beside an answer, without the answer. */
export async function askAhead(path: string): Promise<Headers> {
  let response: Response;
  try {
    response = await fetch(base + path, { method: "HEAD" });
  } catch {
    throw new ServerAway();
  }
  if (!response.ok) throw await problemOf(response);
  return response.headers;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  let body: ProblemBody = {};
  try {
    body = (await response.json()) as ProblemBody;
  } catch {
    // No problem document: the status must do.
  }
  // Which field is meant is for programs; people see in which field they typed.
  const text = (body.reason ?? body.detail ?? body.title ?? `The server answered ${response.status}.`).replace(/^'\w+': /, "");
  return new ApiProblem(text, response.status, body.code ?? body.type?.replace(/^urn:alchemist:/, "") ?? String(response.status));
}

function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return ask<T>(path, { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" }, ...(signal ? { signal } : {}) });
}

type Query = Record<string, string | number | undefined | null>;

export function queryOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  const text = search.toString();
  return text ? `?${text}` : "";
}

export type Clock = "effective" | "recorded";

/** A moment as the server reads it. */
export function momentText(time: number, clock: Clock): string {
  return `${clock === "recorded" ? "recorded:" : ""}${new Date(time).toISOString()}`;
}

/** Which events are wanted. */
export interface EventQuery {
  from?: number;
  to?: number;
  subject?: string;
  actor?: string;
  client?: string;
  since?: string;
  until?: string;
  text?: string;
}

/** The server's answers about one workspace. Times are ms since 1970; null: now. */
export class WorkspaceApi {
  readonly path: string;
  /** Whether times that are asked for are those of the writer's clock, when something was recorded, or of the world. */
  clock: Clock = "effective";

  constructor(readonly workspace: string) {
    this.path = `/workspaces/${encodeURIComponent(workspace)}`;
  }

  private at(time: number | null): string | undefined {
    return time === null ? undefined : momentText(time, this.clock);
  }

  /** The map as all that ever was; with a recorded time, as it was known then. */
  mapUrl(recorded: number | null = null): string {
    return `${base}${this.path}/map${queryOf({ at: recorded === null ? undefined : momentText(recorded, "recorded") })}`;
  }

  /** Where the graph is to be had as a file. */
  exportPath(format: ExportFormat, time: number | null): string {
    return `${this.path}/export${queryOf({ format, at: this.at(time) })}`;
  }

  /** Things, best first; `described`: no name is as asked for, these have all its words in their descriptions or names; `fuzzy`: nor are any, these are spelt nearly so. */
  nodes(query: { name?: string; type?: string; limit?: number; cursor?: string; time?: number | null }, signal?: AbortSignal): Promise<{ nodes: NodeRef[]; cursor?: string; described?: boolean; fuzzy?: boolean }> {
    const { time = null, ...rest } = query;
    return ask(`${this.path}/nodes${queryOf({ ...rest, at: this.at(time) })}`, signal ? { signal } : {});
  }

  node(id: string, time: number | null, atLeast: number | undefined, signal?: AbortSignal): Promise<{ position: number; node: NodeDetail }> {
    return ask(`${this.path}/nodes/${id}${queryOf({ at: this.at(time), atLeast: time === null ? atLeast : undefined })}`, signal ? { signal } : {});
  }

  edge(id: string, time: number | null, atLeast: number | undefined, signal?: AbortSignal): Promise<{ position: number; edge: EdgeDetail }> {
    return ask(`${this.path}/edges/${id}${queryOf({ at: this.at(time), atLeast: time === null ? atLeast : undefined })}`, signal ? { signal } : {});
  }

  neighbors(id: string, query: { relation?: string; direction?: string; limit?: number; cursor?: string; time?: number | null }, signal?: AbortSignal): Promise<{ neighbors: Neighbor[]; cursor?: string; total: number }> {
    const { time = null, ...rest } = query;
    return ask(`${this.path}/nodes/${id}/neighbors${queryOf({ ...rest, at: this.at(time) })}`, signal ? { signal } : {});
  }

  history(id: string, cursor: string | undefined, signal?: AbortSignal): Promise<{ history: EventRecord[]; cursor?: string }> {
    return ask(`${this.path}/nodes/${id}/history${queryOf({ limit: 20, cursor })}`, signal ? { signal } : {});
  }

  /** Why a property is what it is; null: why the name. */
  why(id: string, property: string | null, signal?: AbortSignal): Promise<{ why: Why[] }> {
    return ask(`${this.path}/nodes/${id}/why${queryOf({ property })}`, signal ? { signal } : {});
  }

  /** A thing as it was at a position. */
  nodeAtPosition(id: string, position: number, signal?: AbortSignal): Promise<{ position: number; node: NodeDetail }> {
    return ask(`${this.path}/nodes/${id}${queryOf({ at: position })}`, signal ? { signal } : {});
  }

  /** The events by which other things were merged into a thing. */
  async mergesInto(id: string, signal?: AbortSignal): Promise<EventRecord[]> {
    const { events } = await ask<{ events: EventRecord[] }>(`${this.path}/events${queryOf({ subject: `ws.*.graph.${id}.nodes-merged`, limit: 200 })}`, signal ? { signal } : {});
    return events;
  }

  /** The lines of the file that a source states of a thing. */
  excerpt(id: string, source: string, signal?: AbortSignal): Promise<Excerpt> {
    return ask(`${this.path}/nodes/${id}/excerpt${queryOf({ source })}`, signal ? { signal } : {});
  }

  /** Things as the rows of a table, with some of their properties; `stated`: only those that have one of these. */
  rows(query: { properties?: readonly string[]; stated?: boolean; limit?: number; cursor?: string; time?: number | null }, signal?: AbortSignal): Promise<{ position: number; rows: Row[]; cursor?: string }> {
    const { time = null, properties = [], stated = false, ...rest } = query;
    return ask(`${this.path}/rows${queryOf({ ...rest, properties: properties.join(","), stated: stated ? "true" : undefined, at: this.at(time) })}`, signal ? { signal } : {});
  }

  ontology(time: number | null, atLeast?: number, signal?: AbortSignal): Promise<{ position: number; terms: Term[] }> {
    return ask(`${this.path}/ontology${queryOf({ at: this.at(time), atLeast: time === null && atLeast ? atLeast : undefined })}`, signal ? { signal } : {});
  }

  events(from: number, to: number, signal?: AbortSignal): Promise<{ position: number; events: EventRecord[]; next?: number }> {
    return ask(`${this.path}/events${queryOf({ from, to, limit: to - from + 1 })}`, signal ? { signal } : {});
  }

  /** A page of events that are wanted, the latest first; `next` is the `to` of the next page. */
  latestEvents(query: EventQuery, limit: number, signal?: AbortSignal): Promise<{ position: number; events: EventRecord[]; next?: number }> {
    return ask(`${this.path}/events${queryOf({ ...query, limit, latestFirst: "true" })}`, signal ? { signal } : {});
  }

  eventCounts(query: EventQuery, intervals: number, signal?: AbortSignal): Promise<EventCounts> {
    return ask(`${this.path}/events/counts${queryOf({ ...query, intervals })}`, signal ? { signal } : {});
  }

  event(position: number, signal?: AbortSignal): Promise<EventStory> {
    return ask(`${this.path}/events/${position}`, signal ? { signal } : {});
  }

  /** What is shown otherwise at `to` than at `since`; null: now. */
  changes(since: string, to: string | null, limit: number, signal?: AbortSignal): Promise<Changes> {
    return ask(`${this.path}/changes${queryOf({ since, at: to, limit })}`, signal ? { signal } : {});
  }

  disagreements(limit: number, signal?: AbortSignal): Promise<{ position: number; disagreements: Disagreement[]; cursor?: string }> {
    return ask(`${this.path}/disagreements${queryOf({ limit })}`, signal ? { signal } : {});
  }

  suggestions(kind: string, least: number, limit: number, signal?: AbortSignal): Promise<Suggestions> {
    return ask(`${this.path}/suggestions${queryOf({ kind: kind || undefined, least, limit })}`, signal ? { signal } : {});
  }

  separations(limit: number, signal?: AbortSignal): Promise<{ position: number; separations: Separation[]; cursor?: string }> {
    return ask(`${this.path}/separations${queryOf({ limit })}`, signal ? { signal } : {});
  }

  commands(body: Record<string, unknown>[]): Promise<{ results: CommandAnswer[]; position: number }> {
    return post(`${this.path}/commands`, body);
  }

  beginUpload(name: string, signal?: AbortSignal): Promise<{ id: string }> {
    return post(`${this.path}/uploads`, { name }, signal);
  }

  uploadFile(id: string, path: string, content: Blob, signal?: AbortSignal): Promise<unknown> {
    return ask(`${this.path}/uploads/${id}/files${queryOf({ path })}`, { method: "POST", body: content, headers: { "Content-Type": "application/octet-stream" }, ...(signal ? { signal } : {}) });
  }

  finishUpload(id: string, signal?: AbortSignal): Promise<{ path: string }> {
    return post(`${this.path}/uploads/${id}/finish`, {}, signal);
  }

  stats(signal?: AbortSignal): Promise<Record<string, unknown>> {
    return ask(`${this.path}/stats`, signal ? { signal } : {});
  }

  sources(signal?: AbortSignal): Promise<{ sources: Source[] }> {
    return ask(`${this.path}/sources`, signal ? { signal } : {});
  }

  command(body: Record<string, unknown>): Promise<CommandAnswer> {
    return post(`${this.path}/commands`, body);
  }

  /** Takes back the command of a client whose first event has a position; absent: the last that stands. */
  undo(client: string, position?: number): Promise<CommandAnswer> {
    return post(`${this.path}/undo`, { client, ...(position === undefined ? {} : { position }) });
  }

  redo(client: string): Promise<CommandAnswer> {
    return post(`${this.path}/redo`, { client });
  }

  previewImport(path: string, excludes?: string[], signal?: AbortSignal): Promise<ImportRun> {
    return post(`${this.path}/imports`, { path, dryRun: true, ...leftOut(excludes) }, signal);
  }

  startImport(path: string, label?: string, excludes?: string[]): Promise<{ id: string }> {
    return post(`${this.path}/imports`, { path, ...(label ? { label } : {}), ...leftOut(excludes) });
  }

  imports(signal?: AbortSignal): Promise<{ imports: ImportRun[] }> {
    return ask(`${this.path}/imports`, signal ? { signal } : {});
  }

  importRun(id: string, signal?: AbortSignal): Promise<ImportRun> {
    return ask(`${this.path}/imports/${id}`, signal ? { signal } : {});
  }

  cancelImport(id: string): Promise<ImportRun> {
    return post(`${this.path}/imports/${id}/cancel`, {});
  }

  pauseImport(id: string): Promise<ImportRun> {
    return post(`${this.path}/imports/${id}/pause`, {});
  }

  resumeImport(id: string): Promise<ImportRun> {
    return post(`${this.path}/imports/${id}/resume`, {});
  }

  revertImport(id: string): Promise<ImportRun> {
    return post(`${this.path}/imports/${id}/revert`, {});
  }
}

export function workspaces(signal?: AbortSignal): Promise<{ workspaces: Workspace[] }> {
  return ask("/workspaces", signal ? { signal } : {});
}

export function health(signal?: AbortSignal): Promise<{ status: string; version: string; uptimeSeconds: number; workspaces: number; problems?: string[] }> {
  return ask("/health", signal ? { signal } : {});
}

/** Takes an empty workspace back: it is as if it had not been formed. */
export function takeWorkspaceBack(name: string): Promise<unknown> {
  return post(`/workspaces/${encodeURIComponent(name)}/take-back`, {});
}

export function formWorkspace(name: string): Promise<Workspace> {
  return post("/workspaces", { name });
}

/** What is left out of an import: nothing said keeps to what was left out before. */
function leftOut(excludes?: string[]): object {
  return excludes === undefined ? {} : excludes.length === 0 ? { noExcludes: true } : { excludes };
}

import { messageOf } from "../look/message";
import { decodeMap, type MapData } from "./decode";
import type { FromWorker } from "./protocol";

/** Loads one map at a time: another that is asked for meanwhile takes the place of the first. */
export class Loading {
  private running: AbortController | null = null;
  /** Where the map came from that was asked for last. */
  url = "";

  async load(url: string, show: (map: MapData) => void, tell: (message: FromWorker) => void): Promise<void> {
    this.running?.abort();
    const abort = new AbortController();
    this.running = abort;
    this.url = url;
    try {
      const buffer = await fetchMap(url, abort.signal, (bytes, of) => tell({ say: "loading", bytes, of }));
      if (this.running === abort) show(decodeMap(buffer));
    } catch (error) {
      if (this.running === abort) tell({ say: "failed", problem: messageOf(error) });
    }
  }
}

/** Fetches a map's bytes and says how many have come; fails with a sentence for people. */
async function fetchMap(url: string, signal: AbortSignal, onProgress: (bytes: number, of: number) => void): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(url, { signal, headers: { Accept: "application/vnd.alchemist.map" } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error("The server does not answer. Is it running? Then load the map again.", { cause: error });
  }
  if (!response.ok) throw new Error(await problemOf(response));
  // Of a compressed answer the length is the compressed one: then only what has come is known.
  const of = response.headers.get("Content-Encoding") ? 0 : Number(response.headers.get("Content-Length") ?? 0);
  if (!response.body) return response.arrayBuffer();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
    onProgress(bytes, of);
  }
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all.buffer;
}

async function problemOf(response: Response): Promise<string> {
  const plain = `The server answered ${response.status}.`;
  try {
    const problem = (await response.json()) as { detail?: string; title?: string };
    return problem.detail ?? problem.title ?? plain;
  } catch {
    return plain;
  }
}

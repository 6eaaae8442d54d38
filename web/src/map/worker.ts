import { messageOf } from "../look/message";
import { MapEngine } from "./engine";
import type { FromWorker, ToWorker } from "./protocol";
import { Surface } from "./surface";

/** What this file needs of a dedicated worker's scope; the page's own types do not have it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage: (message: FromWorker, transfer?: Transferable[]) => void;
  requestAnimationFrame: (callback: (now: number) => void) => number;
}

const scope = self as unknown as WorkerScope;
let engine: MapEngine | undefined;
let surface: Surface | null = null;

scope.onmessage = ({ data: message }) => {
  if (message.say === "start") {
    try {
      surface = message.above ? new Surface(message.above, (m) => scope.postMessage(m), () => engine?.wake()) : null;
      engine = new MapEngine(surface, (m) => scope.postMessage(m, m.say === "overview" ? [m.picture] : []), (callback) => scope.requestAnimationFrame(callback));
      engine.hear({ ...message, say: "look" });
      engine.hear({ ...message, say: "size" });
      if (message.below) void surface?.useCard(message.below);
    } catch (error) {
      scope.postMessage({ say: "failed", problem: messageOf(error) });
      throw error;
    }
  } else if (message.say === "card") void surface?.useCard(message.below);
  // What is thrown here reaches the page as the worker's error: it starts another.
  else engine?.hear(message);
};

import { MapEngine } from "./engine";
import type { FromWorker, ToWorker } from "./protocol";

/** What this file needs of a dedicated worker's scope; the page's own types do not have it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage: (message: FromWorker) => void;
  requestAnimationFrame: (callback: (now: number) => void) => number;
}

const scope = self as unknown as WorkerScope;
let engine: MapEngine | undefined;

scope.onmessage = ({ data: message }) => {
  try {
    if (message.say === "start") {
      engine = new MapEngine(message.canvas, (m) => scope.postMessage(m), (callback) => scope.requestAnimationFrame(callback));
      engine.start(message.width, message.height, message.ratio, message.dark, message.calm);
    } else engine?.hear(message);
  } catch (error) {
    scope.postMessage({ say: "failed", problem: error instanceof Error ? error.message : String(error) });
    throw error;
  }
};

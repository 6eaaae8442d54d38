import { stream } from "../state/session";
import { resumeStream } from "../state/workspace";
import type { Action } from "./action";

/** Lets the list of events stand still, or go on. */
export const pauseEvents: Action = {
  name: "Pause or go on with the events",
  group: "Show",
  words: "stop stream live hold",
  run: () => (stream.get().paused ? resumeStream() : stream.put({ paused: true })),
};

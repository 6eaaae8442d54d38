import { mostKept, notify, stream } from "../../state/session";
import { api } from "../../state/workspace";

const page = 300;

/** Brings the events before a position in. */
export async function loadEarlier(before: number): Promise<void> {
  try {
    const { events } = await api().events(Math.max(1, before - page), before - 1);
    stream.put((s) => (s.events[0]?.position === before ? { events: [...events.filter((e) => e.position < before), ...s.events].slice(0, mostKept) } : {}));
  } catch (error) {
    notify("problem", `Earlier events did not come: ${error instanceof Error ? error.message : String(error)}`);
  }
}

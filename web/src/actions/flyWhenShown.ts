import { map, mapState } from "../map/client";
import { view } from "../state/view";

const patienceMs = 15_000;

/** Brings the map to a thing as soon as the map has it, if it is still what is selected. */
export function flyWhenShown(id: string): void {
  let edition = -1;
  const stop = (): void => {
    unsubscribe();
    clearTimeout(timer);
  };
  const look = (): void => {
    const now = mapState.get().edition;
    if (now === edition) return;
    edition = now;
    if (view.get().selected !== id) return stop();
    void map.names([id]).then((names) => {
      if (typeof names.at(0) !== "string" || view.get().selected !== id) return;
      stop();
      map.tell({ say: "select", id });
      map.tell({ say: "fly", id });
    });
  };
  const unsubscribe = mapState.subscribe(look);
  const timer = setTimeout(stop, patienceMs);
}

import type { MapData } from "../decode";
import { lift } from "./lift";

/** Gets heights for maps: at once the plain ones, and evenly spread ones from the layout worker when it has them. */
export class Heights {
  private worker: Worker | null = null;
  private asked = 0;

  /** @param then called once, later, with better heights; not at all where workers have none of their own */
  of(map: MapData, then: (height: Float32Array) => void): Float32Array {
    const flat = { x: map.x, y: map.y, radius: map.radius, parent: map.parent, ids: map.ids };
    const number = ++this.asked;
    if (typeof Worker !== "undefined") {
      this.worker ??= new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "depth" });
      this.worker.onmessage = ({ data }: MessageEvent<{ number: number; height: Float32Array }>) => {
        if (data.number === this.asked) then(data.height);
      };
      // Without it the plain heights stay: less even, nothing is missing.
      this.worker.onerror = () => {
        this.worker?.terminate();
        this.worker = null;
      };
      this.worker.postMessage({ number, flat });
    }
    return lift(flat);
  }

  stop(): void {
    this.asked += 1;
    this.worker?.terminate();
    this.worker = null;
  }
}

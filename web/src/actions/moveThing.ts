import { arranged } from "../map/arranged";

/** Lets a thing stand elsewhere on the map, for looking only: nothing is stated by it. */
export function moveThing(id: string, x: number, y: number): void {
  arranged.put((a) => ({ moved: { ...a.moved, [id]: [x, y] } }));
}

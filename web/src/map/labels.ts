/** A name that wants a place: boxes it could have, the best first, in CSS pixels. */
export interface Wish {
  item: number;
  /** Higher is placed first. */
  rank: number;
  places: Place[];
}

export interface Place {
  how: "inside" | "below" | "above" | "right" | "rim";
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Placed {
  item: number;
  how: Place["how"];
}

const cellPx = 64;

/** The room that is taken, by cells, so that a question looks at a few boxes only. */
export class TakenRoom {
  private readonly cells = new Map<number, Place[]>();

  isFree(p: Place): boolean {
    for (const key of this.keys(p)) {
      for (const q of this.cells.get(key) ?? []) {
        if (p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height) return false;
      }
    }
    return true;
  }

  take(p: Place): void {
    for (const key of this.keys(p)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(p);
      else this.cells.set(key, [p]);
    }
  }

  private *keys(p: Place): Generator<number> {
    for (let row = Math.floor(p.y / cellPx); row <= Math.floor((p.y + p.height) / cellPx); row++) {
      for (let column = Math.floor(p.x / cellPx); column <= Math.floor((p.x + p.width) / cellPx); column++) {
        yield row * 65_536 + column;
      }
    }
  }
}

/**
 * Places names so that none covers another: the highest rank first, each at the first of its places that is free and
 * on the screen; who finds none goes without.
 */
export function placeLabels(wishes: Wish[], width: number, height: number, most: number): Placed[] {
  const room = new TakenRoom();
  const placed: Placed[] = [];
  const ordered = [...wishes].sort((a, b) => b.rank - a.rank || a.item - b.item);
  for (const wish of ordered) {
    if (placed.length >= most) break;
    const place = wish.places.find((p) => p.x + p.width > 0 && p.y + p.height > 0 && p.x < width && p.y < height && room.isFree(p));
    if (!place) continue;
    room.take(place);
    placed.push({ item: wish.item, how: place.how });
  }
  return placed;
}

/** Shortens a text to a width, with an ellipsis; undefined when not even three letters fit. */
export function shorten(text: string, width: number, measure: (text: string) => number): string | undefined {
  if (measure(text) <= width) return text;
  let low = 0;
  let high = text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? undefined : `${text.slice(0, low).trimEnd()}…`;
}

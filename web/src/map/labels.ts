/** A name that wants a place: boxes it could have, the best first, in CSS pixels. */
export interface Wish {
  item: number;
  /** Higher is placed first. */
  rank: number;
  places: Place[];
  /** It may cover things rather than go without. */
  bold?: boolean;
}

export interface Place {
  how: "inside" | "below" | "above" | "right" | "rim";
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of a name on a rim or inside a disc: which of its places there. */
  along?: number;
}

export interface Placed {
  item: number;
  how: Place["how"];
  along?: number;
}

/** A thing on the map that names of others had better not cover. */
export interface Thing {
  item: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

type Box = Omit<Thing, "item">;

const cellPx = 64;

/** The room that is taken, by cells, so that a question looks at a few boxes only. */
class TakenRoom {
  private readonly cells = new Map<number, Thing[]>();

  /** Free of all but what belongs to `item`. */
  isFree(p: Box, item: number): boolean {
    for (const key of this.keys(p)) {
      for (const q of this.cells.get(key) ?? []) {
        if (q.item !== item && p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height) return false;
      }
    }
    return true;
  }

  take(p: Thing): void {
    for (const key of this.keys(p)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(p);
      else this.cells.set(key, [p]);
    }
  }

  private *keys(p: Box): Generator<number> {
    for (let row = Math.floor(p.y / cellPx); row <= Math.floor((p.y + p.height) / cellPx); row++) {
      for (let column = Math.floor(p.x / cellPx); column <= Math.floor((p.x + p.width) / cellPx); column++) {
        yield row * 65_536 + column;
      }
    }
  }
}

/** What names and things take: who places more goes on with it. */
export interface Room {
  names: TakenRoom;
  discs: TakenRoom;
}

export function emptyRoom(): Room {
  return { names: new TakenRoom(), discs: new TakenRoom() };
}

/**
 * Places names so that none covers another, nor (but inside its own disc) a thing: the highest rank first, each at the
 * first of its places that is free and on the screen; who finds none goes without, but a name on a rim may cover things.
 */
export function placeLabels(wishes: Wish[], width: number, height: number, most: number, things: Thing[] = [], room: Room = emptyRoom()): Placed[] {
  const { names, discs } = room;
  things.forEach((thing) => discs.take(thing));
  const placed: Placed[] = [];
  const ordered = [...wishes].sort((a, b) => b.rank - a.rank || a.item - b.item);
  for (const wish of ordered) {
    if (placed.length >= most) break;
    const possible = wish.places.filter((p) => p.x + p.width > 0 && p.y + p.height > 0 && p.x < width && p.y < height && names.isFree(p, -1));
    const free = possible.find((p) => p.how === "inside" || discs.isFree(p, wish.item));
    const place = free ?? (wish.bold ? possible.at(0) : possible.find((p) => p.how === "rim"));
    if (!place) continue;
    names.take({ ...place, item: wish.item });
    placed.push({ item: wish.item, how: place.how, ...(place.along === undefined ? {} : { along: place.along }) });
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

/** Fewer letters of a longer name tell nobody which name it is. */
const leastLetters = 5;
/** Where a name may be broken: after a space or a sign between words, and before a capital within one. */
const breaks = /(?<=[\s\-_./:,])(?=[^\s…])|(?<=[a-z0-9])(?=[A-Z])/;

/**
 * A text in as few lines as it takes, at most `most`, each within a width; the last ends in an ellipsis when more does
 * not fit. Undefined when only a few letters would.
 */
export function wrap(text: string, width: number, most: number, measure: (text: string) => number): string[] | undefined {
  if (measure(text) <= width) return [text];
  const parts = text.split(breaks);
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line !== "" && lines.length < most - 1 && measure((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  lines.push(line.trimEnd());
  const kept: string[] = [];
  for (const l of lines) {
    const end = shorten(l, width, measure);
    // A word that is broken off in the middle of a name would read as another name: then only its beginning is said.
    if (end === l) kept.push(l);
    else if (end !== undefined) return enough([...kept, end]);
    else {
      const last = shorten(`${kept.pop() ?? ""}…`, width, measure);
      return last === undefined ? undefined : enough([...kept, last]);
    }
  }
  return kept;
}

function enough(lines: string[]): string[] | undefined {
  return lines.reduce((sum, line) => sum + line.length, 0) > leastLetters ? lines : undefined;
}

/** A colour as 0xRRGGBB. */
export type Ink = number;

const inks = new Map<string, Ink>();

export function inkOf(hex: string): Ink {
  let ink = inks.get(hex);
  if (ink === undefined) {
    ink = parseInt(hex.slice(1), 16);
    inks.set(hex, ink);
  }
  return ink;
}

export function cssOf(ink: Ink): string {
  return `#${ink.toString(16).padStart(6, "0")}`;
}

/** A colour on its way to another. */
export function blend(from: Ink, to: Ink, part: number): Ink {
  if (part <= 0) return from;
  const channel = (shift: number): number => {
    const a = (from >> shift) & 255;
    return Math.round(a + (((to >> shift) & 255) - a) * part) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** More than a screen mostly has: a list that grows has the card make all its buffers anew. */
const firstCapacity = 4096;

/**
 * Discs and rings to be drawn one over another, in pixels of the screen: every drawing of the map, by whatever means,
 * is made of the same lists. Arrays stay from frame to frame; they go to the graphics card as they are.
 */
export class Discs {
  size = 0;
  private capacity = firstCapacity;
  /** x, y, radius, width of the rim (its middle is on the radius). */
  place = new Float32Array(firstCapacity * 4);
  /** Where the rim begins and ends in turns from the top clockwise, length of its dashes (0: none), and how round it is. */
  arc = new Float32Array(firstCapacity * 4);
  /** Red, green, blue, and how much it covers. */
  fill = new Uint8Array(firstCapacity * 4);
  rim = new Uint8Array(firstCapacity * 4);
  /** Colour of the side that the light falls on, and how much of it. */
  shine = new Uint8Array(firstCapacity * 4);

  clear(): void {
    this.size = 0;
  }

  /** Adds a disc that has neither fill nor rim yet. */
  put(x: number, y: number, r: number): this {
    if (this.size === this.capacity) this.grow();
    const at = this.size++ * 4;
    const { place, arc, fill, rim, shine } = this;
    place[at] = x;
    place[at + 1] = y;
    place[at + 2] = r;
    place[at + 3] = 0;
    arc[at] = 0;
    arc[at + 1] = 1;
    arc[at + 2] = 0;
    arc[at + 3] = 0;
    fill[at + 3] = 0;
    rim[at + 3] = 0;
    shine[at + 3] = 0;
    return this;
  }

  filled(ink: Ink, alpha: number): this {
    write(this.fill, (this.size - 1) * 4, ink, alpha);
    return this;
  }

  lit(ink: Ink, alpha: number): this {
    write(this.shine, (this.size - 1) * 4, ink, alpha);
    return this;
  }

  rimmed(ink: Ink, alpha: number, width: number, dash = 0): this {
    const at = (this.size - 1) * 4;
    write(this.rim, at, ink, alpha);
    this.place[at + 3] = width;
    this.arc[at + 2] = dash;
    return this;
  }

  from(turns: number, to: number): this {
    const at = (this.size - 1) * 4;
    this.arc[at] = turns;
    this.arc[at + 1] = to;
    return this;
  }

  /** 0: flat; above 0 a ball; below 0 a clear shell that is seen at its edge. */
  round(by: number): this {
    this.arc[(this.size - 1) * 4 + 3] = by;
    return this;
  }

  private grow(): void {
    this.capacity *= 2;
    const larger = (a: Float32Array): Float32Array<ArrayBuffer> => {
      const b = new Float32Array(this.capacity * 4);
      b.set(a);
      return b;
    };
    const largerBytes = (a: Uint8Array): Uint8Array<ArrayBuffer> => {
      const b = new Uint8Array(this.capacity * 4);
      b.set(a);
      return b;
    };
    this.place = larger(this.place);
    this.arc = larger(this.arc);
    this.fill = largerBytes(this.fill);
    this.rim = largerBytes(this.rim);
    this.shine = largerBytes(this.shine);
  }
}

/** Curved bands, each from one point to another by way of a control point; an arrow is at the end of those that have a size for it. */
export class Ribbons {
  size = 0;
  private capacity = firstCapacity;
  /** Start and control point. */
  start = new Float32Array(firstCapacity * 4);
  /** End, width, size of the arrow. */
  end = new Float32Array(firstCapacity * 4);
  ink = new Uint8Array(firstCapacity * 4);
  /** The two items that each ties, for whoever asks what is drawn at a point; -1: none. */
  ends = new Int32Array(firstCapacity * 2);

  clear(): void {
    this.size = 0;
  }

  put(curve: Curve, width: number, ink: Ink, alpha: number, arrow = 0, from = -1, to = -1): void {
    if (this.size === this.capacity) this.grow();
    this.ends[this.size * 2] = from;
    this.ends[this.size * 2 + 1] = to;
    const at = this.size++ * 4;
    const { start, end } = this;
    start[at] = curve.x0;
    start[at + 1] = curve.y0;
    start[at + 2] = curve.cx;
    start[at + 3] = curve.cy;
    end[at] = curve.x1;
    end[at + 1] = curve.y1;
    end[at + 2] = width;
    end[at + 3] = arrow;
    write(this.ink, at, ink, alpha);
  }

  private grow(): void {
    this.capacity *= 2;
    const [start, end, ink, ends] = [this.start, this.end, this.ink, this.ends];
    this.start = new Float32Array(this.capacity * 4);
    this.end = new Float32Array(this.capacity * 4);
    this.ink = new Uint8Array(this.capacity * 4);
    this.start.set(start);
    this.end.set(end);
    this.ink.set(ink);
    this.ends = new Int32Array(this.capacity * 2);
    this.ends.set(ends);
  }

  /** One that was put, as a curve. */
  curve(k: number, into: Curve): Curve {
    const at = k * 4;
    const { start, end } = this;
    into.x0 = start[at];
    into.y0 = start[at + 1];
    into.cx = start[at + 2];
    into.cy = start[at + 3];
    into.x1 = end[at];
    into.y1 = end[at + 1];
    return into;
  }
}

/** From rim to rim, bent a little to the left of its way, so that there and back lie apart. */
export interface Curve {
  x0: number;
  y0: number;
  cx: number;
  cy: number;
  x1: number;
  y1: number;
  length: number;
}

function write(into: Uint8Array, at: number, ink: Ink, alpha: number): void {
  into[at] = ink >> 16;
  into[at + 1] = (ink >> 8) & 255;
  into[at + 2] = ink & 255;
  into[at + 3] = Math.max(0, Math.min(255, Math.round(alpha * 255)));
}

/** One picture as lists, to be drawn in this order over the ground colour. */
export interface Drawing {
  ground: Ink;
  grounds: Discs;
  edges: Ribbons;
  solids: Discs;
  marks: Discs;
}

export function emptyDrawing(): Drawing {
  return { ground: 0, grounds: new Discs(), edges: new Ribbons(), solids: new Discs(), marks: new Discs() };
}

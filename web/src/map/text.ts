export type Context = OffscreenCanvasRenderingContext2D;

/** Text as small pictures: drawing a picture again costs a tenth of shaping and stroking its text again. */
export class TextSprites {
  private readonly sprites = new Map<string, Sprite>();
  private readonly widths = new Map<string, number>();
  private readonly ruler: OffscreenCanvasRenderingContext2D;

  constructor(private ratio: number) {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    if (!context) throw new Error("this browser gives no 2D canvas to workers: use a newer one");
    this.ruler = context;
  }

  /** Forgets all: the pixels of the screen or the colours are others now. */
  reset(ratio: number): void {
    this.ratio = ratio;
    this.sprites.clear();
  }

  width(text: string, style: TextStyle): number {
    const key = `${style.font}\n${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.ruler.font = style.font;
      width = this.ruler.measureText(text).width;
      if (this.widths.size > 20_000) this.widths.clear();
      this.widths.set(key, width);
    }
    return width;
  }

  /** Draws a text centred on a point. */
  draw(context: OffscreenCanvasRenderingContext2D, text: string, style: TextStyle, x: number, y: number): void {
    const sprite = this.sprite(text, style);
    // Whole device pixels keep the letters crisp.
    const left = Math.round((x - sprite.width / 2) * this.ratio) / this.ratio;
    const top = Math.round((y - sprite.height / 2) * this.ratio) / this.ratio;
    context.drawImage(sprite.picture, left, top, sprite.width, sprite.height);
  }

  /** Draws a text centred on a point, turned clockwise by an angle in radians. */
  drawTurned(context: OffscreenCanvasRenderingContext2D, text: string, style: TextStyle, x: number, y: number, angle: number): void {
    const { picture, width, height } = this.sprite(text, style);
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.drawImage(picture, -width / 2, -height / 2, width, height);
    context.restore();
  }

  private sprite(text: string, style: TextStyle): Sprite {
    const key = `${style.font}\n${style.colour}\n${style.halo}\n${text}`;
    const known = this.sprites.get(key);
    if (known) {
      this.sprites.delete(key);
      this.sprites.set(key, known);
      return known;
    }
    const margin = style.pill ? 8 : 4;
    const pixelWidth = Math.ceil((this.width(text, style) + margin * 2) * this.ratio);
    const pixelHeight = Math.ceil(style.size * 1.7 * this.ratio);
    const picture = new OffscreenCanvas(pixelWidth, pixelHeight);
    const context = picture.getContext("2d")!;
    context.scale(this.ratio, this.ratio);
    const width = pixelWidth / this.ratio;
    const height = pixelHeight / this.ratio;
    if (style.pill) {
      context.fillStyle = style.pill;
      context.strokeStyle = style.halo;
      context.beginPath();
      context.roundRect(0.5, 0.5, width - 1, height - 1, height / 2);
      context.fill();
      context.stroke();
    }
    context.font = style.font;
    context.textAlign = "center";
    context.textBaseline = "middle";
    if (!style.pill && style.halo) {
      context.lineJoin = "round";
      context.lineWidth = 3.5;
      context.strokeStyle = style.halo;
      context.globalAlpha = 0.85;
      context.strokeText(text, width / 2, height / 2);
      context.globalAlpha = 1;
    }
    context.fillStyle = style.colour;
    context.fillText(text, width / 2, height / 2 + 0.5);
    const made = { picture, width, height };
    this.sprites.set(key, made);
    if (this.sprites.size > 700) {
      const oldest = this.sprites.keys().next();
      if (!oldest.done) this.sprites.delete(oldest.value);
    }
    return made;
  }
}

interface Sprite {
  picture: OffscreenCanvas;
  width: number;
  height: number;
}

export interface TextStyle {
  font: string;
  size: number;
  colour: string;
  /** Colour around the letters, or the rim of the pill; empty: none. */
  halo: string;
  /** Ground of a rounded box under the text. */
  pill?: string;
}

const family = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

export function style(size: number, weight: number, colour: string, halo = "", pill?: string): TextStyle {
  return { font: `${weight} ${size}px ${family}`, size, colour, halo, ...(pill ? { pill } : {}) };
}

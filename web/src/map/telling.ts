import { messageOf } from "../look/message";
import { propertyOf, sameColours, type Arrangement } from "./arrangement";
import type { Column } from "./column";
import type { Columns } from "./columns";
import type { FromWorker } from "./protocol";
import type { Scene } from "./scene";

/** Has colours, sizes and names tell what properties state, where somebody wants that. */
export class Telling {
  private scene: Scene | null = null;
  private told: Arrangement | null = null;

  constructor(
    private readonly columns: Columns,
    private readonly tell: (message: FromWorker) => void,
    private readonly changed: () => void,
  ) {}

  /** The columns that an arrangement needs. */
  static keys({ colourBy, sizeBy, caption }: Arrangement): string[] {
    return [propertyOf(colourBy), propertyOf(sizeBy), caption].filter((p) => p !== null).map((p) => `.${p}`);
  }

  /** Of a scene that is so arranged: at once where it is known what is stated, else as soon as it is. */
  of(scene: Scene, to: Arrangement): void {
    const before = scene === this.scene ? this.told : null;
    this.scene = scene;
    this.told = to;
    if (to.colourBy !== before?.colourBy || !sameColours(to.colours, before.colours)) this.colour(scene, to);
    if (to.sizeBy !== before?.sizeBy) this.size(scene, to);
    if (to.caption !== before?.caption) this.caption(scene, to);
  }

  /** What is stated is another now. */
  anew(): void {
    const { scene, told } = this;
    if (!scene || !told) return;
    this.told = null;
    this.of(scene, told);
  }

  private colour(scene: Scene, to: Arrangement): void {
    const done = (column: Column | undefined, problem: string | null): void => {
      // Without one, they are as the scene was arranged.
      if (column) scene.shade(column);
      this.tell({ say: "coloured", coloured: { ...scene.coloured, problem } });
    };
    this.bring(propertyOf(to.colourBy), done, () => this.told?.colourBy === to.colourBy);
  }

  private size(scene: Scene, to: Arrangement): void {
    const key = propertyOf(to.sizeBy);
    this.bring(
      key,
      (column, problem) => {
        const values = column && column.kind !== "text" ? column.values : null;
        scene.measure(values);
        if (key === null) return this.tell({ say: "sized", sized: null });
        if (problem !== null) return this.tell({ say: "sized", sized: { key, problem } });
        let [count, most] = [0, 0];
        for (const v of values ?? []) {
          if (Number.isNaN(v)) continue;
          count += 1;
          most = Math.max(most, v);
        }
        this.tell({ say: "sized", sized: { key, count, most } });
      },
      () => this.told?.sizeBy === to.sizeBy,
    );
  }

  private caption(scene: Scene, to: Arrangement): void {
    this.bring(
      to.caption,
      (column) => {
        scene.captions = column ? captionsOf(column, scene.map.items) : null;
      },
      () => this.told?.caption === to.caption,
    );
  }

  /** @param still whether it is still wanted when it comes */
  private bring(property: string | null, done: (column: Column | undefined, problem: string | null) => void, still: () => boolean): void {
    const { scene } = this;
    const known = property === null ? undefined : this.columns.now(`.${property}`);
    if (property === null || known) return done(known, null);
    this.columns.of(`.${property}`).then(
      (column) => {
        if (scene !== this.scene || !still()) return;
        done(column, null);
        this.changed();
      },
      (error: unknown) => {
        if (scene !== this.scene || !still() || error instanceof DOMException) return;
        done(undefined, messageOf(error));
        this.changed();
      },
    );
  }
}

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

function captionsOf(column: Column, items: number): (string | undefined)[] {
  const texts = new Array<string | undefined>(items).fill(undefined);
  for (let i = 0; i < items; i++) {
    if (column.kind === "text") {
      const { start, codes, texts: all } = column;
      if (start[i] < start[i + 1]) texts[i] = Array.from(codes.subarray(start[i], start[i + 1]), (code) => all[code]).join(", ");
    } else if (!Number.isNaN(column.values[i])) texts[i] = column.kind === "number" ? numbers.format(column.values[i]) : new Date(column.values[i]).toISOString().slice(0, 10);
  }
  return texts;
}

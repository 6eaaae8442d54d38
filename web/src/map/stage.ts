import { lightPalette, type Palette } from "../look/palette";
import type { Drift } from "./drift";
import { EdgeKeeper } from "./edgeKeeper";
import { EdgeNames } from "./edgeNames";
import { Names } from "./names";
import { Others } from "./others";
import { Overview } from "./overview";
import { emptyDrawing } from "./paint/list";
import type { FromWorker } from "./protocol";
import type { Picture } from "./scene";
import { Sight } from "./sight";
import { TextSprites } from "./text";

/** What the parts of the map's worker share: the picture that is shown, and what it is drawn with. */
export class Stage {
  readonly sight = new Sight();
  readonly edges = new EdgeKeeper();
  readonly others = new Others();
  readonly sprites = new TextSprites(1);
  readonly names = new Names(this.sprites);
  readonly edgeNames = new EdgeNames(this.sprites);
  readonly drawing = emptyDrawing();
  picture: Picture | null = null;
  palette: Palette = lightPalette;
  dark = false;
  ratio = 1;
  /** Things on their way to where they stand. */
  drifts: Drift[] = [];
  readonly overview: Overview;
  /** Names may have other places now. */
  namesStale = true;

  constructor(tell: (message: FromWorker) => void) {
    this.overview = new Overview(tell);
  }
}

import type { Palette } from "../look/palette";
import { eyeOf } from "./eye";
import { homeCamera } from "./framing";
import { emptyFrontier, findFrontier, type Frontier } from "./frontier";
import { compose } from "./paint/compose";
import { paintOnCanvas } from "./paint/canvas";
import { emptyDrawing } from "./paint/list";
import type { FromWorker } from "./protocol";
import type { Picture, Scene } from "./scene";

/** It is made as if it were so much larger: else nothing in it would be large enough to open. */
const detail = 3.2;
const everyMs = 400;

/** A small picture of the whole map, from above, made anew when something in it is another; where one looks is drawn over it by the page. */
export class Overview {
  private size: { width: number; height: number; ratio: number } | null = null;
  private stale = true;
  private madeAt = 0;
  private readonly drawing = emptyDrawing();
  private frontier: Frontier | null = null;
  private of: Scene | null = null;

  constructor(private readonly tell: (message: FromWorker) => void) {}

  /** @param size in pixels of the page; null: it is not shown */
  want(size: { width: number; height: number; ratio: number } | null): void {
    this.size = size;
    this.stale = true;
  }

  /** Something in it is another. */
  expire(): void {
    this.stale = true;
  }

  /** Makes it, where that is due and there is time for it; true when it is still to be made. */
  keep(picture: Picture, palette: Palette, resting: boolean, at: number): boolean {
    const { size } = this;
    if (!size || !this.stale) return false;
    if (!resting || at - this.madeAt < everyMs) return true;
    this.stale = false;
    this.madeAt = at;
    const { scene } = picture;
    if (scene !== this.of) this.frontier = emptyFrontier(scene.map.items);
    this.of = scene;
    const [width, height] = [size.width * detail, size.height * detail];
    const viewport = { width, height, left: 0, right: 0, top: 0, bottom: 0 };
    const camera = homeCamera(scene, viewport);
    // The same scene, but for what is open and where: that is of its own eye.
    const small = Object.create(scene, { frontier: { value: this.frontier } }) as Scene;
    const eye = eyeOf(camera, viewport);
    findFrontier(small, eye, viewport, small.frontier);
    compose(this.drawing, { ...picture, scene: small, camera, eye, viewport, selected: -1, also: [], hovered: -1, bundles: null, formerBundles: null, neighbours: null, hoveredEdge: null, chosenEdge: null, way: [] }, palette);
    const canvas = new OffscreenCanvas(Math.round(size.width * size.ratio), Math.round(size.height * size.ratio));
    const context = canvas.getContext("2d");
    if (!context) return false;
    context.scale(size.ratio / detail, size.ratio / detail);
    paintOnCanvas(context, this.drawing, width, height);
    this.tell({ say: "overview", picture: canvas.transferToImageBitmap(), camera: { ...camera, scale: camera.scale / detail } });
    return false;
  }
}

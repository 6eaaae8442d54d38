import { emptyDrawing, inkOf } from "./paint/list";
import { compose } from "./paint/compose";
import { findFrontier } from "./frontier";
import { trailAt } from "./framing";
import type { Hands } from "./hands";
import { Measuring } from "./measure";
import type { FromWorker } from "./protocol";
import { Settling } from "./settling";
import type { Stage } from "./stage";
import type { Surface } from "./surface";

const restMs = 140;
const namesEveryMs = 260;
const openMs = 280;
const tellEveryMs = 120;

/** Draws one picture after another while something moves or changes, and none while nothing does. */
export class Frames {
  private scheduled = false;
  private readonly settling = new Settling();
  private drawnAt = 0;
  private wasResting = true;
  private namesAt = 0;
  private toldAt = 0;
  private measuring: Measuring | null = null;
  /** How long the last frame took but for edges and names, which are not done in every frame. */
  private submitMs = 0;

  constructor(
    private readonly stage: Stage,
    private readonly hands: Hands,
    private readonly surface: Surface | null,
    private readonly tell: (message: FromWorker) => void,
    private readonly nextFrame: (callback: (now: number) => void) => void,
  ) {}

  /** Draws again soon. */
  wake(): void {
    this.settling.stop();
    if (this.scheduled || !this.surface) return;
    this.scheduled = true;
    this.nextFrame((at) => {
      this.scheduled = false;
      this.frame(at);
    });
  }

  /** The camera moved, or something else did that is told once it rests. */
  moved(): void {
    this.wasResting = false;
    this.wake();
  }

  /** Flies about for some seconds and tells how long that took. */
  measure(seconds: number): void {
    const { sight } = this.stage;
    const home = sight.home();
    sight.motion.stop();
    this.measuring = new Measuring(now(), seconds, home, sight.viewport.width / home.scale);
    this.wake();
  }

  private frame(frameAt: number): void {
    const at = now();
    const { measuring, hands } = this;
    const { sight, picture } = this.stage;
    sight.advance(at);
    if (measuring) sight.motion.put(measuring.cameraAt(at), at);
    if (this.surface?.isBusy) return this.wake();
    const busy = this.draw(at);
    const resting = at - sight.motion.movedAt > restMs && !sight.moving;
    if (picture && (at - this.toldAt > tellEveryMs || (resting && !this.wasResting))) {
      this.toldAt = at;
      if (!measuring) this.tellMoved(resting);
      hands.tellAgain();
    }
    // What is under a pointer that holds still is another thing after the camera moved.
    if (resting && !this.wasResting) hands.look();
    if (resting) this.wasResting = true;
    if (measuring?.note(frameAt, now() - at, this.submitMs, now())) {
      this.tell({ say: "measured", measured: measuring.result() });
      this.measuring = null;
      sight.go(measuring.home, 0, at);
      hands.letGo();
      this.moved();
    }
    if (busy || !resting || this.measuring) this.wake();
    else this.settling.start(() => this.draw(now()));
  }

  private tellMoved(resting: boolean): void {
    const { picture, sight } = this.stage;
    const { motion, orbit, viewport, chosen, eye } = sight;
    const { yaw, pitch, z } = orbit.turn;
    this.tell({ say: "moved", camera: motion.camera, side: { yaw, pitch, z }, deep: orbit.deep, trail: trailAt(picture!.scene, eye, viewport), box: sight.box, resting, chosen });
  }

  /** Draws one picture; true while something is still changing by itself. */
  draw(at: number): boolean {
    const { surface, stage } = this;
    const { picture, sight, edges } = stage;
    if (!surface) return false;
    if (!picture) {
      surface.paint({ ...emptyDrawing(), ground: inkOf(stage.palette.sea) });
      return false;
    }
    stage.drifts = stage.drifts.filter((drift) => !drift.advance(at));
    picture.camera = sight.motion.camera;
    picture.eye = sight.eye;
    picture.viewport = sight.viewport;
    const { scene } = picture;
    const step = sight.motion.calm ? 1 : Math.min(64, at - this.drawnAt) / openMs;
    this.drawnAt = at;
    const began = now();
    findFrontier(scene, picture.eye, sight.viewport, scene.frontier, step);
    const found = now();
    const resting = at - sight.motion.movedAt > restMs;
    edges.keep(picture, at, resting, sight.motion.movedAt, sight.motion.calm);
    const kept = now();
    compose(stage.drawing, picture, stage.palette);
    const warming = surface.paint(stage.drawing);
    this.submitMs = found - began + now() - kept;
    const changing = scene.frontier.changing || stage.drifts.length > 0;
    const fading = this.drawNames(at, resting, changing);
    const late = stage.overview.keep(picture, stage.palette, resting && !changing, at);
    return warming || fading || late || changing || stage.namesStale || edges.isBusy(picture);
  }

  /** Names stand over all else; true while any fades. */
  private drawNames(at: number, resting: boolean, changing: boolean): boolean {
    const { stage } = this;
    const { names, edgeNames, others, sprites } = stage;
    const [picture, { context }] = [stage.picture!, this.surface!];
    const due = resting && !changing ? stage.namesStale : at - this.namesAt > namesEveryMs;
    if (due) {
      const room = names.place(picture, stage.palette, at);
      // Names of edges only at rest: they would hop from line to line.
      edgeNames.place(picture, stage.palette, stage.drawing.edges, resting && !changing ? room : null, at);
      this.namesAt = at;
      stage.namesStale = !resting || changing;
    } else if (!resting || changing) stage.namesStale = true;
    const fading = names.draw(context, picture, at);
    const alsoFading = edgeNames.draw(context, picture, at);
    others.draw(context, picture, sprites, stage.palette.halo);
    return fading || alsoFading;
  }
}

function now(): number {
  return performance.now();
}

import { Gathering, neighbourhood, standIns } from "./bundles";
import { focusOf, type Picture } from "./scene";

const bundleBudget = 700;
const neighbourBudget = 400;
const everyMs = 110;
/** About two milliseconds of work. */
const edgesPerFrame = 40_000;
const fadeMs = 220;

/** Keeps the gathered edges of a picture up to date: anew when other groups are open or others in view, but not too often. */
export class EdgeKeeper {
  private gatheredAt = 0;
  private stale = true;
  private neighboursStale = true;
  private signature = NaN;
  private fadeFrom = 0;
  private gathering: Gathering | null = null;
  private fading = false;

  /** True while something is to be done or is fading. */
  isBusy(picture: Picture): boolean {
    return this.stale || this.neighboursStale || this.gathering !== null || picture.bundleFade < 1;
  }

  /** Another map is shown. */
  forget(): void {
    this.stale = true;
    this.signature = NaN;
    this.gathering = null;
  }

  /** Other things are there, at another time. What is being gathered is finished: while one drags it would never be. */
  expire(): void {
    this.stale = true;
  }

  /** Another item is selected or hovered. */
  refocus(): void {
    this.neighboursStale = true;
  }

  /**
   * @param movedAt when the camera moved last
   * @param calm changes are at once
   */
  keep(picture: Picture, at: number, resting: boolean, movedAt: number, calm: boolean): void {
    const { scene } = picture;
    const changed = this.signature !== scene.frontier.signature;
    // One at a time: what it reads of what is shown must not change under it.
    const wanted = this.gathering === null && (changed || this.stale || (resting && this.gatheredAt < movedAt));
    if (wanted && (resting || at - this.gatheredAt >= everyMs)) {
      standIns(scene.map, scene.presence, scene.frontier, scene.standIn);
      this.gathering = new Gathering(scene.map, scene.forest, scene.presence, scene.frontier, scene.standIn);
      this.fading = changed;
      this.signature = scene.frontier.signature;
      this.stale = false;
      this.neighboursStale = true;
      this.gatheredAt = at;
    }
    if (this.gathering?.step(edgesPerFrame)) {
      if (this.fading && picture.bundles) {
        picture.formerBundles = picture.bundles;
        picture.bundleFade = 0;
        this.fadeFrom = at;
      }
      picture.bundles = this.gathering.result(bundleBudget);
      this.gathering = null;
    }
    if (this.neighboursStale) {
      const focus = focusOf(picture);
      picture.neighbours = focus >= 0 ? neighbourhood(scene.map, scene.presence, scene.standIn, focus, neighbourBudget) : null;
      this.neighboursStale = false;
    }
    if (picture.bundleFade < 1) picture.bundleFade = calm ? 1 : Math.min(1, (at - this.fadeFrom) / fadeMs);
    if (picture.bundleFade >= 1) picture.formerBundles = null;
  }
}

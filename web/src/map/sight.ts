import { toWorld, zoomAt, type Box, type Camera, type Viewport } from "./camera";
import { anchored, eyeOf, shifted, zoomedAt, type Eye, type Turn } from "./eye";
import { cameraFor, cameraForAll, contentBox, homeCamera, nearestScale } from "./framing";
import { Motion } from "./motion";
import { Orbit } from "./orbit";
import type { ToWorker } from "./protocol";
import type { Scene } from "./scene";

const deepHome = 0.86;

/** From where the map is looked at: camera and side, how hand and flights move them, and what panels cover. */
export class Sight {
  readonly motion = new Motion();
  readonly orbit = new Orbit();
  viewport: Viewport = { width: 1, height: 1, left: 0, right: 0, top: 0, bottom: 0 };
  /** Someone chose what is seen; else all is, whatever is loaded and however large the screen. */
  chosen = false;
  private scene: Scene | null = null;

  get eye(): Eye {
    return eyeOf(this.motion.camera, this.viewport, this.orbit.turn);
  }

  get moving(): boolean {
    return this.motion.moving || this.orbit.moving;
  }

  set calm(calm: boolean) {
    this.motion.calm = calm;
    this.orbit.calm = calm;
  }

  /** What moves it without asking what is where. */
  hear(message: Extract<ToWorker, { say: "drag" | "pan" | "steer" | "turn" | "camera" }>, at: number): void {
    switch (message.say) {
      case "drag":
        return this.drag(message.dx, message.dy, at);
      case "pan":
        return this.pan(message.dx, message.dy, at);
      case "steer":
        return this.steer(message.dx, message.dy, message.factor, at);
      case "turn":
        return this.turn(message.side, at);
      case "camera":
        this.chosen = true;
        return this.go(message.camera, this.orbit.goalZ, at);
    }
  }

  home(): Camera {
    const home = homeCamera(this.scene ?? undefined, this.viewport);
    // In depth the near half comes nearer than the plane.
    return this.orbit.deep ? { ...home, scale: home.scale * deepHome } : home;
  }

  /** Another map is looked at; with a camera from there, else as before, else all of it. */
  show(scene: Scene, camera: Camera | undefined, sameMap: boolean, at: number): void {
    this.scene = scene;
    this.bound();
    if (camera) {
      this.chosen = true;
      this.motion.stop();
      this.motion.put(camera, at);
    } else if (!sameMap) {
      this.chosen = false;
      this.motion.stop();
      this.motion.put(this.home(), at);
      this.orbit.lift(0);
    } else if (!this.chosen) this.go(this.home(), 0, at);
  }

  resize(width: number, height: number, at: number): void {
    this.viewport = { ...this.viewport, width, height };
    this.bound();
    if (!this.chosen) this.motion.put(this.home(), at);
  }

  /** @returns false when it is so already */
  cover(left: number, right: number, top: number, bottom: number, at: number): boolean {
    const v = this.viewport;
    if (v.left === left && v.right === right && v.top === top && v.bottom === bottom) return false;
    // What one looks at stays where it is on the screen, though the middle is elsewhere now.
    const stay = shifted(this.eye, -(left - right - v.left + v.right) / 2, -(top - bottom - v.top + v.bottom) / 2);
    this.viewport = { ...v, left, right, top, bottom };
    if (this.chosen && this.motion.flying) return true;
    if (this.chosen || this.scene) this.put(stay, at);
    if (this.scene && !this.chosen) this.go(this.home(), 0, at);
    return true;
  }

  private bound(): void {
    if (this.scene) this.motion.bound(contentBox(this.scene), nearestScale(this.scene, this.viewport));
  }

  private put(to: { x: number; y: number; z: number }, at: number, scale = this.motion.camera.scale): void {
    this.motion.put({ x: to.x, y: to.y, scale }, at);
    const { depth } = this.orbit.turn;
    if (depth > 0.01) this.orbit.lift(to.z / depth);
  }

  go(to: Camera, z: number, at: number): void {
    this.motion.go(to, this.viewport.width, at);
    this.orbit.rise(z);
  }

  flyTo(item: number, at: number): void {
    if (!this.scene || item < 0) return;
    this.chosen = true;
    this.go(cameraFor(this.scene, this.viewport, item), this.scene.height[item], at);
  }

  flyToAll(items: readonly number[], at: number): void {
    const camera = this.scene ? cameraForAll(this.scene, this.viewport, items) : null;
    if (!camera || !this.scene) return;
    this.chosen = true;
    const { height } = this.scene;
    this.go(camera, items.reduce((sum, i) => sum + height[i], 0) / items.length, at);
  }

  fit(at: number): void {
    this.chosen = false;
    this.go(this.home(), 0, at);
  }

  /** Turns about what one looks at in three dimensions, moves along in two. */
  drag(dx: number, dy: number, at: number): void {
    if (!this.orbit.deep) return this.pan(dx, dy, at);
    this.motion.stop();
    this.orbit.drag(dx, dy);
    this.motion.movedAt = at;
  }

  pan(dx: number, dy: number, at: number): void {
    this.chosen = true;
    this.motion.stop();
    this.put(shifted(this.eye, dx, dy), at);
  }

  /** Brings a point of the map to the middle. */
  lookAt(x: number, y: number, at: number): void {
    this.chosen = true;
    this.motion.stop();
    this.put({ x, y, z: this.eye.z }, at);
  }

  /** What of the world is to be seen in the part that no panel covers; in depth, of the plane as if one looked from above. */
  get box(): Box {
    const { viewport: v, motion } = this;
    const [low, high] = [toWorld(motion.camera, v, v.left, v.top), toWorld(motion.camera, v, v.width - v.right, v.height - v.bottom)];
    return { minX: low.x, minY: low.y, maxX: high.x, maxY: high.y };
  }

  /** @param far distance of what is under the pointer, as a part of that of the point looked at */
  zoom(x: number, y: number, factor: number, far: number, at: number): void {
    this.chosen = true;
    this.motion.stop();
    if (this.orbit.turn.depth === 1 && far !== 1) {
      const there = anchored(this.eye, far);
      this.put({ x: there.camera.x, y: there.camera.y, z: there.z }, at, there.camera.scale);
    }
    const to = zoomedAt(this.eye, x, y, factor);
    this.put({ x: to.camera.x, y: to.camera.y, z: to.z }, at, to.camera.scale);
  }

  /** A double click on nothing. */
  zoomIn(x: number, y: number, at: number): void {
    this.chosen = true;
    this.go(zoomAt(this.motion.goal, this.viewport, x, y, 2), this.orbit.goalZ, at);
  }

  steer(dx: number, dy: number, factor: number, at: number): void {
    const from = this.motion.goal;
    const { depth } = this.orbit.turn;
    const eye = { ...this.eye, x: from.x, y: from.y, z: this.orbit.goalZ * depth, scale: from.scale };
    const to = shifted(eye, -dx, -dy);
    this.chosen = true;
    this.go({ x: to.x, y: to.y, scale: from.scale * factor }, depth > 0.01 ? to.z / depth : this.orbit.goalZ, at);
  }

  release(vx: number, vy: number, at: number): void {
    if (!this.orbit.deep) this.motion.release(vx, vy, at);
  }

  /** Goes to two or three dimensions. */
  deepen(deep: boolean, at: number): void {
    this.orbit.go(deep, at);
    this.motion.movedAt = at;
    if (!this.chosen) this.go(this.home(), 0, at);
  }

  turn(to: Partial<Turn>, at: number): void {
    this.orbit.put(to);
    this.motion.movedAt = at;
  }

  advance(at: number): void {
    const part = this.motion.partAt(at);
    this.motion.advance(at);
    const { moving } = this.orbit;
    this.orbit.advance(at, part);
    if (moving) this.motion.movedAt = at;
  }
}

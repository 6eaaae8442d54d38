import { centre, clampScale, type Camera, type Viewport } from "./camera";

/** From which side one looks, in three dimensions; in two all of it is 0. Angles in radians. */
export interface Turn {
  /** About the axis that stands upright on the screen. */
  yaw: number;
  /** About the axis that lies across the screen. */
  pitch: number;
  /** How high above the plane of the map the point lies that one looks at, in world units. */
  z: number;
  /** 0: the flat map seen from above; 1: all its depth. Between them it is on its way. */
  depth: number;
}

const flatTurn: Turn = { yaw: 0, pitch: 0, z: 0, depth: 0 };

/** How steep one may look: straight from above or below, up would be anywhere. */
export const steepest = 1.45;

/**
 * A camera made ready to project. One formula serves both: parallel where `perspective` is 0 (two dimensions), else the
 * scale of what is farther shrinks with its distance. Axes are unit vectors of the world: to the right on the screen,
 * down on it, and away from who looks.
 */
export interface Eye {
  x: number;
  y: number;
  z: number;
  scale: number;
  middleX: number;
  middleY: number;
  /** One over the focal length in pixels. */
  perspective: number;
  /** How much of each item's height counts, 0 to 1. */
  depth: number;
  right: [number, number, number];
  down: [number, number, number];
  along: [number, number, number];
}

/** What a point of the world becomes: pixels, the scale there, and its distance as a part of that of the point looked at. */
export interface Projected {
  x: number;
  y: number;
  scale: number;
  far: number;
}

/** Nearer than this part of the distance, things are at or behind the eye. */
export const nearest = 0.12;
const focalParts = 1.25;

export function eyeOf(camera: Camera, v: Viewport, turn: Turn = flatTurn): Eye {
  const middle = centre(v);
  const yaw = turn.yaw * turn.depth;
  const pitch = turn.pitch * turn.depth;
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return {
    x: camera.x,
    y: camera.y,
    z: turn.z * turn.depth,
    scale: camera.scale,
    middleX: middle.x,
    middleY: middle.y,
    perspective: turn.depth / (focalParts * Math.max(200, Math.min(v.width, v.height))),
    depth: turn.depth,
    right: [cy, 0, sy],
    down: [sy * sp, cp, -cy * sp],
    along: [-sy * cp, sp, cy * cp],
  };
}

/** Projects a point; `z` is the item's height before the eye's `depth` is applied. */
export function project(eye: Eye, x: number, y: number, z: number, into: Projected): Projected {
  const dx = x - eye.x;
  const dy = y - eye.y;
  if (eye.depth === 0) {
    into.x = eye.middleX + dx * eye.scale;
    into.y = eye.middleY + dy * eye.scale;
    into.scale = eye.scale;
    into.far = 1;
    return into;
  }
  const dz = z * eye.depth - eye.z;
  const { right, down, along } = eye;
  const far = 1 + (along[0] * dx + along[1] * dy + along[2] * dz) * eye.scale * eye.perspective;
  // What is behind the eye has no place; its scale stays finite so that sizes can be compared.
  const scale = eye.scale / Math.max(nearest, far);
  into.x = eye.middleX + (right[0] * dx + right[1] * dy + right[2] * dz) * scale;
  into.y = eye.middleY + (down[0] * dx + down[1] * dy + down[2] * dz) * scale;
  into.scale = scale;
  into.far = far;
  return into;
}

/** How clearly something is seen at a distance: what is right before the eye and what is far fade away. */
export function clearness(far: number): number {
  if (far <= nearest) return 0;
  const near = Math.min(1, (far - nearest) / 0.3);
  return near * (1 + 0.6 * Math.max(0, far - 1)) ** -1.2;
}

/** Whether the eye is within a sphere: then it is all around, wherever its middle is. */
export function isWithin(eye: Eye, x: number, y: number, z: number, radius: number): boolean {
  if (eye.perspective === 0) return false;
  const back = 1 / (eye.scale * eye.perspective);
  const dx = x - eye.x + eye.along[0] * back;
  const dy = y - eye.y + eye.along[1] * back;
  const dz = z * eye.depth - eye.z + eye.along[2] * back;
  return dx * dx + dy * dy + dz * dz < radius * radius;
}

/** The camera and height after what is looked at was moved by pixels of the screen. */
export function shifted(eye: Eye, dx: number, dy: number): { x: number; y: number; z: number } {
  const { right, down, scale } = eye;
  return {
    x: eye.x - (right[0] * dx + down[0] * dy) / scale,
    y: eye.y - (right[1] * dx + down[1] * dy) / scale,
    z: eye.z - (right[2] * dx + down[2] * dy) / scale,
  };
}

/** Zooms while what is under the cursor, at the distance of the point looked at, stays there. */
export function zoomedAt(eye: Eye, x: number, y: number, factor: number): { camera: Camera; z: number } {
  const scale = clampScale(eye.scale * factor);
  const by = 1 - eye.scale / scale;
  const moved = shifted(eye, -(x - eye.middleX) * by, -(y - eye.middleY) * by);
  return { camera: { x: moved.x, y: moved.y, scale }, z: moved.z };
}

/** The same view with the point looked at moved to another distance: what is done next is done about what is there. */
export function anchored(eye: Eye, far: number): { camera: Camera; z: number } {
  if (eye.perspective === 0 || far <= nearest) return { camera: { x: eye.x, y: eye.y, scale: eye.scale }, z: eye.z };
  const by = (far - 1) / (eye.scale * eye.perspective);
  const { along } = eye;
  return { camera: { x: eye.x + along[0] * by, y: eye.y + along[1] * by, scale: eye.scale / far }, z: eye.z + along[2] * by };
}

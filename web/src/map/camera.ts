/** Where one looks: the world point in the middle of the screen, and screen pixels per world unit. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** The screen in CSS pixels, and what panels cover of it at each side. */
export interface Viewport {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const minScale = 1e-5;
const maxScale = 60;

/** The middle of the part that no panel covers. */
export function centre(v: Viewport): { x: number; y: number } {
  return { x: (v.left + v.width - v.right) / 2, y: (v.top + v.height - v.bottom) / 2 };
}

export function toScreenX(camera: Camera, v: Viewport, x: number): number {
  return (x - camera.x) * camera.scale + centre(v).x;
}

export function toScreenY(camera: Camera, v: Viewport, y: number): number {
  return (y - camera.y) * camera.scale + centre(v).y;
}

export function toWorld(camera: Camera, v: Viewport, screenX: number, screenY: number): { x: number; y: number } {
  const middle = centre(v);
  return { x: (screenX - middle.x) / camera.scale + camera.x, y: (screenY - middle.y) / camera.scale + camera.y };
}

export function clampScale(scale: number): number {
  return Math.min(maxScale, Math.max(minScale, scale));
}

/** Zooms by a factor while the world point under the cursor stays there. */
export function zoomAt(camera: Camera, v: Viewport, screenX: number, screenY: number, factor: number): Camera {
  const scale = clampScale(camera.scale * factor);
  const under = toWorld(camera, v, screenX, screenY);
  const middle = centre(v);
  return { x: under.x - (screenX - middle.x) / scale, y: under.y - (screenY - middle.y) / scale, scale };
}

/** The camera that shows a box as large as fits, with a margin in pixels. */
export function fit(box: Box, v: Viewport, margin = 24): Camera {
  const width = Math.max(60, v.width - v.left - v.right - 2 * margin);
  const height = Math.max(60, v.height - v.top - v.bottom - 2 * margin);
  const boxWidth = Math.max(box.maxX - box.minX, 1e-6);
  const boxHeight = Math.max(box.maxY - box.minY, 1e-6);
  return {
    x: (box.minX + box.maxX) / 2,
    y: (box.minY + box.maxY) / 2,
    scale: clampScale(Math.min(width / boxWidth, height / boxHeight)),
  };
}

/** The world that is on the screen, grown on each side by a part of its size. */
export function visibleBox(camera: Camera, v: Viewport, grow = 0): Box {
  const low = toWorld(camera, v, -v.width * grow, -v.height * grow);
  const high = toWorld(camera, v, v.width * (1 + grow), v.height * (1 + grow));
  return { minX: low.x, minY: low.y, maxX: high.x, maxY: high.y };
}

export interface Flight {
  durationMs: number;
  /** The camera at a part of the way, 0 to 1. */
  at: (part: number) => Camera;
}

/**
 * The smooth and efficient way between two views (van Wijk and Nuij, 2003): it zooms out, over and in, so that one
 * keeps one's bearings.
 *
 * @param span width of the screen in pixels
 */
export function flight(from: Camera, to: Camera, span: number): Flight {
  const rho = Math.SQRT2;
  const w0 = span / from.scale;
  const w1 = span / to.scale;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const d2 = dx * dx + dy * dy;
  const view = (u: number, w: number): Camera => ({ x: from.x + u * dx, y: from.y + u * dy, scale: span / w });
  if (d2 < (1e-6 * w0) ** 2) {
    const length = Math.log(w1 / w0) / rho;
    return { durationMs: duration(Math.abs(length)), at: (t) => (t >= 1 ? to : view(t, w0 * Math.exp(rho * t * length))) };
  }
  const d = Math.sqrt(d2);
  const b0 = (w1 * w1 - w0 * w0 + rho ** 4 * d2) / (2 * w0 * rho * rho * d);
  const b1 = (w1 * w1 - w0 * w0 - rho ** 4 * d2) / (2 * w1 * rho * rho * d);
  const r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0);
  const r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
  const length = (r1 - r0) / rho;
  return {
    durationMs: duration(length),
    at: (t) => {
      if (t >= 1) return to;
      const s = t * length;
      const u = (w0 / (rho * rho * d)) * (Math.cosh(r0) * Math.tanh(rho * s + r0) - Math.sinh(r0));
      return view(u, (w0 * Math.cosh(r0)) / Math.cosh(rho * s + r0));
    },
  };
}

function duration(length: number): number {
  return Math.min(1400, Math.max(260, 420 * Math.abs(length)));
}

/** Starts and ends gently. */
export function ease(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2;
}

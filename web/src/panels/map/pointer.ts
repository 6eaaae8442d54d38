import { map } from "../../map/client";

const clickPx = 5;
const twiceMs = 320;

interface Finger {
  x: number;
  y: number;
}

/** Turns pointer and wheel into what the map understands: drag, pinch, zoom, hover, click. */
export function listenToPointer(box: HTMLElement): () => void {
  const fingers = new Map<number, Finger>();
  let start: Finger | null = null;
  let dragged = false;
  let last = { at: 0, x: 0, y: 0 };
  let speed = { vx: 0, vy: 0, at: 0 };
  let hover: { x: number; y: number; touch: boolean } | null = null;

  const where = (event: MouseEvent): Finger => {
    const bounds = box.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    box.setPointerCapture(event.pointerId);
    const finger = where(event);
    fingers.set(event.pointerId, finger);
    start = finger;
    dragged = fingers.size > 1;
    speed = { vx: 0, vy: 0, at: event.timeStamp };
  };

  const move = (event: PointerEvent): void => {
    const finger = where(event);
    const before = fingers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") hoverSoon(finger, false);
      return;
    }
    if (fingers.size === 2) pinch(event.pointerId, before, finger);
    else if (start && (dragged || Math.hypot(finger.x - start.x, finger.y - start.y) > clickPx)) {
      if (!dragged) map.tell({ say: "leave" });
      dragged = true;
      const dx = finger.x - before.x;
      const dy = finger.y - before.y;
      const elapsed = Math.max(1, event.timeStamp - speed.at);
      const part = Math.min(1, elapsed / 60);
      speed = { vx: speed.vx * (1 - part) + (dx / elapsed) * part, vy: speed.vy * (1 - part) + (dy / elapsed) * part, at: event.timeStamp };
      map.tell({ say: "drag", dx, dy });
    } else return;
    fingers.set(event.pointerId, finger);
  };

  const pinch = (id: number, before: Finger, finger: Finger): void => {
    const other = [...fingers].find(([key]) => key !== id)![1];
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(finger.x - other.x, finger.y - other.y);
    map.tell({ say: "drag", dx: (finger.x - before.x) / 2, dy: (finger.y - before.y) / 2 });
    if (was > 8) map.tell({ say: "zoom", x: (finger.x + other.x) / 2, y: (finger.y + other.y) / 2, factor: is / was });
  };

  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    const finger = where(event);
    const touch = event.pointerType === "touch";
    if (!dragged && event.type === "pointerup") {
      const twice = event.timeStamp - last.at < twiceMs && Math.hypot(finger.x - last.x, finger.y - last.y) < 12;
      last = { at: twice ? 0 : event.timeStamp, ...finger };
      map.tell({ say: "click", ...finger, touch, twice });
    } else if (dragged && fingers.size === 0 && event.timeStamp - speed.at < 60) map.tell({ say: "release", vx: speed.vx, vy: speed.vy });
    if (fingers.size > 0) {
      start = [...fingers.values()][0];
      dragged = true;
    }
  };

  const hoverSoon = (finger: Finger, touch: boolean): void => {
    const asked = hover !== null;
    hover = { ...finger, touch };
    if (asked) return;
    requestAnimationFrame(() => {
      if (hover && fingers.size === 0) map.tell({ say: "hover", ...hover });
      hover = null;
    });
  };

  const leave = (): void => {
    hover = null;
    map.tell({ say: "leave" });
  };

  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? box.clientHeight : 1);
    // A pinch on a trackpad comes as a wheel with Ctrl, in finer steps.
    const factor = Math.exp(-Math.max(-240, Math.min(240, pixels)) * (event.ctrlKey ? 0.01 : 0.0021));
    map.tell({ say: "zoom", ...where(event), factor });
  };

  const once = new AbortController();
  const { signal } = once;
  box.addEventListener("pointerdown", down, { signal });
  box.addEventListener("pointermove", move, { signal });
  box.addEventListener("pointerup", up, { signal });
  box.addEventListener("pointercancel", up, { signal });
  box.addEventListener("pointerleave", leave, { signal });
  box.addEventListener("wheel", wheel, { passive: false, signal });
  return () => once.abort();
}

import { map, mapState } from "../../map/client";
import { boxOf } from "../../map/lasso";
import { view } from "../../state/view";
import { drawLoop } from "./loop";

const clickPx = 5;
const twiceMs = 320;
const longPressMs = 480;
/** Points of a lasso that are nearer to one another than this are one. */
const lassoStepPx = 4;

interface Finger {
  x: number;
  y: number;
}

/** What a drag does: turns or moves the map, moves it, moves a thing, or encloses things in a box or a loop. */
type Drag = "map" | "pan" | { carry: string } | { loop: number[]; free: boolean; add: boolean };

/** Turns pointer and wheel into what the map understands: drag, pinch, zoom, hover, click, enclose. */
export function listenToPointer(box: HTMLElement): () => void {
  const fingers = new Map<number, Finger>();
  const loop = drawLoop(box);
  let start: Finger | null = null;
  let drag: Drag = "map";
  let dragged = false;
  let last = { at: 0, x: 0, y: 0 };
  let speed = { vx: 0, vy: 0, at: 0 };
  let hover: { x: number; y: number; touch: boolean } | null = null;
  let pressing: ReturnType<typeof setTimeout> | undefined;

  const where = (event: MouseEvent): Finger => {
    const bounds = box.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0 && event.button !== 2) return;
    box.setPointerCapture(event.pointerId);
    const finger = where(event);
    fingers.set(event.pointerId, finger);
    start = finger;
    dragged = fingers.size > 1;
    drag = dragOf(event);
    if (typeof drag === "object" && "loop" in drag) drag.loop.push(finger.x, finger.y);
    speed = { vx: 0, vy: 0, at: event.timeStamp };
    clearTimeout(pressing);
    if (event.pointerType === "touch" && fingers.size === 1) {
      pressing = setTimeout(() => {
        // A long press adds to what is selected, as Shift does where there are keys.
        if (dragged || fingers.size !== 1) return;
        dragged = true;
        drag = "pan";
        if ("vibrate" in navigator) navigator.vibrate(12);
        map.tell({ say: "click", ...finger, touch: true, twice: false, add: true });
      }, longPressMs);
    }
  };

  const dragOf = (event: PointerEvent): Drag => {
    if (event.button === 2) return "pan";
    if (event.altKey || event.shiftKey) return { loop: [], free: event.altKey, add: event.ctrlKey || event.metaKey };
    const on = mapState.get().hovered?.id;
    const { selected, also, dimensions } = view.get();
    // What is selected is taken along by a drag that begins on it; all else is ground.
    if (event.pointerType === "mouse" && dimensions === 2 && on && (on === selected || also.includes(on))) return { carry: on };
    return "map";
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
      goOn(event, finger, finger.x - before.x, finger.y - before.y);
    } else return;
    fingers.set(event.pointerId, finger);
  };

  const goOn = (event: PointerEvent, finger: Finger, dx: number, dy: number): void => {
    if (drag === "map" || drag === "pan") {
      const elapsed = Math.max(1, event.timeStamp - speed.at);
      const part = Math.min(1, elapsed / 60);
      speed = { vx: speed.vx * (1 - part) + (dx / elapsed) * part, vy: speed.vy * (1 - part) + (dy / elapsed) * part, at: event.timeStamp };
      map.tell({ say: drag === "pan" ? "pan" : "drag", dx, dy });
    } else if ("carry" in drag) map.tell({ say: "carry", id: drag.carry, dx, dy, done: false });
    else {
      const { loop: points } = drag;
      if (!drag.free) drag.loop = boxOf(start!.x, start!.y, finger.x, finger.y);
      else if (Math.hypot(finger.x - points.at(-2)!, finger.y - points.at(-1)!) >= lassoStepPx) points.push(finger.x, finger.y);
      loop.show(drag.loop);
    }
  };

  const pinch = (id: number, before: Finger, finger: Finger): void => {
    const other = [...fingers].find(([key]) => key !== id)![1];
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(finger.x - other.x, finger.y - other.y);
    map.tell({ say: "pan", dx: (finger.x - before.x) / 2, dy: (finger.y - before.y) / 2 });
    if (was > 8) map.tell({ say: "zoom", x: (finger.x + other.x) / 2, y: (finger.y + other.y) / 2, factor: is / was });
  };

  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    clearTimeout(pressing);
    const finger = where(event);
    const touch = event.pointerType === "touch";
    if (!dragged && event.type === "pointerup") {
      if (event.button === 2) return;
      const twice = event.timeStamp - last.at < twiceMs && Math.hypot(finger.x - last.x, finger.y - last.y) < 12;
      last = { at: twice ? 0 : event.timeStamp, ...finger };
      map.tell({ say: "click", ...finger, touch, twice, add: event.shiftKey || event.ctrlKey || event.metaKey });
    } else if (dragged && fingers.size === 0) letGo(event);
    if (fingers.size > 0) {
      start = [...fingers.values()][0];
      dragged = true;
      drag = "map";
    }
  };

  const letGo = (event: PointerEvent): void => {
    if (drag === "map" || drag === "pan") {
      if (event.timeStamp - speed.at < 60) map.tell({ say: "release", vx: speed.vx, vy: speed.vy });
    } else if ("carry" in drag) map.tell({ say: "carry", id: drag.carry, dx: 0, dy: 0, done: true });
    else {
      loop.hide();
      if (event.type === "pointerup" && drag.loop.length >= 6) map.tell({ say: "enclose", polygon: drag.loop, add: drag.add });
    }
    drag = "map";
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
  // The right button moves the map.
  box.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  return () => {
    once.abort();
    clearTimeout(pressing);
    loop.remove();
  };
}

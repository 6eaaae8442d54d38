import { useViewportSize } from "@mantine/hooks";
import { useEffect, useRef, type PointerEvent, type ReactElement } from "react";
import { map, mapState } from "../../map/client";
import { looks } from "../../state/looks";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { frameOf, size } from "./frame";
import classes from "./MapView.module.css";

/** The whole map in a corner, once one sees only a part of it; a drag there moves the view. Not on a phone, which has no room. */
export function Overview(): ReactElement | null {
  const wanted = useStore(looks, (l) => l.overview);
  const part = useStore(view, (v) => v.camera !== null);
  const way = useStore(mapState, (m) => m.way !== null);
  const there = useStore(mapState, (m) => m.summary !== null && m.broken === null);
  const { width } = useViewportSize();
  const shown = wanted && width > 760;
  useEffect(() => {
    map.tell({ say: "overview", size: shown ? { ...size, ratio: Math.min(2, devicePixelRatio || 1) } : null });
  }, [shown]);
  return shown && part && there && !way ? <Corner /> : null;
}

function Corner(): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overview = useStore(mapState, (m) => m.overview);
  const box = useStore(mapState, (m) => m.box);
  const deep = useStore(view, (v) => v.dimensions === 3);
  const side = useStore(view, (v) => v.side !== null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !overview) return;
    canvas.current!.width = overview.picture.width;
    canvas.current!.height = overview.picture.height;
    context.drawImage(overview.picture, 0, 0);
  }, [overview]);
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (!overview) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y, scale } = overview.camera;
    map.tell({ say: "look-at", x: x + (event.clientX - left - size.width / 2) / scale, y: y + (event.clientY - top - size.height / 2) / scale });
  };
  const frame = overview && box ? frameOf(box, overview.camera) : null;
  return (
    <div
      className={`card ${classes.overview}`}
      data-side={side || undefined}
      role="img"
      aria-label="Overview of the whole map, with what is seen of it; the arrow keys move the map"
      style={size}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    >
      <canvas ref={canvas} />
      {frame && <div className={classes.seen} data-deep={deep || undefined} style={frame} />}
    </div>
  );
}

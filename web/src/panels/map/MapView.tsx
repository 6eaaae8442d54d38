import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, type KeyboardEvent, type ReactElement } from "react";
import { selectEnclosed, toggleSelected } from "../../actions/selection";
import { flyToNode } from "../../actions/flyToNode";
import { moveThing } from "../../actions/moveThing";
import { selectEdge } from "../../actions/selectEdge";
import { selectNode } from "../../actions/selectNode";
import { followView } from "../../map/arranged";
import { map, mapState } from "../../map/client";
import type { Side } from "../../map/protocol";
import { mapPanels } from "../../state/mapPanels";
import { useStore } from "../../state/store";
import { outlinePx, sideCoverPx, view } from "../../state/view";
import { listenToPointer } from "./pointer";
import { Hint } from "./Hint";
import classes from "./MapView.module.css";

function isCalm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The same object while it is the same side: the address need not be written again. */
function sameSide(now: Side, before: Side | null): Side {
  return before !== null && before.yaw === now.yaw && before.pitch === now.pitch && before.z === now.z ? before : now;
}

/** The map: a canvas that the worker draws on; here are only its size, the pointer and the keys. */
export function MapView(): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const dark = useComputedColorScheme("light") === "dark";
  const latestDark = useRef(dark);
  const side = useStore(view, (v) => v.side !== null);
  const outline = useStore(view, (v) => v.outline);
  const pointed = useStore(mapState, (m) => m.hovered !== null || m.touched !== null);
  const drawing = useStore(mapState, (m) => m.drawing?.by);
  const loaded = useStore(mapState, (m) => m.edition);
  const filtering = useStore(mapPanels, (p) => p.filter);
  const table = useStore(view, (v) => v.table);
  const empty = useStore(mapState, (m) => m.summary?.items === 0);

  useEffect(() => {
    const box = place.current!;
    const size = (): { width: number; height: number; ratio: number } => ({ width: box.clientWidth, height: box.clientHeight, ratio: Math.min(3, devicePixelRatio || 1) });
    map.attach(
      {
        // Made here and not by React: a canvas can be handed to a worker only once, and another worker needs another.
        canvas: () => {
          const canvas = document.createElement("canvas");
          canvas.className = classes.canvas!;
          box.append(canvas);
          return canvas;
        },
        size,
        look: () => ({ dark: latestDark.current, calm: isCalm() }),
      },
      {
        picked: (id, add) => (add && id !== null ? toggleSelected(id) : add ? undefined : selectNode(id)),
        pickedEdge: selectEdge,
        enclosed: selectEnclosed,
        carried: moveThing,
        moved: (camera, turned) => view.put({ camera, ...(view.get().dimensions === 3 ? { turned: sameSide(turned, view.get().turned) } : {}) }),
        stopped: () => view.put({ outline: true }),
      },
    );
    const unfollow = followView();
    const watch = new ResizeObserver(() => map.tell({ say: "size", ...size() }));
    watch.observe(box);
    const stop = listenToPointer(box);
    return () => {
      watch.disconnect();
      stop();
      unfollow();
      map.detach();
    };
  }, []);

  useEffect(() => {
    latestDark.current = dark;
    map.tell({ say: "look", dark, calm: isCalm() });
  }, [dark]);

  useEffect(() => {
    const cover = (): void => {
      const { clientWidth, clientHeight } = place.current!;
      const narrow = clientWidth <= 760;
      map.tell({
        say: "covered",
        left: outlinePx(view.get(), clientWidth),
        right: sideCoverPx(view.get(), clientWidth),
        top: 40,
        bottom: narrow && filtering ? clientHeight * 0.62 : narrow && side ? clientHeight * 0.56 : narrow && outline ? clientHeight * 0.7 : 0,
      });
    };
    cover();
    addEventListener("resize", cover);
    return () => removeEventListener("resize", cover);
  }, [side, outline, table, filtering]);

  const press = (event: KeyboardEvent): void => {
    const step = 90;
    const steer = (dx: number, dy: number, factor = 1): void => {
      event.preventDefault();
      map.tell({ say: "steer", dx, dy, factor });
    };
    const walk = (direction: "left" | "right" | "up" | "down" | "in" | "out"): void => {
      event.preventDefault();
      void map.step(view.get().selected, direction).then((item) => {
        if (item) flyToNode(item.id);
      });
    };
    if (event.ctrlKey || event.metaKey) return;
    const arrow = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" }[event.key] as "left" | "right" | "up" | "down" | undefined;
    if (arrow && event.shiftKey) walk(arrow);
    else if (arrow) steer(arrow === "left" ? -step : arrow === "right" ? step : 0, arrow === "up" ? -step : arrow === "down" ? step : 0);
    else if (event.key === "+" || event.key === "=") steer(0, 0, 1.5);
    else if (event.key === "-" || event.key === "_") steer(0, 0, 1 / 1.5);
    else if (event.key === "Backspace") walk("out");
    else if (event.key === "Enter" && event.shiftKey) walk("in");
    else if (event.key === "Enter") {
      const { selected } = view.get();
      if (selected) flyToNode(selected);
      else walk("in");
    }
  };

  return (
    <>
      {/* An application of its own keys; the outline beside it says the same to those who cannot see it. */}
      <div ref={place} className={classes.map} role="application" tabIndex={0} aria-label="Map" aria-describedby="map-keys" data-drawing={drawing} data-edition={loaded} data-on={pointed || undefined} aria-hidden={empty || undefined} onKeyDown={press} />
      <p id="map-keys" className="hidden-text">
        Arrow keys move, plus and minus zoom, 0 shows all. Shift and an arrow goes to the next thing, Shift and Enter into a group, Backspace out of it, Enter flies to the
        selected thing. Full stop and comma go through its edges. N shows only what is around it, H hides it, 3 changes between two and three dimensions. O opens the outline, slash looks up by name.
      </p>
      <Hint />
    </>
  );
}

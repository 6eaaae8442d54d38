import type { ReactElement } from "react";
import { useTypeColour } from "../../state/typeColour";
import { mapState } from "../../map/client";
import { useStore } from "../../state/store";
import { number, date } from "../../look/format";
import { EdgeHint } from "./EdgeHint";
import classes from "./MapView.module.css";

/** What the pointer is on: a thing, or an edge. */
export function Hint(): ReactElement | null {
  const on = useStore(mapState, (m) => m.hovered !== null);
  return on ? <ThingHint /> : <EdgeHint />;
}

function ThingHint(): ReactElement | null {
  const item = useStore(mapState, (m) => m.hovered);
  const colour = useTypeColour();
  if (!item) return null;
  const under = item.y < 90;
  return (
    <div className={`card ${classes.hint}`} style={{ left: item.x, top: Math.max(item.y, 8) }} data-under={under || undefined} role="presentation">
      <div className={classes.hintName}>{item.name}</div>
      <div className="row small muted">
        <span className="dot" style={{ background: colour(item.colour) }} />
        {item.type ?? "Group"}
        {item.gone && " · gone"}
        {item.isGroup && !item.gone && ` · ${number(item.count)} inside`}
        {!item.isGroup && item.edges > 0 && ` · ${number(item.edges)} ${item.edges === 1 ? "edge" : "edges"}`}
      </div>
      {Number.isFinite(item.from) && item.from > 0 && (
        <div className="small muted">
          {Number.isFinite(item.to) ? `${date(item.from)} – ${date(item.to)}` : `since ${date(item.from)}`}
        </div>
      )}
    </div>
  );
}

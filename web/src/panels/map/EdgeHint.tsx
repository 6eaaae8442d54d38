import type { ReactElement } from "react";
import { number } from "../../look/format";
import { mapState } from "../../map/client";
import { useStore } from "../../state/store";
import classes from "./MapView.module.css";

/** The edge that the pointer is on: its ends and type; of many, how many there are of each type, there and back. */
export function EdgeHint(): ReactElement | null {
  const edge = useStore(mapState, (m) => m.touched);
  if (!edge) return null;
  const { from, to, tallies, types, total } = edge;
  const [first] = tallies;
  return (
    <div className={`card ${classes.hint}`} style={{ left: edge.x, top: Math.max(edge.y - 6, 8) }} data-under={edge.y < 90 || undefined} role="presentation">
      {total === 1 ? (
        <div className={classes.hintName}>
          <bdi>{(first.there > 0 ? from : to).name}</bdi> —<span className={classes.edgeType}>{first.type || "tied"}</span>→ <bdi>{(first.there > 0 ? to : from).name}</bdi>
        </div>
      ) : (
        <>
          <div className={classes.hintName}>
            <bdi>{from.name}</bdi> {edge.directed ? "→" : "↔"} <bdi>{to.name}</bdi>
          </div>
          {tallies.map((t) => (
            <div key={t.type} className="row small muted">
              <bdi className="grow">{t.type || "tied"}</bdi>
              {t.there > 0 && <span>{number(t.there)} →</span>}
              {t.back > 0 && <span>← {number(t.back)}</span>}
            </div>
          ))}
          {types > tallies.length && <div className="small muted">and {number(types - tallies.length)} more types</div>}
        </>
      )}
    </div>
  );
}

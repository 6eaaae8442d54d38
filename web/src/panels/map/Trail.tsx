import { fitMap } from "../../actions/fitMap";
import type { ReactElement } from "react";
import { map, mapState } from "../../map/client";
import { useStore } from "../../state/store";
import { outlinePx, sideCoverPx, view } from "../../state/view";
import classes from "./MapView.module.css";

/** Further out than these, groups are one step: names that are cut to a letter say nothing. */
const mostShown = 4;

/** With less room it stands below what tells of the past, and not beside that. */
const leastBesidePx = 1000;

/** The groups that one is in, the outermost first. */
export function Trail(): ReactElement | null {
  const trail = useStore(mapState, (m) => m.trail);
  const covered = useStore(view, (v) => outlinePx(v, innerWidth));
  const low = useStore(view, (v) => v.time !== null && innerWidth - outlinePx(v, innerWidth) - sideCoverPx(v, innerWidth) < leastBesidePx);
  if (trail.length === 0) return null;
  const outer = trail.slice(0, -mostShown);
  const inner = trail.slice(-mostShown);
  const last = outer.at(-1);
  return (
    <nav className={`card ${classes.trail}`} aria-label="Groups around the view" data-low={low || undefined} style={covered > 0 ? { left: covered + 12 } : undefined}>
      <button type="button" className={`plain cut ${classes.crumb}`} onClick={fitMap.run}>
        All
      </button>
      {last && (
        <button type="button" className={`plain ${classes.crumb}`} title={outer.map((step) => step.name).join(" › ")} aria-label={`${last.name}, one of ${outer.length} groups further out`} onClick={() => map.tell({ say: "fly", id: last.id })}>
          <span className="muted">› </span>…
        </button>
      )}
      {inner.map((step, k) => (
        <button key={step.id} type="button" className={`plain cut ${classes.crumb}`} data-inner={k >= inner.length - 2 || undefined} onClick={() => map.tell({ say: "fly", id: step.id })}>
          <span className="muted">› </span>
          {step.name}
        </button>
      ))}
    </nav>
  );
}

import { fitMap } from "../../actions/fitMap";
import { ActionIcon } from "@mantine/core";
import { useViewportSize } from "@mantine/hooks";
import { useState, type ReactElement } from "react";
import { useTypeColour } from "../../look/colour";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { otherColour } from "../../look/palette";
import { map, mapState } from "../../map/client";
import { useStore } from "../../state/store";
import { outlinePx, view } from "../../state/view";
import classes from "./MapView.module.css";

const mostRows = 9;

/** What the colours mean; a click points one type out. And the buttons to zoom. */
export function Legend(): ReactElement {
  const types = useStore(mapState, (m) => m.types);
  const highlighted = useStore(mapState, (m) => m.highlighted);
  const side = useStore(view, (v) => v.side !== null);
  const covered = useStore(view, (v) => outlinePx(v, innerWidth));
  const colour = useTypeColour();
  const [chosen, choose] = useState<boolean | null>(null);
  const { width } = useViewportSize();
  // Where panels leave little room, it opens only when asked to.
  const shown = chosen ?? width - (side ? 392 : 0) - covered >= 860;
  const rows = types.filter((t) => t.colour < otherColour).slice(0, mostRows);
  const others = types.filter((t) => t.colour >= otherColour && !["Folder", "Group"].includes(t.type));
  return (
    <>
      {rows.length > 0 && (
        <section className={`card ${classes.legend}`} aria-label="Legend" style={covered > 0 && width > 760 ? { left: covered + 12 } : undefined}>
          <button type="button" className={`plain ${classes.legendRow} muted`} aria-expanded={shown} onClick={() => choose(!shown)}>
            <Icon name={shown ? "down" : "right"} size={12} /> Types
          </button>
          {shown &&
            rows.map((t) => (
              <button
                key={t.type}
                type="button"
                className={`plain ${classes.legendRow}`}
                aria-pressed={highlighted === t.type}
                onClick={() => map.highlight(highlighted === t.type ? null : t.type)}
              >
                <span className="dot" style={{ background: colour(t.colour) }} />
                <span className="grow cut">{t.type}</span>
                <span className="muted">{number(t.count)}</span>
              </button>
            ))}
          {shown && others.length > 0 && (
            <div className={classes.legendRow}>
              <span className="dot" style={{ background: colour(otherColour) }} />
              <span className="grow cut">{others.length === 1 ? others[0].type : `${others.length} other types`}</span>
              <span className="muted">{number(others.reduce((sum, t) => sum + t.count, 0))}</span>
            </div>
          )}
        </section>
      )}
      <div className={`card ${classes.zoom}`} data-side={side || undefined} role="group" aria-label="Zoom">
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Zoom in" onClick={() => map.tell({ say: "steer", dx: 0, dy: 0, factor: 1.6 })}>
          <Icon name="add" />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Zoom out" onClick={() => map.tell({ say: "steer", dx: 0, dy: 0, factor: 1 / 1.6 })}>
          <Icon name="minus" />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Show all" onClick={fitMap.run}>
          <Icon name="fit" />
        </ActionIcon>
      </div>
    </>
  );
}

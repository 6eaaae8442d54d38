import { ActionIcon, Button, CloseButton } from "@mantine/core";
import type { ReactElement } from "react";
import { arrangeAnew } from "../../actions/arrangeAnew";
import { putCondition, resetFilters, switchRest } from "../../actions/filterMap";
import { flyToNode } from "../../actions/flyToNode";
import { showHidden } from "../../actions/showHidden";
import { showNeighbourhood } from "../../actions/showNeighbourhood";
import { useTypeColour } from "../../state/typeColour";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { arranged } from "../../map/arranged";
import { map, mapState } from "../../map/client";
import { mapPanels } from "../../state/mapPanels";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { conditionText } from "./conditionText";
import classes from "./MapView.module.css";

/** What is left out of the map or stands elsewhere, so that nobody takes it for all there is. */
export function MapNotes(): ReactElement {
  return (
    <div>
      <div className={classes.notes}>
        <Left />
        <Filters />
      </div>
    </div>
  );
}

function Left(): ReactElement | null {
  const { hidden, only, moved } = useStore(arranged, (a) => a);
  const shown = useStore(mapState, (m) => m.shown);
  const moves = Object.keys(moved).length;
  if (hidden.length === 0 && only === null && moves === 0) return null;
  const parts = [
    only === null ? "" : `Only what is around ${only.length === 1 ? "one thing" : `${number(only.length)} things`}: ${number(shown)}`,
    hidden.length === 0 ? "" : `${number(hidden.length)} hidden`,
    moves === 0 ? "" : `${number(moves)} moved`,
  ].filter((part) => part !== "");
  const back = only !== null ? showNeighbourhood : hidden.length > 0 ? showHidden : arrangeAnew;
  return (
    <div className={`card ${classes.state}`} role="status">
      <span className="cut">{parts.join(" · ")}</span>
      <Button size="compact-xs" variant="light" radius="xl" onClick={back.run}>
        {only !== null ? "Show all" : hidden.length > 0 ? "Show them" : "Put back"}
      </Button>
    </div>
  );
}

/** The filters that hold, each with a way to take it off. */
function Filters(): ReactElement | null {
  const conditions = useStore(view, (v) => v.conditions);
  const hides = useStore(view, (v) => v.hides);
  const filtered = useStore(mapState, (m) => m.filtered);
  const open = useStore(mapPanels, (p) => p.filter);
  // The panel tells the same.
  if (conditions.length === 0 || open) return null;
  return (
    <div className={`card ${classes.state} ${classes.filters}`} role="group" aria-label="Filters of the map">
      {conditions.map((c) => (
        <span key={c.key} className={classes.filterChip}>
          <button type="button" className="plain cut" title="Change the filters" onClick={() => mapPanels.put({ filter: true })}>
            {conditionText(c)}
          </button>
          <CloseButton size={24} iconSize={14} aria-label={`Remove the filter ${conditionText(c)}`} onClick={() => putCondition(c.key, null)} />
        </span>
      ))}
      <button type="button" className="plain small muted" title="Dim or hide the rest" onClick={switchRest.run}>
        {filtered === null || filtered.waiting ? "…" : (filtered.problem ?? `${number(filtered.found)} of ${number(filtered.of)}${hides ? "" : " lit"}`)}
      </button>
      <Button size="compact-xs" variant="light" radius="xl" onClick={resetFilters.run}>
        Reset
      </Button>
    </div>
  );
}

/** The path that is shown. */
export function Way(): ReactElement | null {
  const way = useStore(mapState, (m) => m.way);
  const side = useStore(view, (v) => v.side !== null);
  const colour = useTypeColour();
  if (!way) return null;
  const steps = way.length - 1;
  return (
    <section className={`card ${classes.way}`} data-side={side || undefined} aria-label="Path">
      <div className="row">
        <strong className="grow">
          {number(steps)} {steps === 1 ? "step" : "steps"}
        </strong>
        <ActionIcon variant="subtle" color="gray" aria-label="Show the path on the map" onClick={() => map.tell({ say: "fly-to-all", ids: way.map((item) => item.id) })}>
          <Icon name="target" size={16} />
        </ActionIcon>
        <CloseButton aria-label="Put the path away" onClick={() => map.showWay(null)} />
      </div>
      <ol>
        {way.map((item) => (
          <li key={item.id}>
            <button type="button" className={`plain ${classes.step}`} onClick={() => flyToNode(item.id)}>
              <span className="dot" style={{ background: colour(item.colour) }} />
              <span className="grow cut">{item.name}</span>
              <span className="muted small">{item.type ?? "Group"}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

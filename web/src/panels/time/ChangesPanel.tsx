import { Button, Loader } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { compareTimes } from "../../actions/compareTimes";
import { flyToNode } from "../../actions/flyToNode";
import type { Change, ChangeKind } from "../../api/contract";
import { Choice } from "../../look/Choice";
import { moment, number, second } from "../../look/format";
import { Problem } from "../../look/Problem";
import { VirtualList } from "../../look/VirtualList";
import { changeColours, compared } from "../../state/changes";
import { grainOf, minuteMs, range } from "../../state/range";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import classes from "./Changes.module.css";

const kinds: readonly ChangeKind[] = ["added", "changed", "removed"];
const signs: Record<ChangeKind, string> = { added: "+", changed: "~", removed: "−" };
const choices = [{ value: "all", label: "All" }, { value: "added", label: "Added" }, { value: "changed", label: "Changed" }, { value: "removed", label: "Removed" }] as const;
const rowPx = 38;

/** An edge is told by its ends. */
function edgeText({ name, from, to }: Change): string {
  return from && to ? `${from.name || "(no name)"} ${name} ${to.name || "(no name)"}` : `${name} →`;
}

/** Its type, and what it lies in, which tells it from others of its name. */
function whatItIs({ name, types = [], path = "" }: Pick<Change, "name" | "types" | "path">): string {
  const parts = path.split("/");
  const within = parts.at(-1) === name ? parts.at(-2) : parts.at(-1);
  return [types.at(0), within].filter((part) => part !== undefined && part !== "").join(" · ");
}

/** To the thing, or to what the edge leaves; what is gone is marked where it stood. */
function goTo(change: Change): void {
  flyToNode(change.from?.id ?? change.thing);
}

/** What differs between the moment that is shown and the one it is compared with. */
export function ChangesPanel(): ReactElement {
  const { changes, problem, asking } = useStore(compared, (c) => c);
  const since = useStore(view, (v) => v.since);
  const time = useStore(view, (v) => v.time);
  const clock = useStore(view, (v) => v.clock);
  const words = useStore(range, (r) => (r.end > 0 && grainOf(r.end - r.start) < minuteMs ? second : moment));
  const [kind, setKind] = useState<"all" | ChangeKind>("all");
  if (since === null) {
    return (
      <div className={classes.none}>
        <p>Choose two moments on the time slider, to see what was added, changed and removed between them.</p>
        <Button size="compact-sm" variant="light" onClick={compareTimes.run}>
          Compare two moments
        </Button>
      </div>
    );
  }
  const list = changes?.changes.filter((c) => kind === "all" || c.kind === kind) ?? [];
  const total = changes === null ? 0 : kinds.reduce((sum, k) => sum + changes[k].nodes + changes[k].edges, 0);
  return (
    <>
      <div className={classes.head}>
        <p>
          From <strong>{"time" in since ? words(since.time) : `event ${number(since.position)}`}</strong> to <strong>{time === null ? "now" : words(time)}</strong>
          {asking && changes && <Loader size={12} ml={8} aria-label="Comparing" />}
        </p>
        {changes && (
          <div className={classes.amounts}>
            {kinds.map((k) => (
              <div key={k}>
                <div className={classes.amount}>
                  <span className="dot" style={{ background: changeColours[k] }} /> {signs[k]}
                  {number(changes[k].nodes)}
                </div>
                <div className="small muted">
                  {changes[k].nodes === 1 ? "node" : "nodes"} {k}
                  {changes[k].edges > 0 && ` · ${number(changes[k].edges)} ${changes[k].edges === 1 ? "edge" : "edges"}`}
                </div>
              </div>
            ))}
          </div>
        )}
        {changes?.totals?.some((t) => t.isEdge && t.type === "declares") && clock === "effective" && (
          <p className="small muted">Types and functions are dated by the last commit to their file.</p>
        )}
        <Choice label="Which changes" value={kind} onChoose={setKind} choices={choices} />
      </div>
      <Problem className={classes.none} text={problem} />
      {!changes && asking && (
        <p className={classes.none} role="status">
          <Loader size={14} mr={8} aria-hidden="true" />
          Comparing the two moments…
        </p>
      )}
      {changes && list.length === 0 && !asking && <p className={classes.none}>Nothing of that kind.</p>}
      {list.length > 0 && (
        <VirtualList
          count={list.length}
          rowPx={rowPx}
          label="What changed"
          row={(k) => {
            const change = list[k];
            return (
              <div role="listitem">
                <button type="button" className={`plain ${classes.change}`} disabled={change.isEdge && !change.from} title={change.isEdge ? edgeText(change) : change.path} onClick={() => goTo(change)}>
                  <span className="dot" style={{ background: changeColours[change.kind] }} />
                  <span className="grow cut" dir="auto">
                    {change.isEdge ? edgeText(change) : change.name || "(no name)"} {!change.isEdge && <span className="small muted">{whatItIs(change)}</span>}
                  </span>
                  <span className="small muted">{change.kind}</span>
                </button>
              </div>
            );
          }}
        />
      )}
      {changes && changes.changes.length < total && <p className={classes.foot}>{number(changes.changes.length)} of {number(total)} are listed.</p>}
    </>
  );
}

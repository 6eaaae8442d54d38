import { Loader } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { number } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { stream } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api } from "../../state/workspace";
import { queryOfFilter, writeFilter, type EventFilter } from "./filter";
import { layOutFlow, ratePerMinute } from "./flow";
import { eventTitle } from "./sentence";
import classes from "./Events.module.css";

const bandsPx = 76;
const rateMinutes = 5;
const tickMs = 5_000;

/** Which contexts make how many events of which types, and what comes just now; a click narrows the list. */
export function Flow({ filter, last }: { filter: EventFilter; last: number }): ReactElement {
  const [now, setNow] = useState(() => Date.now());
  const [upTo, setUpTo] = useState(last);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      setUpTo(last);
    }, tickMs);
    return () => clearInterval(timer);
  }, [last]);
  const { context, type, ...rest } = filter;
  const query = queryOfFilter(rest) ?? {};
  const { value, problem, slow } = useAnswer(`${JSON.stringify(query)} ${upTo}`, JSON.stringify(query), (signal) => api().eventCounts(query, 60, signal));
  const events = useStore(stream, (s) => s.events);
  if (problem !== null) return <p className={classes.none}>{problem}</p>;
  if (!value) return <div className={classes.flow}>{slow && <Loader size="sm" aria-label="Counting events" />}</div>;
  const { contexts, bands, height } = layOutFlow(value.types, bandsPx);
  const rates = new Map(value.types.map((t) => [t.type, ratePerMinute(events.filter((e) => e.type === t.type).map((e) => Date.parse(e.recordedAt)), now, rateMinutes)]));
  const most = Math.max(1, ...value.intervals.map((i) => i.count));
  const narrow = (change: EventFilter): void => view.put({ filter: writeFilter({ ...rest, ...change }) });
  return (
    <section className={classes.flow} aria-label="What flows">
      <svg className={classes.spark} viewBox={`0 0 ${Math.max(1, value.intervals.length)} 20`} preserveAspectRatio="none" role="img" aria-label={`When ${number(value.count)} events were recorded`}>
        <path d={value.intervals.map((i, x) => (i.count === 0 ? "" : `M${x + 0.1} 20v${-Math.max(1, 20 * Math.sqrt(i.count / most))}h.8V20Z`)).join("")} />
      </svg>
      <div className={classes.flowBody} style={{ height }}>
        <div className={classes.flowSide}>
          {contexts.map((c) => (
            <button key={c.name} type="button" className={`plain ${classes.flowBox}`} data-kind={c.name} data-chosen={c.name === context || undefined} style={{ top: c.y, height: c.height }} aria-pressed={c.name === context} onClick={() => narrow(c.name === context ? {} : { context: c.name })}>
              {c.name}
            </button>
          ))}
        </div>
        <svg width={bandsPx} height={height} aria-hidden="true">
          {bands.map((b) => (
            <path key={b.type} d={b.path} className={classes.band} data-kind={b.context} data-live={(rates.get(b.type) ?? 0) > 0 || undefined} data-chosen={b.type === type || undefined} />
          ))}
        </svg>
        <div className="grow" style={{ position: "relative" }}>
          {bands.map((b) => (
            <button key={b.type} type="button" className={`plain ${classes.flowType}`} data-chosen={b.type === type || undefined} style={{ top: b.y, height: b.height }} aria-pressed={b.type === type} onClick={() => narrow(b.type === type ? {} : { type: b.type })}>
              <span className="grow cut">{eventTitle(b.type)}</span>
              <span className="small muted">
                {number(b.count)}
                {(rates.get(b.type) ?? 0) > 0 && ` · ${rates.get(b.type)!.toFixed(1)}/min`}
              </span>
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}

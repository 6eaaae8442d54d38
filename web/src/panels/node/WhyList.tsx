import { Loader } from "@mantine/core";
import type { ReactElement } from "react";
import type { EventRecord } from "../../api/contract";
import { date, moment } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { useSourceName } from "../../state/sources";
import { api } from "../../state/workspace";
import { actorOf, eventTitle } from "../events/sentence";
import { shown } from "./value";
import classes from "./Node.module.css";

/** Why a value is what it is: the statements, their sources, the events behind them, and where they were read. */
export function WhyList({ id, property }: { id: string; property: string | null }): ReactElement {
  const nameOf = useSourceName();
  const { value, problem, slow } = useAnswer(`${id} ${property ?? ""}`, id, (signal) => api().why(id, property, signal));
  if (problem !== null) return <p className={classes.problem}>{problem}</p>;
  if (!value) return <div className={classes.wait}>{slow && <Loader size="xs" aria-label="Loading" />}</div>;
  if (value.why.length === 0) return <p className="small muted">No statement of it is left.</p>;
  return (
    <ol className={classes.why} aria-label={`Why this ${property ?? "name"}`}>
      {value.why.map((w, k) => (
        <li key={k}>
          <div>
            <strong>{shown(w.statement.value)}</strong>, says {nameOf(w.source)}
          </div>
          {w.location && (
            <div className={classes.place}>
              {w.location.file}
              {w.location.line !== undefined && `:${w.location.line}`}
              {w.location.commit && ` @ ${w.location.commit.slice(0, 10)}`}
            </div>
          )}
          {w.import && (
            <div className="small muted">
              read by {w.import.reader} from {w.import.location ?? w.import.label}
            </div>
          )}
          {w.events.map((e) => (
            <EventLine key={e.position} event={e} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function EventLine({ event }: { event: EventRecord }): ReactElement {
  return (
    <div className="small muted" title={`recorded ${moment(event.recordedAt)}`}>
      event {event.position} · {eventTitle(event.type)} · {date(event.effectiveAt)}
      {actorOf(event) && ` · ${actorOf(event)!}`}
    </div>
  );
}

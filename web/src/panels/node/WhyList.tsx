import { Loader } from "@mantine/core";
import type { ReactElement } from "react";
import { travelTo } from "../../actions/travelTo";
import type { EventRecord, Why } from "../../api/contract";
import { date, moment } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { useSourceName } from "../../state/sources";
import { api } from "../../state/workspace";
import { actorOf, eventTitle } from "../events/sentence";
import { ExcerptOf } from "./ExcerptOf";
import { shown } from "../../look/value";
import classes from "./Node.module.css";

const mostChars = 200;

/** Why a value is what it is: the statements, their sources, the events behind them, and the lines they were read from. */
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
            <strong>
              <bdi>{cut(shown(w.statement.value))}</bdi>
            </strong>
            , says {nameOf(w.source)}
          </div>
          <Origin why={w} />
          {w.events.map((e) => (
            <EventLine key={e.position} event={e} />
          ))}
          {k === 0 && !w.source.person && <ExcerptOf id={id} source={w.source.id} />}
        </li>
      ))}
    </ol>
  );
}

function Origin({ why }: { why: Why }): ReactElement | null {
  return (
    <>
      {why.location && (
        <div className={classes.place}>
          {why.location.file}
          {why.location.line !== undefined && `:${why.location.line}`}
          {why.location.commit && ` @ ${why.location.commit.slice(0, 10)}`}
        </div>
      )}
      {why.import && (
        <div className="small muted">
          read by {why.import.reader} from {why.import.location ?? why.import.label}
        </div>
      )}
    </>
  );
}

function EventLine({ event }: { event: EventRecord }): ReactElement {
  return (
    <div className="small muted" title={`recorded ${moment(event.recordedAt)}`}>
      event {event.position} · {eventTitle(event.type)} ·{" "}
      <button type="button" className={`plain ${classes.when}`} title="See the map of that day" onClick={() => travelTo(Date.parse(event.effectiveAt))}>
        {date(event.effectiveAt)}
      </button>
      {actorOf(event) && ` · ${actorOf(event)!}`}
    </div>
  );
}

function cut(text: string): string {
  return text.length <= mostChars ? text : `${text.slice(0, mostChars - 1)}…`;
}

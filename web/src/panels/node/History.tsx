import { Button } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { travelTo } from "../../actions/travelTo";
import type { EventRecord } from "../../api/contract";
import { date, moment } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { api } from "../../state/workspace";
import { actorOf, eventTitle } from "../events/sentence";
import classes from "./Node.module.css";

/** What happened to a thing, as a story: the latest first. */
export function History({ id, edition }: { id: string; edition: number }): ReactElement | null {
  const [older, setOlder] = useState<{ events: EventRecord[]; cursor: string | undefined } | null>(null);
  const { value, problem } = useAnswer(`${id} ${edition}`, id, (signal) => api().history(id, undefined, signal));
  if (problem !== null) return <p className={classes.problem}>{problem}</p>;
  if (!value || value.history.length === 0) return null;
  const first = value.history;
  const events = [...first, ...(older?.events.filter((e) => e.position < first.at(-1)!.position) ?? [])];
  const cursor = older ? older.cursor : value.cursor;
  const more = async (): Promise<void> => {
    const next = await api().history(id, cursor);
    setOlder({ events: [...(older?.events ?? []), ...next.history], cursor: next.cursor });
  };
  return (
    <section className={classes.section} aria-labelledby="history">
      <h3 id="history">History</h3>
      <ol className={classes.story}>
        {events.map((e) => (
          <li key={e.position}>
            <div>{e.summary ?? eventTitle(e.type)}</div>
            <div className="small muted">
              <button type="button" className={`plain ${classes.when}`} title={`recorded ${moment(e.recordedAt)}; see that day`} onClick={() => travelTo(Date.parse(e.effectiveAt))}>
                {date(e.effectiveAt)}
              </button>
              {actorOf(e) && ` · ${actorOf(e)!}`} · event {e.position}
            </div>
          </li>
        ))}
      </ol>
      {cursor !== undefined && (
        <Button size="compact-xs" variant="subtle" onClick={() => void more()}>
          Earlier
        </Button>
      )}
    </section>
  );
}

import { Button } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { travelTo } from "../../actions/travelTo";
import type { EventRecord, SourceRef } from "../../api/contract";
import { day, moment, number } from "../../look/format";
import { messageOf } from "../../look/message";
import { useAnswer } from "../../state/answer";
import { useAsked } from "../../state/asked";
import { useSourceName } from "../../state/sources";
import { api } from "../../state/workspace";
import { actorOf, eventTitle } from "../events/sentence";
import { ago, asSentence, chapters, type Chapter } from "./story";
import classes from "./Node.module.css";

/** Events of one chapter that are told at once; an import states many. */
const toldAtOnce = 6;

/** What happened to a thing, as a story: the latest first. */
export function History({ id, edition }: { id: string; edition: number }): ReactElement | null {
  const element = useAsked(id, "history");
  const [older, setOlder] = useState<{ events: EventRecord[]; cursor: string | undefined } | null>(null);
  const nameOf = useSourceName();
  const [failed, setFailed] = useState<string | null>(null);
  const { value, problem } = useAnswer(`${id} ${edition}`, id, (signal) => api().history(id, undefined, signal));
  if (problem !== null) return <p className={classes.problem}>{problem}</p>;
  if (!value || value.history.length === 0) return null;
  const first = value.history;
  const events = [...first, ...(older?.events.filter((e) => e.position < first.at(-1)!.position) ?? [])];
  const cursor = older ? older.cursor : value.cursor;
  const more = async (): Promise<void> => {
    try {
      const next = await api().history(id, cursor);
      setFailed(null);
      setOlder({ events: [...(older?.events ?? []), ...next.history], cursor: next.cursor });
    } catch (error) {
      setFailed(messageOf(error));
    }
  };
  return (
    <section ref={element} className={classes.section} aria-labelledby="history">
      <h3 id="history">History</h3>
      <ol className={classes.story}>
        {chapters(events, (e) => teller(e, nameOf)).map((c) => (
          <ChapterOf key={c.events[0].position} chapter={c} />
        ))}
      </ol>
      {failed !== null && <p className={classes.problem}>{failed}</p>}
      {cursor !== undefined && (
        <Button size="compact-xs" variant="subtle" onClick={() => void more()}>
          Earlier
        </Button>
      )}
    </section>
  );
}

/** Who says it: the source that was read, else who did it. */
function teller(event: EventRecord, nameOf: (source: SourceRef) => string): string | undefined {
  const { source } = event.data;
  const read = typeof source === "string" && source !== event.actor ? nameOf({ id: source, label: "" }) : "";
  return read || actorOf(event);
}

function ChapterOf({ chapter }: { chapter: Chapter }): ReactElement {
  const [all, showAll] = useState(false);
  const [now] = useState(() => Date.now());
  const at = Date.parse(chapter.events[0].effectiveAt);
  const told = all ? chapter.events : chapter.events.slice(0, toldAtOnce);
  return (
    <li>
      <div className={classes.chapter}>
        {chapter.actor && <bdi>{asSentence(chapter.actor)}</bdi>}
        {chapter.actor && " · "}
        <button type="button" className={`plain ${classes.when}`} title="See the map of that day" onClick={() => travelTo(at)}>
          {day(at)}
        </button>
        <span className="muted"> · {ago(at, now)}</span>
      </div>
      <ul className={classes.told}>
        {told.map((e) => (
          <li key={e.position} title={`event ${e.position}, recorded ${moment(e.recordedAt)}`} dir="auto">
            {asSentence(e.summary ?? eventTitle(e.type))}
          </li>
        ))}
      </ul>
      {told.length < chapter.events.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => showAll(true)}>
          {number(chapter.events.length - told.length)} more
        </Button>
      )}
    </li>
  );
}

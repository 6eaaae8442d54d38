import { ActionIcon, Button } from "@mantine/core";
import { useRef, useState, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import type { EventRecord } from "../../api/contract";
import { date, number, timeOfDay } from "../../look/format";
import { Icon } from "../../look/icons";
import { VirtualList } from "../../look/VirtualList";
import { resumeStream } from "../../state/workspace";
import { session, stream } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { useName } from "./names";
import { loadEarlier } from "./earlier";
import { actorOf, sentence } from "./sentence";
import classes from "./Events.module.css";

const rowPx = 52;

/** Every event as it comes. */
export function EventsPanel(): ReactElement {
  const events = useStore(stream, (s) => s.events);
  const paused = useStore(stream, (s) => s.paused);
  const waiting = useStore(stream, (s) => s.waiting.length);
  const connection = useStore(session, (s) => s.connection);
  const selected = useStore(view, (v) => v.selected);
  const [loading, setLoading] = useState(false);
  const asked = useRef(false);
  const first = events[0]?.position ?? 1;
  const earlier = async (): Promise<void> => {
    if (asked.current || first <= 1) return;
    asked.current = true;
    setLoading(true);
    await loadEarlier(first).finally(() => {
      asked.current = false;
      setLoading(false);
    });
  };
  return (
    <>
      <div className={classes.head}>
        <span className={classes.state} data-connection={connection}>
          {paused ? "Paused" : connection === "live" ? "Live" : connection === "connecting" ? "Connecting…" : "Away, trying again"}
        </span>
        <span className="grow small muted">{events.length ? `events ${number(first)} – ${number(events.at(-1)!.position)}` : ""}</span>
        <ActionIcon variant="subtle" color="gray" aria-label={paused ? "Go on" : "Pause"} onClick={() => (paused ? resumeStream() : stream.put({ paused: true }))}>
          <Icon name={paused ? "play" : "pause"} size={16} />
        </ActionIcon>
      </div>
      {paused && waiting > 0 && (
        <Button size="compact-sm" variant="light" mx={12} mb={6} onClick={resumeStream}>
          {number(waiting)} new {waiting === 1 ? "event" : "events"}
        </Button>
      )}
      {first > 1 && (
        <Button size="compact-xs" variant="subtle" mx={12} loading={loading} onClick={() => void earlier()}>
          Earlier events
        </Button>
      )}
      {events.length === 0 ? (
        <p className={classes.none}>Nothing happened yet. What you and others do appears here at once.</p>
      ) : (
        <VirtualList
          count={events.length}
          rowPx={rowPx}
          label="Events, the latest last"
          stick={!paused}
          row={(i) => <EventRow event={events[i]} chosen={events[i].entity === selected} />}
        />
      )}
    </>
  );
}

function EventRow({ event, chosen }: { event: EventRecord; chosen: boolean }): ReactElement {
  const name = useName(event.entity);
  const about = event.type.startsWith("graph.");
  return (
    <div role="listitem">
      <button type="button" className={`plain ${classes.event}`} data-chosen={chosen || undefined} disabled={!about} onClick={() => flyToNode(event.entity)}>
        <span className={classes.mark} data-kind={event.type.split(".")[0]} />
        <span className="grow">
          <span className={`cut ${classes.what}`}>{sentence(event, name)}</span>
          <span className={`cut small muted ${classes.what}`}>
            {number(event.position)} · {date(event.effectiveAt)} {timeOfDay(event.effectiveAt)}
            {actorOf(event) && ` · ${actorOf(event)!}`}
          </span>
        </span>
      </button>
    </div>
  );
}

import { ActionIcon, Button, TextInput, Tooltip } from "@mantine/core";
import { useEffect, useMemo, useState, type ReactElement } from "react";
import { pauseEvents } from "../../actions/pauseEvents";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { Problem } from "../../look/Problem";
import { VirtualList } from "../../look/VirtualList";
import { session, stream } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { resumeStream } from "../../state/workspace";
import { EventRow, rowPx } from "./EventRow";
import { Fields } from "./Fields";
import { fits, queryOfFilter, readFilter } from "./filter";
import { Flow } from "./Flow";
import { Story } from "./Story";
import { useAllEvents, useLastShown, useWantedEvents } from "./useEvents";
import classes from "./Events.module.css";

const afterMs = 250;

/** Every event as it comes, the latest first; narrowed by what one asks for; each with what led to it and from it. */
export function EventsPanel(): ReactElement {
  const told = useStore(view, (v) => v.event);
  if (told !== null) return <Story key={told} position={told} />;
  return <List />;
}

function List(): ReactElement {
  const text = useStore(view, (v) => v.filter);
  const [typed, setTyped] = useState(text);
  const [former, setFormer] = useState(text);
  // Chosen elsewhere, such as in a story or by going back.
  if (text !== former) {
    setFormer(text);
    setTyped(text);
  }
  const [more, setMore] = useState(false);
  const [picture, setPicture] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => view.put({ filter: typed.trim() }), afterMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const { filter, problem } = useMemo(() => readFilter(text), [text]);
  const narrowed = queryOfFilter(filter) !== null;
  const workspace = useStore(view, (v) => v.workspace);
  const paused = useStore(stream, (s) => s.paused);
  const waitingEvents = useStore(stream, (s) => s.waiting);
  const connection = useStore(session, (s) => s.connection);
  const selected = useStore(view, (v) => v.selected);
  const { last, waiting } = useLastShown();
  const all = useAllEvents(last, workspace);
  const wanted = useWantedEvents(filter, last, workspace);
  const list = narrowed ? wanted : all;
  // Of a long pause only the last are kept; with a filter what waits is counted among these.
  const waits = narrowed ? waitingEvents.filter((e) => fits(e, filter)).length : waiting;
  const atLeast = narrowed && waitingEvents.length < waiting;
  return (
    <>
      <div className={classes.head}>
        <span className={classes.state} data-connection={paused ? "paused" : connection}>
          {paused ? "Paused" : connection === "live" ? "Live" : connection === "connecting" ? "Connecting…" : "Away, trying again"}
        </span>
        <span className="grow small muted cut">{narrowed ? (list.count === 0 && list.more ? "" : `${number(list.count)}${list.more ? "+" : ""} found`) : last > 0 ? `${number(last)} events` : ""}</span>
        <Tooltip label="What flows" openDelay={400} fz={12}>
          <ActionIcon variant={picture ? "light" : "subtle"} color={picture ? "sea" : "gray"} aria-label="Picture of what flows" aria-pressed={picture} onClick={() => setPicture(!picture)}>
            <Icon name="split" size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={paused ? "Go on" : "Pause"} openDelay={400} fz={12}>
          <ActionIcon variant="subtle" color="gray" aria-label={paused ? "Go on" : "Pause"} onClick={pauseEvents.run}>
            <Icon name={paused ? "play" : "pause"} size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.filter}>
        <TextInput
          size="xs"
          className="grow"
          aria-label="Filter events"
          placeholder="Filter: words, or type:node-renamed"
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
          error={problem}
          rightSection={
            typed !== "" && (
              <ActionIcon size={20} variant="subtle" color="gray" aria-label="No filter" onClick={() => setTyped("")}>
                <Icon name="close" size={12} />
              </ActionIcon>
            )
          }
        />
        <Button size="xs" variant={more ? "light" : "subtle"} color={more ? "sea" : "gray"} aria-expanded={more} onClick={() => setMore(!more)}>
          Fields
        </Button>
      </div>
      {more && <Fields filter={filter} />}
      {picture && <Flow filter={filter} last={last} />}
      {paused && waits > 0 && (
        <Button size="compact-sm" variant="light" mx={12} mb={6} style={{ flex: "none" }} onClick={resumeStream}>
          {atLeast ? "at least " : ""}
          {number(waits)} new {waits === 1 ? "event" : "events"}
        </Button>
      )}
      <Problem className={classes.none} text={list.problem} />
      {list.count === 0 && list.problem === null && (
        <div className={classes.none} role="status">
          {narrowed ? (list.lookedTo !== null ? `Nothing down to event ${number(list.lookedTo)}; looking further back…` : list.more ? "Looking through the latest events…" : "No event is like that.") : "Nothing happened yet. What you and others do appears here at once."}
        </div>
      )}
      {list.count > 0 && (
        <VirtualList
          key={narrowed ? "wanted" : "all"}
          count={list.count}
          rowPx={rowPx}
          label="Events, the latest first"
          newFirst={!narrowed || !list.more}
          onRange={list.onRange}
          row={(i) => {
            const event = list.at(i);
            return <EventRow event={event} position={narrowed ? (event?.position ?? 0) : last - i} chosen={event?.entity === selected} onChoose={(position) => view.put({ event: position })} />;
          }}
        />
      )}
    </>
  );
}

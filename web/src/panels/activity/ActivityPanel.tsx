import { Button, Loader } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import type { EventRecord } from "../../api/contract";
import { moment, number } from "../../look/format";
import { Problem } from "../../look/Problem";
import { useAnswer } from "../../state/answer";
import { called } from "../../state/called";
import { markSeen, seen } from "../../state/seen";
import { session } from "../../state/session";
import { useSourceName } from "../../state/sources";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api } from "../../state/workspace";
import { useSentence } from "../events/names";
import { groupDoings, summary, type Doings } from "./groups";
import classes from "./Activity.module.css";

const mostLookedAt = 2_000;
const mostListed = 6;
const mostOpened = 60;

/** What happened since one looked last, by who did it. */
export function ActivityPanel(): ReactElement {
  const workspace = useStore(view, (v) => v.workspace);
  const last = useStore(seen, (s) => (s.workspace === workspace ? s.position : null));
  const position = useStore(session, (s) => s.position);
  const [whole, setWhole] = useState(false);
  const since = whole ? 0 : (last ?? 0);
  const some = position > since;
  const { value, problem, slow } = useAnswer(some ? `${workspace ?? ""} ${since} ${position}` : null, `${workspace ?? ""} ${since}`, (signal) => api().latestEvents({ from: since + 1 }, mostLookedAt, signal));
  const groups = groupDoings(value?.events ?? []);
  const all = position - since;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Activity">
      <div className={classes.head}>
        <p>
          {whole || last === null ? (
            <>The latest of all that happened{last === null && ": you look here for the first time"}.</>
          ) : some ? (
            <>
              <strong>{number(all)}</strong> {all === 1 ? "event" : "events"} since you last looked.
            </>
          ) : (
            <>Nothing happened since you last looked.</>
          )}
        </p>
        <div className={classes.actions}>
          {some && !whole && last !== null && last > 0 && (
            <Button size="compact-sm" variant="light" onClick={() => view.put({ since: { position: last }, side: "changes" })}>
              Show on the map
            </Button>
          )}
          {some && !whole && last !== null && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={markSeen}>
              All seen
            </Button>
          )}
          {(whole || !some) && last !== null && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setWhole(!whole)}>
              {whole ? "Only since I looked" : "Show earlier ones"}
            </Button>
          )}
        </div>
      </div>
      {slow && !value && <Loader size="sm" aria-label="Loading" />}
      <Problem className={classes.problem} text={problem} />
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
      {value?.next !== undefined && <p className="small muted">Of {number(all)} events the latest {number(value.events.length)} are told.</p>}
    </div>
  );
}

function Group({ group }: { group: Doings }): ReactElement {
  const [all, setAll] = useState(false);
  const source = useSourceName();
  const latest = group.events[0];
  const who = group.kind === "source" ? source({ id: group.who, label: "A source" }) : (called(group.who, latest.actorName) ?? "Somebody");
  const told = all ? group.events.slice(0, mostOpened) : group.events.slice(0, mostListed);
  return (
    <section className={classes.group} aria-label={who}>
      <div className={classes.who}>
        <span className={classes.badge} data-kind={group.kind} aria-hidden="true">
          {group.kind === "person" ? who[0].toUpperCase() : "↓"}
        </span>
        <div className="grow">
          <p>
            <strong>{who[0].toUpperCase() + who.slice(1)}</strong> {summary(group.counts, number)}.
          </p>
          <p className="small muted">{moment(latest.recordedAt)}</p>
        </div>
      </div>
      <ul>
        {told.map((event) => (
          <Line key={event.position} event={event} />
        ))}
      </ul>
      {group.events.length > mostListed && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAll(!all)}>
          {all ? "Fewer" : group.events.length > mostOpened ? `${number(mostOpened - mostListed)} more of ${number(group.events.length)}` : `${number(group.events.length - mostListed)} more`}
        </Button>
      )}
    </section>
  );
}

function Line({ event }: { event: EventRecord }): ReactElement {
  const words = useSentence(event);
  const about = event.type.startsWith("graph.node") || event.type.startsWith("graph.group");
  return (
    <li>
      <button type="button" className={`plain cut ${classes.line}`} dir="auto" onClick={() => (about ? flyToNode(event.entity) : view.put({ side: "events", event: event.position }))}>
        {words}
      </button>
    </li>
  );
}

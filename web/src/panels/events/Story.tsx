import { Button, Loader } from "@mantine/core";
import type { ReactElement } from "react";
import { copyText } from "../../actions/copyText";
import { flyToNode } from "../../actions/flyToNode";
import { travelTo } from "../../actions/travelTo";
import type { EventRecord } from "../../api/contract";
import { moment, number } from "../../look/format";
import { Icon } from "../../look/icons";
import { Problem } from "../../look/Problem";
import { useAnswer } from "../../state/answer";
import { useStore } from "../../state/store";
import { session } from "../../state/session";
import { view } from "../../state/view";
import { api } from "../../state/workspace";
import { beforeAfter } from "./beforeAfter";
import { readFilter, writeFilter, type EventFilter } from "./filter";
import { useName, useSentence } from "./names";
import { actorOf, eventTitle } from "./sentence";
import { StoryGraph } from "./StoryGraph";
import classes from "./Events.module.css";

/** One event: what was before and is since, what led to it, what it led to, and all that is recorded of it. */
export function Story({ position }: { position: number }): ReactElement {
  const workspace = useStore(view, (v) => v.workspace);
  const last = useStore(session, (s) => s.position);
  const known = last >= position;
  const { value, problem, slow } = useAnswer(known ? `${workspace ?? ""} ${position}` : null, `${position}`, (signal) => api().event(position, signal));
  return (
    <div className={classes.story}>
      <div className={classes.storyHead}>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => view.put({ event: null })} leftSection={<Icon name="left" size={14} />}>
          Events
        </Button>
        <span className="grow" />
        <Button size="compact-sm" variant="subtle" color="gray" disabled={position <= 1} onClick={() => view.put({ event: known ? position - 1 : last })}>
          Earlier
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => view.put({ event: position + 1 })} disabled={position >= (value?.position ?? 0)}>
          Later
        </Button>
      </div>
      {slow && !value && <Loader size="sm" m="md" aria-label="Loading" />}
      <Problem className={classes.none} text={problem ?? (known || last === 0 ? null : `There is no event ${number(position)} yet: the last one is ${number(last)}.`)} />
      {value && (
        <div className={classes.storyBody} tabIndex={0} role="region" aria-label={`Event ${position}`}>
          <About event={value.event} />
          <StoryGraph story={value} />
          <Recorded event={value.event} />
        </div>
      )}
    </div>
  );
}

function About({ event }: { event: EventRecord }): ReactElement {
  const shown = shownBy(event);
  const name = useName(shown ?? "");
  const words = useSentence(event);
  const differences = beforeAfter(event);
  return (
    <>
      <h2 className={classes.storyTitle} dir="auto">
        {words}
      </h2>
      <p className="small muted">
        Event {number(event.position)} · {moment(event.recordedAt)}
        {actorOf(event) !== undefined && ` · ${actorOf(event)!}`}
      </p>
      <div className={classes.actions}>
        {shown !== null && (
          <Button size="compact-sm" variant="light" onClick={() => flyToNode(shown)} leftSection={<Icon name="target" size={14} />}>
            Show {name ?? "it"}
          </Button>
        )}
        <Button size="compact-sm" variant="light" color="gray" onClick={() => travelTo(Date.parse(event.recordedAt), "recorded")} leftSection={<Icon name="clock" size={14} />}>
          See it then
        </Button>
        <Button size="compact-sm" variant="light" color="gray" onClick={() => void copyText(JSON.stringify(event, null, 2), "The event, as JSON,")}>
          Copy as JSON
        </Button>
      </div>
      {differences.length > 0 && (
        <table className={classes.differences}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((d) => (
              <tr key={d.what}>
                <th scope="row">{d.what}</th>
                <td data-side="before" dir="auto">
                  {d.before ?? "–"}
                </td>
                <td data-side="after" dir="auto">
                  {d.after ?? "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The thing on the map that an event is about: of an edge the node that it leaves; null: none. */
function shownBy({ type, entity, data }: EventRecord): string | null {
  if (type === "graph.nodes-connected") return typeof data.from === "string" ? data.from : null;
  return type.startsWith("graph.node-") || type.startsWith("graph.group-") || type === "graph.nodes-merged" || type === "graph.nodes-unmerged" ? entity : null;
}

/** All of the envelope; what a filter knows narrows the list. */
function Recorded({ event }: { event: EventRecord }): ReactElement {
  const only = (change: EventFilter): void => view.put({ event: null, filter: writeFilter({ ...readFilter(view.get().filter).filter, ...change }) });
  const lines: [string, string, EventFilter | null][] = [
    ["Type", eventTitle(event.type), { type: event.type }],
    ["Context", event.type.split(".")[0], { context: event.type.split(".")[0] }],
    ...(event.actor ? ([["On behalf of", actorOf(event) ?? event.actor, { actor: event.actor }]] as [string, string, EventFilter][]) : []),
    ...(event.client ? ([["Sent by", `client ${event.client.slice(0, 8)}…, number ${event.sequence ?? "?"}`, { client: event.client }]] as [string, string, EventFilter][]) : []),
    ["About", event.entity, { subject: event.entity }],
    ["Recorded", moment(event.recordedAt), { since: event.recordedAt.slice(0, 10) + "T00:00:00.000Z", until: event.recordedAt.slice(0, 10) + "T23:59:59.999Z" }],
    ["In the world", moment(event.effectiveAt), null],
    ...(event.command ? ([["Command", event.command, null]] as [string, string, null][]) : []),
  ];
  return (
    <section aria-label="All that is recorded of it" className={classes.recorded}>
      <dl>
        {lines.map(([name, value, filter]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="grow cut" title={value}>
                {value}
              </span>
              {filter && (
                <Button size="compact-xs" variant="subtle" color="gray" aria-label={`only these: ${name}`} onClick={() => only(filter)}>
                  only these
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

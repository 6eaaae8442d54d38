import type { ReactElement } from "react";
import type { EventRecord, EventStory } from "../../api/contract";
import { number } from "../../look/format";
import { view } from "../../state/view";
import { asSentence } from "../node/story";
import { useSentence } from "./names";
import { eventTitle } from "./sentence";
import classes from "./Events.module.css";

const mostShown = 8;

/** What led to an event, above; the command it came of, with its other events; what it led to, below. */
export function StoryGraph({ story }: { story: EventStory }): ReactElement {
  const { event, command, commandEvents, causes, effects } = story;
  const others = command.filter((e) => e.position !== event.position);
  return (
    <section aria-label="Causes and effects" className={classes.graph}>
      {[...causes].reverse().map((cause) => (
        <Step key={cause.position} event={cause} rank="cause" />
      ))}
      <div className={classes.command} data-joined={causes.length > 0 || undefined}>
        <div className={classes.commandName}>
          {event.command === undefined ? "A command" : asSentence(eventTitle(event.command))}
          <span className="muted"> · {commandEvents === 1 ? "this event alone" : `${number(commandEvents)} events`}</span>
        </div>
        <ol>
          <Step event={event} rank="self" />
          {others.slice(0, mostShown).map((e) => (
            <Step key={e.position} event={e} rank="sibling" />
          ))}
          {commandEvents - 1 > Math.min(mostShown, others.length) && <li className="small muted">and {number(commandEvents - 1 - Math.min(mostShown, others.length))} more</li>}
        </ol>
      </div>
      {effects.length === 0 ? (
        <p className="small muted">It led to no further command.</p>
      ) : (
        <ol className={classes.effects} aria-label="What it led to">
          {effects.slice(0, mostShown).map((e) => (
            <Step key={e.position} event={e} rank="effect" />
          ))}
        </ol>
      )}
    </section>
  );
}

function Step({ event, rank }: { event: EventRecord; rank: "cause" | "self" | "sibling" | "effect" }): ReactElement {
  const words = useSentence(event);
  const line = (
    <>
      <span className={classes.mark} data-kind={event.type.split(".")[0]} />
      <span className="grow cut" dir="auto">
        {words}
      </span>
      <span className="small muted">{number(event.position)}</span>
    </>
  );
  const Place = rank === "cause" ? "div" : "li";
  return (
    <Place className={classes.step} data-rank={rank}>
      {rank === "self" ? (
        <span className={classes.stepLine} aria-current="true">
          {line}
        </span>
      ) : (
        <button type="button" className={`plain ${classes.stepLine}`} onClick={() => view.put({ event: event.position })}>
          {line}
        </button>
      )}
    </Place>
  );
}

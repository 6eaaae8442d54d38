import type { ReactElement } from "react";
import type { EventRecord } from "../../api/contract";
import { date, number, timeOfDay } from "../../look/format";
import { useSentence } from "./names";
import { actorOf } from "./sentence";
import classes from "./Events.module.css";

export const rowPx = 52;

interface Props {
  event: EventRecord | undefined;
  position: number;
  chosen: boolean;
  onChoose: (position: number) => void;
}

/** One event in a line; one that is not there yet holds its place. */
export function EventRow({ event, position, chosen, onChoose }: Props): ReactElement {
  const words = useSentence(event);
  if (!event) {
    return (
      <div role="listitem" className={classes.event} aria-busy="true">
        <span className={classes.mark} />
        <span className="small muted">{number(position)} · …</span>
      </div>
    );
  }
  return (
    <div role="listitem">
      <button type="button" className={`plain ${classes.event}`} data-chosen={chosen || undefined} onClick={() => onChoose(event.position)}>
        <span className={classes.mark} data-kind={event.type.split(".")[0]} />
        <span className="grow">
          <span className={`cut ${classes.what}`} dir="auto">
            {words}
          </span>
          <span className={`cut small muted ${classes.what}`}>
            {number(event.position)} · {date(event.effectiveAt)} {timeOfDay(event.effectiveAt)}
            {actorOf(event) && ` · ${actorOf(event)!}`}
          </span>
        </span>
      </button>
    </div>
  );
}

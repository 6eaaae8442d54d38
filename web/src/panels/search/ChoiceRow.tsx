import type { ReactElement } from "react";
import { keysText } from "../../actions/action";
import type { Choice } from "./choices";
import { marked } from "./marked";
import classes from "./LookUp.module.css";

interface Props {
  choice: Choice;
  words: string;
  /** The groups around a thing. */
  place: string;
  chosen: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** One thing to fly to, or to do; what cannot be done says why. */
export function ChoiceRow({ choice, words, place, chosen, onPoint, onChoose }: Props): ReactElement {
  const thing = choice.kind === "thing" ? choice.thing : null;
  const action = choice.kind === "action" ? choice.action : null;
  const of = choice.kind === "action" ? choice.of : undefined;
  const reason = choice.kind === "action" ? choice.unavailable : null;
  const name = thing?.name ?? action?.name ?? "";
  const below = reason ?? place;
  return (
    <div
      id={choice.id}
      role="option"
      aria-selected={chosen}
      aria-disabled={reason !== null || undefined}
      className={classes.row}
      data-at={chosen || undefined}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: "nearest" });
      }}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <span className="grow">
        <span className={`cut ${classes.name}`} dir="auto">
          {marked(name, words).map((part, p) => (part.hit ? <mark key={p}>{part.text}</mark> : <span key={p}>{part.text}</span>))}
        </span>
        {below !== "" && (
          <span className={`cut small muted ${classes.name}`} dir="auto">
            {below}
          </span>
        )}
      </span>
      {action?.keys ? <kbd>{keysText(action.keys[0])}</kbd> : <span className="small muted">{thing ? (thing.types.at(0) ?? (thing.isGroup ? "Group" : "")) : (of ?? action?.group)}</span>}
    </div>
  );
}

import type { MouseEvent, ReactElement } from "react";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { map } from "../../map/client";
import classes from "./Outline.module.css";

interface Props {
  id: string;
  thing: string;
  name: string;
  isGroup: boolean;
  /** What is in it; null: not told. */
  count: number | null;
  level: number;
  place: number;
  siblings: number;
  /** null: nothing is in it. */
  open: boolean | null;
  chosen: boolean;
  focused: boolean;
  /** Only there because of what is in it. */
  faint?: boolean | undefined;
  colour: string;
  onToggle?: () => void;
  onPick: (event: MouseEvent) => void;
}

/** A thing in the tree. */
export function TreeRow({ id, thing, name, isGroup, count, level, place, siblings, open, chosen, focused, faint, colour, onToggle, onPick }: Props): ReactElement {
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={level + 1}
      {...(siblings > 0 ? { "aria-posinset": place, "aria-setsize": siblings } : {})}
      aria-selected={chosen}
      {...(open === null ? {} : { "aria-expanded": open })}
      className={classes.row}
      data-chosen={chosen || undefined}
      data-focus={focused || undefined}
      data-faint={faint}
      style={{ paddingInlineStart: 6 + Math.min(level, 14) * 16 }}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={onPick}
      onMouseEnter={() => map.tell({ say: "point", id: thing })}
      onMouseLeave={() => map.tell({ say: "leave" })}
    >
      {open !== null && onToggle ? (
        <button
          type="button"
          tabIndex={-1}
          className={`plain ${classes.twist}`}
          aria-label={open ? `Close ${name}` : `Open ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Icon name={open ? "down" : "right"} size={13} />
        </button>
      ) : (
        <span className={classes.twist} />
      )}
      <span className="dot" style={isGroup ? { boxShadow: `inset 0 0 0 2px ${colour}` } : { background: colour }} />
      <bdi className="grow cut">{name}</bdi>
      {count !== null && <span className="small muted">{number(count)}</span>}
    </div>
  );
}

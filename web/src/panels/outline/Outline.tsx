import { ActionIcon } from "@mantine/core";
import { useState, type KeyboardEvent, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import { useTypeColour } from "../../look/colour";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { VirtualList } from "../../look/VirtualList";
import type { MapItem } from "../../map/protocol";
import { map, mapState } from "../../map/client";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { rowsOf, useOutline } from "./tree";
import classes from "./Outline.module.css";

const rowPx = 30;

/** The map as a tree of names: the same things, the same selection, for keyboards, screen readers and those who like lists. */
export default function Outline(): ReactElement {
  const { members, opened, toggle, more } = useOutline();
  const selected = useStore(view, (v) => v.selected);
  const shown = useStore(mapState, (m) => m.shown);
  const colour = useTypeColour();
  const rows = rowsOf(members, opened);
  const [at, setAt] = useState(0);
  const focus = Math.min(at, Math.max(0, rows.length - 1));
  const chosen = rows.findIndex((r) => r.item?.id === selected);
  const [followed, follow] = useState(-1);
  if (chosen !== followed) {
    follow(chosen);
    if (chosen >= 0) setAt(chosen);
  }

  const press = (event: KeyboardEvent): void => {
    const row = rows.at(focus);
    if (!row) return;
    const isOpen = row.item !== null && opened.has(row.item.id);
    const go = (to: number): void => setAt(Math.max(0, Math.min(rows.length - 1, to)));
    switch (event.key) {
      case "ArrowDown":
        go(focus + 1);
        break;
      case "ArrowUp":
        go(focus - 1);
        break;
      case "Home":
        go(0);
        break;
      case "End":
        go(rows.length - 1);
        break;
      case "PageDown":
        go(focus + 15);
        break;
      case "PageUp":
        go(focus - 15);
        break;
      case "ArrowRight":
        if (row.item && row.item.members > 0 && !isOpen) toggle(row.item.id);
        else if (isOpen) go(focus + 1);
        break;
      case "ArrowLeft":
        if (isOpen) toggle(row.item!.id);
        else go(rows.findLastIndex((r, k) => k < focus && r.level < row.level));
        break;
      case "Enter":
      case " ":
        if (row.item) flyToNode(row.item.id);
        else more(row.group);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <nav className="left card" aria-label="Outline" onKeyDown={press}>
      <div className={classes.head}>
        <strong className="grow">Outline</strong>
        <span className="small muted">{number(shown)} things</span>
        <ActionIcon variant="subtle" color="gray" aria-label="Close the outline" onClick={() => view.put({ outline: false })}>
          <Icon name="close" size={16} />
        </ActionIcon>
      </div>
      <VirtualList
        role="tree"
        count={rows.length}
        rowPx={rowPx}
        label="Groups and what is in them"
        show={focus}
        row={(k) => {
          const row = rows[k];
          if (!row.item) {
            return (
              <button type="button" tabIndex={-1} className={`plain small muted ${classes.more}`} data-focus={k === focus || undefined} style={{ paddingLeft: 26 + row.level * 16 }} onClick={() => more(row.group)}>
                {number(row.left)} more
              </button>
            );
          }
          return <Row item={row.item} level={row.level} open={opened.has(row.item.id)} chosen={row.item.id === selected} focused={k === focus} colour={colour(row.item.colour)} toggle={toggle} />;
        }}
      />
    </nav>
  );
}

interface RowProps {
  item: MapItem;
  level: number;
  open: boolean;
  chosen: boolean;
  focused: boolean;
  colour: string;
  toggle: (id: string) => void;
}

function Row({ item, level, open, chosen, focused, colour, toggle }: RowProps): ReactElement {
  return (
    <div
      role="treeitem"
      tabIndex={-1}
      aria-level={level + 1}
      aria-selected={chosen}
      {...(item.members > 0 ? { "aria-expanded": open } : {})}
      className={classes.row}
      data-chosen={chosen || undefined}
      data-focus={focused || undefined}
      style={{ paddingLeft: 6 + level * 16 }}
      onClick={() => flyToNode(item.id)}
      onMouseEnter={() => map.tell({ say: "point", id: item.id })}
      onMouseLeave={() => map.tell({ say: "leave" })}
    >
      {item.members > 0 ? (
        <button
          type="button"
          tabIndex={-1}
          className={`plain ${classes.twist}`}
          aria-label={open ? `Close ${item.name}` : `Open ${item.name}`}
          onClick={(event) => {
            event.stopPropagation();
            toggle(item.id);
          }}
        >
          <Icon name={open ? "down" : "right"} size={13} />
        </button>
      ) : (
        <span className={classes.twist} />
      )}
      <span className="dot" style={item.isGroup ? { boxShadow: `inset 0 0 0 2px ${colour}` } : { background: colour }} />
      <span className="grow cut">{item.name}</span>
      {item.isGroup && <span className="small muted">{number(item.count)}</span>}
    </div>
  );
}

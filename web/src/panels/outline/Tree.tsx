import { useState, type KeyboardEvent, type ReactElement } from "react";
import { useTypeColour } from "../../state/typeColour";
import { number } from "../../look/format";
import { VirtualList } from "../../look/VirtualList";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { useChoosing } from "./choosing";
import { rowsOf, useOutline } from "./tree";
import { TreeRow } from "./TreeRow";
import { useWalking } from "./walking";
import classes from "./Outline.module.css";

const rowPx = 30;

/** The groups of the map, and what is in those that are open. */
export function Tree(): ReactElement {
  const { members, opened, toggle, more } = useOutline();
  const selected = useStore(view, (v) => v.selected);
  const also = useStore(view, (v) => v.also);
  const colour = useTypeColour();
  const rows = rowsOf(members, opened);
  const choosing = useChoosing(rows.length, (k) => rows.at(k)?.item?.id ?? null);
  const { at, setAt, walk } = useWalking(rows.length, choosing);
  const chosen = rows.findIndex((r) => r.item?.id === selected);
  const [followed, follow] = useState(-1);
  if (chosen !== followed) {
    follow(chosen);
    if (chosen >= 0 && also.length === 0) setAt(chosen);
  }

  const press = (event: KeyboardEvent): void => {
    const row = rows.at(at);
    if (!row) return;
    const isOpen = row.item !== null && opened.has(row.item.id);
    if (event.key === "ArrowRight") {
      if (row.item && row.item.members > 0 && !isOpen) toggle(row.item.id);
      else if (isOpen) setAt(at + 1);
    } else if (event.key === "ArrowLeft") {
      if (isOpen) toggle(row.item!.id);
      else setAt(Math.max(0, rows.findLastIndex((r, k) => k < at && r.level < row.level)));
    } else if (event.key === "Enter" && !row.item) more(row.group);
    else return walk(event);
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classes.list} onKeyDown={press}>
      <VirtualList
        role="tree"
        count={rows.length}
        rowPx={rowPx}
        label="Groups and what is in them"
        show={at}
        active={rows.length > 0 ? `tree-${at}` : undefined}
        many
        row={(k) => {
          const row = rows[k];
          const { item } = row;
          if (!item) {
            return (
              <div role="treeitem" aria-level={row.level + 1} aria-selected={false} tabIndex={-1} id={`tree-${k}`} className={`small muted ${classes.more}`} data-focus={k === at || undefined} style={{ paddingInlineStart: 26 + row.level * 16 }} onClick={() => more(row.group)}>
                {number(row.left)} more
              </div>
            );
          }
          const isChosen = item.id === selected || also.includes(item.id);
          return (
            <TreeRow
              id={`tree-${k}`}
              thing={item.id}
              name={item.name}
              isGroup={item.isGroup}
              count={item.isGroup ? item.count : null}
              level={row.level}
              place={row.place}
              siblings={row.siblings}
              open={item.members > 0 ? opened.has(item.id) : null}
              chosen={isChosen}
              focused={k === at}
              colour={colour(item.colour)}
              onToggle={() => toggle(item.id)}
              onPick={(event) => {
                setAt(k);
                choosing.choose(k, event);
              }}
            />
          );
        }}
      />
    </div>
  );
}

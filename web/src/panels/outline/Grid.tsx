import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from "react";
import type { Row } from "../../api/contract";
import { useTypeColour } from "../../state/typeColour";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { otherColour } from "../../look/palette";
import { map, mapState } from "../../map/client";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { cellText, columnTitle, type Column, type Order } from "./table";
import classes from "./Outline.module.css";

/** Where the keys are: row -1 is the head. */
export interface Place {
  row: number;
  column: number;
}

interface Props {
  rows: readonly Row[];
  columns: readonly Column[];
  order: Order;
  at: Place;
  onPress: (event: KeyboardEvent) => void;
  onSort: (column: Column) => void;
  onPick: (row: number, column: number, event: MouseEvent) => void;
}

const rowPx = 32;
const around = 8;

/** The rows on the screen, as a grid that keys walk through; only these are in the page. */
export function Grid({ rows, columns, order, at, onPress, onSort, onPick }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const selected = useStore(view, (v) => v.selected);
  const also = useStore(view, (v) => v.also);
  const chosen = useMemo(() => new Set(selected === null ? [] : [selected, ...also]), [selected, also]);
  useEffect(() => {
    const watch = new ResizeObserver(() => setHeight(box.current?.clientHeight ?? 600));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = box.current!;
    if (at.row < 0) return;
    const room = element.clientHeight - rowPx;
    if (at.row * rowPx < element.scrollTop) element.scrollTop = at.row * rowPx;
    else if ((at.row + 1) * rowPx > element.scrollTop + room) element.scrollTop = (at.row + 1) * rowPx - room;
  }, [at.row]);
  const first = Math.max(0, Math.floor(top / rowPx) - around);
  const last = Math.min(rows.length, Math.ceil((top + height) / rowPx) + around);
  const template = columns.map((c) => (c === "name" ? "minmax(170px, 2fr)" : c === "neighbors" ? "126px" : c === "changed" ? "112px" : "minmax(110px, 1fr)")).join(" ");
  const width = columns.reduce((sum, c) => sum + (c === "name" ? 170 : c === "neighbors" ? 126 : c === "changed" ? 112 : 110), 0);
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label="Things, one a row"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-activedescendant={rows.length > 0 || at.row < 0 ? `cell-${at.row}-${at.column}` : undefined}
      className={classes.grid}
      onKeyDown={onPress}
      onScroll={(e) => setTop(e.currentTarget.scrollTop)}
    >
      <div role="rowgroup" className={classes.gridHead} style={{ minWidth: width }}>
        <div role="row" aria-rowindex={1} className={classes.gridRow} style={{ gridTemplateColumns: template }}>
          {columns.map((column, c) => (
            <div
              key={column}
              id={`cell--1-${c}`}
              role="columnheader"
              aria-colindex={c + 1}
              aria-sort={order.by === column ? (order.descending ? "descending" : "ascending") : "none"}
              data-at={(at.row < 0 && at.column === c) || undefined}
              className={classes.columnHead}
              onClick={() => onSort(column)}
            >
              <bdi className="cut">{columnTitle(column)}</bdi>
              {order.by === column && (
                <span className={classes.sorted} data-up={!order.descending || undefined}>
                  <Icon name="down" size={11} />
                </span>
              )}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ position: "relative", height: rows.length * rowPx, minWidth: width }}>
        {rows.slice(first, last).map((row, k) => (
          <GridRow key={row.node.id} row={row} at={first + k} columns={columns} template={template} chosen={chosen.has(row.node.id)} active={at.row === first + k ? at.column : -1} onPick={onPick} />
        ))}
      </div>
      {rows.length === 0 && <p className={classes.none}>Nothing is like that.</p>}
    </div>
  );
}

interface RowProps {
  row: Row;
  at: number;
  columns: readonly Column[];
  template: string;
  chosen: boolean;
  /** The column that the keys are at; -1: none. */
  active: number;
  onPick: Props["onPick"];
}

function GridRow({ row, at, columns, template, chosen, active, onPick }: RowProps): ReactElement {
  const colour = useTypeColour();
  const place = useStore(mapState, (m) => m.types.find((t) => t.type === row.node.types.at(0))?.colour ?? otherColour);
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={chosen}
      data-chosen={chosen || undefined}
      className={classes.gridRow}
      style={{ gridTemplateColumns: template, position: "absolute", top: at * rowPx, left: 0, right: 0 }}
      onMouseEnter={() => map.tell({ say: "point", id: row.node.id })}
      onMouseLeave={() => map.tell({ say: "leave" })}
    >
      {columns.map((column, c) => (
        <div
          key={column}
          id={`cell-${at}-${c}`}
          role="gridcell"
          aria-colindex={c + 1}
          aria-selected={chosen}
          data-at={active === c || undefined}
          className={classes.cell}
          data-number={column === "neighbors" || typeof row.properties[column.slice(1)] === "number" || undefined}
          onMouseDown={(e) => e.shiftKey && e.preventDefault()}
          onClick={(e) => onPick(at, c, e)}
        >
          {column === "name" && <span className="dot" style={row.node.isGroup ? { boxShadow: `inset 0 0 0 2px ${colour(place)}` } : { background: colour(place) }} />}
          <bdi className="cut">{column === "neighbors" ? number(row.neighbors) : cellText(row, column)}</bdi>
        </div>
      ))}
    </div>
  );
}

import { Button, Popover } from "@mantine/core";
import { useMemo, useState, type KeyboardEvent, type MouseEvent, type ReactElement } from "react";
import type { Row } from "../../api/contract";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { filter } from "../../state/filter";
import { useOntology } from "../../state/ontology";
import { notify } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { selection } from "../../actions/selection";
import { useChoosing } from "./choosing";
import { Grid, type Place } from "./Grid";
import { Tick } from "./Tick";
import { asCsv, asTsv, countText, filtered, ordered, type Column, type Order } from "./table";
import { mostRows, useColumns, useRows } from "./useRows";
import classes from "./Outline.module.css";

const pageRows = 15;

/** Things as rows: sorted, filtered, chosen, copied. What is chosen here is chosen on the map. */
export function Table(): ReactElement {
  const { columns, properties, toggle } = useColumns();
  const { rows, whole, problem } = useRows(true, properties);
  const wanted = useStore(filter, (f) => f);
  const [order, setOrder] = useState<Order>({ by: "neighbors", descending: true });
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const listed = useMemo(() => ordered(filtered(rows, wanted), order), [rows, wanted, order]);
  const choosing = useChoosing(listed.length, (k) => listed.at(k)?.node.id ?? null);
  const first = useStore(view, (v) => v.selected);
  const also = useStore(view, (v) => v.also);
  const [followed, follow] = useState<string | null>(null);
  if (first !== followed && listed.length > 0) {
    follow(first);
    const there = first === null ? -1 : listed.findIndex((r) => r.node.id === first);
    if (there >= 0 && also.length === 0 && listed.at(at.row)?.node.id !== first) setAt({ row: there, column: at.column });
  }
  const sort = (by: Column): void => setOrder((o) => ({ by, descending: o.by === by ? !o.descending : by === "neighbors" || by === "changed" }));
  const place = { row: Math.min(at.row, listed.length - 1), column: Math.min(at.column, columns.length - 1) };

  const press = (event: KeyboardEvent): void => {
    const mod = event.ctrlKey || event.metaKey;
    const last = listed.length - 1;
    const go = (row: number, column = place.column): void => {
      const next = Math.max(-1, Math.min(last, row));
      if (event.shiftKey && next >= 0 && next !== place.row && place.row >= 0) choosing.extend(place.row, next);
      setAt({ row: next, column: Math.max(0, Math.min(columns.length - 1, column)) });
    };
    if (event.key === "ArrowDown") go(place.row + 1);
    else if (event.key === "ArrowUp") go(place.row - 1);
    else if (event.key === "ArrowRight") go(place.row, place.column + 1);
    else if (event.key === "ArrowLeft") go(place.row, place.column - 1);
    else if (event.key === "PageDown") go(Math.min(last, place.row + pageRows));
    else if (event.key === "PageUp") go(Math.max(0, place.row - pageRows));
    else if (event.key === "Home") go(mod ? 0 : place.row, 0);
    else if (event.key === "End") go(mod ? last : place.row, mod ? place.column : columns.length - 1);
    else if (event.key === "Enter" && place.row < 0) sort(columns[place.column]);
    else if (event.key === "Enter") choosing.choose(place.row, event);
    else if (event.key === " " && place.row >= 0) choosing.toggle(place.row);
    else if (mod && event.key === "a") choosing.all();
    else if (mod && event.key === "c") copy();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** What is selected, or all where nothing is. */
  const copied = (): Row[] => {
    const chosen = new Set(selection());
    const some = listed.filter((r) => chosen.has(r.node.id));
    return some.length > 0 ? some : listed;
  };
  const copy = (): void => {
    const taken = copied();
    navigator.clipboard.writeText(asTsv(taken, columns)).then(
      () => notify("done", `Copied ${taken.length === 1 ? "one row" : `${number(taken.length)} rows`}.`),
      () => notify("problem", "Not copied: the browser does not let this page write to the clipboard."),
    );
  };
  const download = (): void => {
    const url = URL.createObjectURL(new Blob(["\ufeff", asCsv(listed, columns)], { type: "text/csv;charset=utf-8" }));
    const link = Object.assign(document.createElement("a"), { href: url, download: `${view.get().workspace ?? "graph"}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };

  const pick = (row: number, column: number, event: MouseEvent): void => {
    setAt({ row, column });
    choosing.choose(row, event);
  };
  return (
    <>
      <div className={classes.bar}>
        <span className="small muted grow" role="status">
          {rows.length === 0 && !whole ? (problem ?? "Loading…") : `${countText(listed, rows)}${whole ? (rows.length >= mostRows ? ", no more are listed" : "") : ", more are coming"}`}
        </span>
        <ColumnsMenu chosen={properties} toggle={toggle} />
        <Button size="compact-sm" variant="subtle" color="gray" onClick={copy} title="What is selected, or all (Ctrl C)">
          Copy
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={download} aria-label="Export as CSV" title="All that is listed, as CSV">
          CSV
        </Button>
      </div>
      {problem !== null && rows.length > 0 && <p className={classes.problem}>{problem}</p>}
      <Grid rows={listed} columns={columns} order={order} at={place} onPress={press} onSort={sort} onPick={pick} />
    </>
  );
}

function ColumnsMenu({ chosen, toggle }: { chosen: readonly string[]; toggle: (property: string) => void }): ReactElement {
  const { value: terms } = useOntology();
  const wanted = useStore(filter, (f) => f.types);
  const uses = new Map<string, number>(chosen.map((p) => [p, 0]));
  for (const t of terms ?? []) if (wanted.length === 0 || wanted.includes(t.label)) for (const p of t.properties) uses.set(p.key, (uses.get(p.key) ?? 0) + p.count);
  const listed = [...uses].filter(([key]) => !key.includes(",")).sort((a, b) => Number(chosen.includes(b[0])) - Number(chosen.includes(a[0])) || b[1] - a[1]);
  return (
    <Popover position="bottom-end" width={240} trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="gray" rightSection={<Icon name="down" size={12} />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label="Properties that are columns">
        {listed.length === 0 && <p className="small muted">No properties are stated.</p>}
        {listed.map(([key, count]) => (
          <Tick key={key} name={key} count={count} ticked={chosen.includes(key)} onTick={() => toggle(key)} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

import { ActionIcon } from "@mantine/core";
import type { ReactElement } from "react";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { mapState } from "../../map/client";
import { filter, isFiltering } from "../../state/filter";
import { useStore } from "../../state/store";
import { outlinePx, view } from "../../state/view";
import { FilterBar } from "./FilterBar";
import { FilteredTree } from "./FilteredTree";
import { Table } from "./Table";
import { Tree } from "./Tree";
import classes from "./Outline.module.css";

/** The map as a tree of names or as a table: the same things, the same selection, for keyboards, screen readers and those who like lists. */
export default function Outline(): ReactElement {
  const table = useStore(view, (v) => v.table);
  const width = useStore(view, (v) => outlinePx(v, innerWidth));
  const shown = useStore(mapState, (m) => m.shown);
  const filtering = useStore(filter, isFiltering);
  return (
    <nav className="left card" aria-label="Outline" data-table={table || undefined} style={table && width > 0 ? { width: width - 12 } : undefined}>
      <div className={classes.head}>
        <strong>Outline</strong>
        <span className="small muted grow cut" title={table ? undefined : `${number(shown)} ${shown === 1 ? "thing" : "things"}; groups are not counted`}>
          {table ? "" : number(shown)}
        </span>
        <div className={classes.as} role="group" aria-label="Show it as">
          {[false, true].map((as) => (
            <button key={String(as)} type="button" className={`plain ${classes.way}`} aria-pressed={table === as} onClick={() => view.put({ table: as })}>
              {as ? "Table" : "Tree"}
            </button>
          ))}
        </div>
        <ActionIcon variant="subtle" color="gray" aria-label="Close the outline" onClick={() => view.put({ outline: false })}>
          <Icon name="close" size={16} />
        </ActionIcon>
      </div>
      <FilterBar />
      {table ? <Table /> : filtering ? <FilteredTree /> : <Tree />}
    </nav>
  );
}

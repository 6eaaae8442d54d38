import { Loader } from "@mantine/core";
import { useMemo, type ReactElement } from "react";
import { useTypeColour } from "../../state/typeColour";
import { otherColour } from "../../look/palette";
import { VirtualList } from "../../look/VirtualList";
import { mapState } from "../../map/client";
import { filter } from "../../state/filter";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { useChoosing } from "./choosing";
import { filtered, treeOf } from "./table";
import { TreeRow } from "./TreeRow";
import { useRows } from "./useRows";
import { useWalking } from "./walking";
import classes from "./Outline.module.css";

const rowPx = 30;

/** What the filter finds, in the groups that it is in. */
export function FilteredTree(): ReactElement {
  const { rows, whole, problem } = useRows(true, []);
  const wanted = useStore(filter, (f) => f);
  const selected = useStore(view, (v) => v.selected);
  const also = useStore(view, (v) => v.also);
  const types = useStore(mapState, (m) => m.types);
  const colour = useTypeColour();
  const tree = useMemo(() => treeOf(rows, filtered(rows, wanted)), [rows, wanted]);
  const colours = useMemo(() => new Map(types.map((t) => [t.type, t.colour])), [types]);
  const choosing = useChoosing(tree.length, (k) => tree.at(k)?.row.node.id ?? null);
  const { at, setAt, walk } = useWalking(tree.length, choosing);
  return (
    <div className={classes.list} onKeyDown={walk}>
      {problem !== null && <p className={classes.problem}>{problem}</p>}
      {tree.length === 0 && <p className={classes.none}>{whole ? "Nothing is like that." : <Loader size="xs" aria-label="Loading" />}</p>}
      <VirtualList
        role="tree"
        count={tree.length}
        rowPx={rowPx}
        label="What is found, in its groups"
        show={at}
        active={tree.length > 0 ? `tree-${at}` : undefined}
        many
        row={(k) => {
          const { row, name, level, hit, holds } = tree[k];
          const { node } = row;
          return (
            <TreeRow
              id={`tree-${k}`}
              thing={node.id}
              name={name}
              isGroup={node.isGroup === true}
              count={null}
              level={level}
              place={0}
              siblings={0}
              open={holds ? true : null}
              chosen={node.id === selected || also.includes(node.id)}
              focused={k === at}
              faint={hit ? undefined : true}
              colour={colour(colours.get(node.types[0]) ?? otherColour)}
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

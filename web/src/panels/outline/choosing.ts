import { useRef } from "react";
import { flyToNode } from "../../actions/flyToNode";
import { mostSelected, selection, selectNodes, toggleSelected } from "../../actions/selection";
import { notify } from "../../state/session";

interface Held {
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

export interface Choosing {
  /** A click or Enter on a row: alone it chooses that one, with Shift all from the last one, with Ctrl one more. */
  choose: (row: number, held: Held) => void;
  /** Space: one more, or one less. */
  toggle: (row: number) => void;
  /** Shift and an arrow: all from where one began. */
  extend: (from: number, to: number) => void;
  all: () => void;
}

/** How rows are selected by hand, in the table and in the tree. */
export function useChoosing(count: number, idOf: (row: number) => string | null): Choosing {
  const anchor = useRef<number | null>(null);
  const range = (from: number, to: number): void => {
    const ids: string[] = [];
    const step = from <= to ? 1 : -1;
    for (let k = from; k !== to + step && ids.length <= mostSelected; k += step) {
      const id = idOf(k);
      if (id !== null) ids.push(id);
    }
    if (ids.length > mostSelected) notify("problem", `At most ${mostSelected} things are selected at once.`);
    selectNodes(ids);
  };
  return {
    choose: (row, held) => {
      const id = idOf(row);
      if (id === null) return;
      if (held.shiftKey) return range(anchor.current ?? row, row);
      anchor.current = row;
      if (held.ctrlKey || held.metaKey) toggleSelected(id);
      else flyToNode(id);
    },
    toggle: (row) => {
      const id = idOf(row);
      if (id === null) return;
      anchor.current = row;
      toggleSelected(id);
    },
    extend: (from, to) => {
      if (anchor.current === null || selection().length < 2) anchor.current = from;
      range(anchor.current, to);
    },
    all: () => {
      anchor.current = 0;
      range(0, count - 1);
    },
  };
}

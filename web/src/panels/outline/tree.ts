import { useCallback, useEffect, useState } from "react";
import { map, mapState } from "../../map/client";
import type { MapItem, MembersAnswer } from "../../map/protocol";
import { useStore } from "../../state/store";
import { view } from "../../state/view";

export interface Row {
  level: number;
  /** null: 'more' of the group. */
  item: MapItem | null;
  group: string;
  left: number;
  /** Its place among its siblings, from 1, and how many these are; 0: not known. */
  place: number;
  siblings: number;
}

const top = "";
const page = 100;

/** The open part of the tree, one row after the other. */
export function rowsOf(members: Map<string, MembersAnswer>, opened: Set<string>): Row[] {
  const rows: Row[] = [];
  const walk = (group: string, level: number): void => {
    const answer = members.get(group);
    if (!answer) return;
    for (const [k, item] of answer.items.entries()) {
      rows.push({ level, item, group, left: 0, place: k + 1, siblings: answer.total });
      if (opened.has(item.id)) walk(item.id, level + 1);
    }
    if (answer.total > answer.items.length) rows.push({ level, item: null, group, left: answer.total - answer.items.length, place: 0, siblings: 0 });
  };
  walk(top, 0);
  return rows;
}

/** What of the tree is open and known; asked of the map's worker, so it is what the map shows at the same time. */
export function useOutline(): { members: Map<string, MembersAnswer>; opened: Set<string>; toggle: (id: string) => void; more: (group: string) => void } {
  const edition = useStore(mapState, (m) => m.edition);
  const shown = useStore(mapState, (m) => m.shown);
  const selected = useStore(view, (v) => v.selected);
  const [members, setMembers] = useState<Map<string, MembersAnswer>>(() => new Map());
  const [opened, setOpened] = useState<Set<string>>(() => new Set());
  const [sizes, setSizes] = useState<Map<string, number>>(() => new Map());

  useEffect(() => {
    let wanted = true;
    const groups = [top, ...opened];
    void Promise.all(groups.map((g) => map.members(g === top ? null : g, 0, sizes.get(g) ?? page))).then((answers) => {
      if (wanted) setMembers(new Map(groups.map((g, k) => [g, answers[k]])));
    });
    return () => {
      wanted = false;
    };
  }, [edition, shown, opened, sizes]);

  useEffect(() => {
    if (selected === null) return;
    let wanted = true;
    void map.path(selected).then((path) => {
      if (wanted && path.length) setOpened((o) => (path.every((p) => o.has(p.id)) ? o : new Set([...o, ...path.map((p) => p.id)])));
    });
    return () => {
      wanted = false;
    };
  }, [selected, edition]);

  const toggle = useCallback((id: string) => {
    setOpened((o) => {
      const next = new Set(o);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const more = useCallback((group: string) => setSizes((s) => new Map(s).set(group, (s.get(group) ?? page) * 3)), []);
  return { members, opened, toggle, more };
}

import { useEffect, useState } from "react";
import type { NodeRef } from "../../api/contract";
import { map } from "../../map/client";
import { saidPath } from "../../map/framing";
import { useAnswer } from "../../state/answer";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api, isOpen } from "../../state/workspace";
import type { Found } from "./choices";

const most = 30;

/** Of a type one wants to see them all, not the likeliest. */
const mostOfType = 300;
const none: NodeRef[] = [];

export interface Things extends Found {
  /** The answer to what is asked now is there, or none is to be had. */
  answered: boolean;
  problem: string | null;
  slow: boolean;
  /** Where each found thing is: the names of the groups around it. */
  groups: Map<string, string>;
}

/** The things whose names hold a text, as the server finds them; without a text all of a type. */
export function useThings(asked: string, type = ""): Things {
  const time = useStore(view, (v) => v.time);
  const key = (asked === "" && type === "") || !isOpen() ? null : `${asked} ${type} ${time ?? ""}`;
  const { value, problem, slow } = useAnswer(key, key, (signal) => api().nodes({ name: asked, type, limit: asked === "" ? mostOfType : most, time }, signal));
  const things = value?.nodes ?? none;
  return { things, fuzzy: value?.fuzzy ?? false, described: value?.described ?? false, answered: key === null || value !== null || problem !== null, problem, slow, groups: useGroups(things) };
}

/** How many groups around a thing are named: the nearest tell it from others of its name. */
const mostNamed = 4;

/** Where a thing is, the nearest group last. */
function nearest(names: readonly string[]): string {
  return `${names.length > mostNamed ? "… › " : ""}${names.slice(-mostNamed).join(" › ")}`;
}

function useGroups(things: NodeRef[]): Map<string, string> {
  const [groups, setGroups] = useState<Map<string, string>>(() => new Map());
  const key = things.map((n) => n.id).join(" ");
  useEffect(() => {
    let wanted = true;
    const ids = key === "" ? [] : key.split(" ");
    void Promise.all(ids.map((id) => map.path(id))).then((paths) => {
      if (wanted) setGroups(new Map(ids.map((id, k) => [id, nearest(saidPath(paths[k]).map((p) => p.name))])));
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  return groups;
}

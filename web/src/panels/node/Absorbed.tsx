import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { unmergeNodes } from "../../actions/mergeNodes";
import type { NodeDetail } from "../../api/contract";
import { useAnswer } from "../../state/answer";
import { api } from "../../state/workspace";
import classes from "./Node.module.css";

/** What was merged into a thing, and how to take it apart again. */
export function Absorbed({ node, editable }: { node: NodeDetail; editable: boolean }): ReactElement | null {
  const key = node.mergedFrom.join(" ");
  const { value: names } = useAnswer(key === "" ? null : key, node.id, (signal) => formerNames(node, signal));
  if (node.mergedFrom.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="absorbed">
      <h3 id="absorbed">Merged from</h3>
      <ul className={classes.neighbours}>
        {node.mergedFrom.map((id) => (
          <li key={id} className={classes.neighbour}>
            <bdi className="grow cut">{names?.get(id) ?? "another thing"}</bdi>
            {editable && (
              <Button size="compact-xs" variant="subtle" onClick={() => void unmergeNodes(id, node.name)}>
                Take apart
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How things were called just before they were merged. */
async function formerNames(node: NodeDetail, signal: AbortSignal): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const event of await api().mergesInto(node.id, signal)) {
    const { absorbed } = event.data;
    if (typeof absorbed !== "string" || !node.mergedFrom.includes(absorbed)) continue;
    const { node: before } = await api().nodeAtPosition(absorbed, event.position - 1, signal);
    names.set(absorbed, before.name);
  }
  return names;
}

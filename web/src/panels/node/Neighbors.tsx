import { Button, Loader } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import type { Neighbor, NodeDetail } from "../../api/contract";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { api } from "../../state/workspace";
import classes from "./Node.module.css";

const page = 12;

/** What a thing is tied to, by relation, a page at a time. */
export function Neighbors({ node, time, edition }: { node: NodeDetail; time: number | null; edition: number }): ReactElement | null {
  const relations = Object.entries(node.neighborCounts).sort((a, b) => b[1] - a[1]);
  if (relations.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="neighbours">
      <h3 id="neighbours">Tied to</h3>
      {relations.map(([key, count], k) => (
        <Relation key={`${key} ${time ?? ""} ${edition}`} id={node.id} relation={key} count={count} time={time} open={k === 0 || count <= 5} />
      ))}
    </section>
  );
}

interface RelationProps {
  id: string;
  /** As `changes →` or `← changes`. */
  relation: string;
  count: number;
  time: number | null;
  open: boolean;
}

function Relation({ id, relation, count, time, open: openAtFirst }: RelationProps): ReactElement {
  const incoming = relation.includes("←");
  const type = relation.replace(/[←→]/g, "").trim();
  const [open, setOpen] = useState(openAtFirst);
  const [found, put] = useState<{ list: Neighbor[]; cursor: string | undefined; problem: string | null } | null>(null);
  const [more, askMore] = useState(0);
  const wanted = open && (found === null || more > 0);
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    const cursor = found?.cursor;
    api()
      .neighbors(id, { relation: type, direction: incoming ? "in" : "out", limit: page, time, ...(cursor ? { cursor } : {}) }, abort.signal)
      .then(
        (answer) => {
          put((f) => ({ list: [...(f?.list ?? []), ...answer.neighbors], cursor: answer.cursor, problem: null }));
          askMore(0);
        },
        (error: unknown) => {
          if (!abort.signal.aborted) put((f) => ({ list: f?.list ?? [], cursor: f?.cursor, problem: error instanceof Error ? error.message : String(error) }));
          askMore(0);
        },
      );
    return () => abort.abort();
    // A page is asked for once, when it is wanted; what it is of never changes for this list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  return (
    <div>
      <button type="button" className={`plain row ${classes.relation}`} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? "down" : "right"} size={13} />
        <span className="grow">
          {incoming && <span className="muted">← </span>}
          {type || "tied"}
          {!incoming && <span className="muted"> →</span>}
        </span>
        <span className="muted">{number(count)}</span>
      </button>
      {open && (
        <ul className={classes.neighbours}>
          {found?.list.map((n) => (
            <li key={n.edge.id}>
              <button type="button" className={`plain row ${classes.neighbour}`} onClick={() => flyToNode(n.node.id)}>
                <span className="grow cut">{n.node.name}</span>
                <span className="muted small">{n.node.types[0]}</span>
              </button>
            </li>
          ))}
          {found === null && (
            <li className={classes.wait}>
              <Loader size="xs" aria-label="Loading" />
            </li>
          )}
          {found?.problem && <li className={classes.problem}>{found.problem}</li>}
          {found?.cursor !== undefined && (
            <li>
              <Button size="compact-xs" variant="subtle" loading={more > 0} onClick={() => askMore(1)}>
                {number(Math.max(0, count - found.list.length))} more
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

import { ActionIcon, Button, CloseButton, Loader, TextInput } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import type { Neighbor, NodeDetail } from "../../api/contract";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { asked, useAsked } from "../../state/asked";
import { dialogs } from "../../state/dialogs";
import { useStore } from "../../state/store";
import { EdgeFacts } from "./EdgeFacts";
import { namesakes } from "./namesakes";
import { useNeighbors } from "./neighborPages";
import { shown } from "../../look/value";
import classes from "./Node.module.css";

/** From how many on one can look among them. */
const worthFiltering = 12;

/** What a thing is tied to, by relation, a page at a time. */
export function Neighbors({ node, time, edition, editable }: { node: NodeDetail; time: number | null; edition: number; editable: boolean }): ReactElement | null {
  const [text, setText] = useState("");
  const element = useAsked(node.id, "neighbours");
  const way = useStore(asked, (a) => (a.id === node.id ? a.way : null));
  const isAsked = (relation: string): boolean => way !== null && relation.includes("←") === (way === "in");
  // What was asked for stands first, and open.
  const relations = Object.entries(node.neighborCounts).sort((a, b) => Number(isAsked(b[0])) - Number(isAsked(a[0])) || b[1] - a[1]);
  const total = relations.reduce((sum, [, count]) => sum + count, 0);
  if (relations.length === 0 && !editable) return null;
  return (
    <section ref={element} className={classes.section} aria-labelledby="neighbours">
      <div className="row">
        <h3 id="neighbours" className="grow">
          Tied to
        </h3>
        {editable && (
          <Button size="compact-xs" variant="subtle" onClick={() => dialogs.put({ open: "connect" })}>
            Connect to…
          </Button>
        )}
      </div>
      {relations.length === 0 && <p className="small muted">{node.isGroup ? "Not itself." : "Nothing yet."}</p>}
      {total > worthFiltering && (
        <TextInput
          size="xs"
          className={classes.filter}
          aria-label="Filter what it is tied to"
          placeholder={`Filter ${number(total)} by name or type`}
          dir="auto"
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
          rightSection={text !== "" && <CloseButton size="xs" aria-label="Show all" onClick={() => setText("")} />}
        />
      )}
      {relations.map(([key, count], k) => (
        <Relation key={`${key} ${time ?? ""} ${edition} ${isAsked(key)}`} node={node} relation={key} count={count} time={time} text={text.trim().toLowerCase()} open={k === 0 || count <= 5 || isAsked(key)} editable={editable} />
      ))}
    </section>
  );
}

interface RelationProps {
  node: NodeDetail;
  /** As `changes →` or `← changes`. */
  relation: string;
  count: number;
  time: number | null;
  text: string;
  open: boolean;
  editable: boolean;
}

function Relation({ node, relation, count, time, text, open: openAtFirst, editable }: RelationProps): ReactElement | null {
  const incoming = relation.includes("←");
  const type = relation.replace(/[←→]/g, "").trim();
  const [toggled, toggle] = useState(openAtFirst);
  const filtering = text !== "";
  const open = toggled || filtering;
  const { list, left, problem, waiting, more } = useNeighbors(node.id, type, incoming ? "in" : "out", time, open, filtering);
  const found = filtering ? list.filter((n) => `${n.node.name} ${n.node.types.join(" ")}`.toLowerCase().includes(text)) : list;
  if (filtering && !waiting && problem === null && found.length === 0) return null;
  const groups = namesakes(list.map((n) => n.node));
  return (
    <div>
      <button type="button" className={`plain row ${classes.relation}`} aria-expanded={open} onClick={() => toggle(!toggled)}>
        <Icon name={open ? "down" : "right"} size={13} />
        <span className="grow">
          {incoming && <span className="muted">← </span>}
          <bdi>{type || "tied"}</bdi>
          {!incoming && <span className="muted"> →</span>}
        </span>
        <span className="muted">{filtering ? `${number(found.length)} of ${number(count)}` : number(count)}</span>
      </button>
      {open && (
        <ul className={classes.neighbours} aria-label={relation}>
          {found.map((n) => (
            <One key={n.edge.id} neighbor={n} group={groups.get(n.node.id) ?? null} time={time} editable={editable} />
          ))}
          {waiting && (
            <li className={classes.wait}>
              <Loader size="xs" aria-label="Loading" />
            </li>
          )}
          {problem !== null && <li className={classes.problem}>{problem}</li>}
          {left > 0 && !waiting && (
            <li>
              <Button size="compact-xs" variant="subtle" onClick={more}>
                {number(left)} more
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

interface OneProps {
  neighbor: Neighbor;
  /** The group that tells it from others of its name. */
  group: string | null;
  time: number | null;
  editable: boolean;
}

function One({ neighbor: { edge, node }, group, time, editable }: OneProps): ReactElement {
  const [open, toggle] = useState(false);
  const properties = Object.entries(edge.properties);
  const name = node.name || "(no name)";
  return (
    <li>
      <div className={classes.neighbour}>
        <button type="button" className={`plain row grow ${classes.go}`} onClick={() => flyToNode(node.id)} title={properties.map(([k, v]) => `${k}: ${shown(v)}`).join("\n") || undefined}>
          <span className={`grow ${classes.named}`}>
            <bdi className="cut">{name}</bdi>
            {group !== null && <bdi className="muted small cut">{group}</bdi>}
          </span>
          <span className="muted small">{node.types[0]}</span>
        </button>
        <ActionIcon className={classes.tools} variant="subtle" color="gray" size="sm" aria-label={`The connection to ${name}`} title="The connection: who states it, and its properties" aria-expanded={open} onClick={() => toggle(!open)}>
          <Icon name={open ? "up" : "link"} size={13} />
        </ActionIcon>
      </div>
      {open && <EdgeFacts id={edge.id} time={time} editable={editable} />}
    </li>
  );
}

import { Button, Loader } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { disconnectNodes } from "../../actions/connectNodes";
import { describeEdge } from "../../actions/describeEdge";
import { date } from "../../look/format";
import { useFocusBack } from "../../look/useFocusBack";
import { useAnswer } from "../../state/answer";
import { useEdition } from "../../state/edition";
import { useReader, useSourceName } from "../../state/sources";
import { api } from "../../state/workspace";
import { listed } from "./listed";
import { NewProperty } from "./NewProperty";
import { PropertyRow } from "./Properties";
import classes from "./Node.module.css";
import { sinceWords } from "./since";

interface Props {
  id: string;
  time: number | null;
  editable: boolean;
}

/** All that is known of an edge, and who says so; its properties are edited where they stand. */
export function EdgeFacts({ id, time, editable }: Props): ReactElement {
  const nameOf = useSourceName();
  const readerOf = useReader();
  const { edition, atLeast } = useEdition(id);
  const { value, problem, slow } = useAnswer(`${id} ${time ?? "now"} ${edition}`, id, (signal) => api().edge(id, time, atLeast, signal));
  const [adding, add] = useState(false);
  const adder = useFocusBack<HTMLButtonElement>(adding);
  if (problem !== null) return <p className={classes.problem}>{problem}</p>;
  if (!value) return <div className={classes.wait}>{slow && <Loader size="xs" aria-label="Loading" />}</div>;
  const { edge } = value;
  const words = `${edge.from.name} ${edge.type || "→"} ${edge.to.name}`;
  return (
    <div className={classes.edge} role="group" aria-label={`The connection ${words}`}>
      <p className="small muted">
        {edge.effectiveFrom && sinceWords(edge.effectiveFrom, edge.sources.map(readerOf))}
        {edge.effectiveTo && ` until ${date(edge.effectiveTo)}`}
        {edge.sources.length > 0 && ` · said by ${listed(edge.sources.map(nameOf))}`}
      </p>
      {edge.properties.map((p) => (
        <PropertyRow key={p.key} id={id} property={p} editable={editable} edge />
      ))}
      {adding && <NewProperty onCancel={() => add(false)} onState={(key, stated) => describeEdge(id, key, stated).then((done) => (done && add(false), done))} />}
      {editable && !adding && (
        <div className="row">
          <Button size="compact-xs" variant="light" ref={adder} onClick={() => add(true)}>
            Add a property
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void disconnectNodes(id, `Disconnected ${edge.from.name} → ${edge.to.name}.`)}>
            Disconnect
          </Button>
        </div>
      )}
    </div>
  );
}

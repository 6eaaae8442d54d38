import { ActionIcon, Button } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { describeEdge } from "../../actions/describeEdge";
import { describeNodes } from "../../actions/describeNodes";
import { withdrawStatement } from "../../actions/withdrawStatement";
import type { NodeDetail, Property } from "../../api/contract";
import { Breakable } from "../../look/Breakable";
import { Icon } from "../../look/icons";
import { useFocusBack } from "../../look/useFocusBack";
import { isMe } from "../../state/called";
import { useSourceName } from "../../state/sources";
import { notesKey } from "../../state/links";
import { EditValue } from "./EditValue";
import { kindOf } from "./kinds";
import { NewProperty } from "./NewProperty";
import { Statements } from "./Statements";
import { WhyList } from "./WhyList";
import { shown } from "../../look/value";
import classes from "./Node.module.css";

/** What something is, in a sentence: one looks for it before all else. */
export const descriptionKey = "description";

/** A longer value is shown whole only when asked for. */
const mostChars = 600;

/** What is said of a thing, by whom, and where they disagree. */
export function Properties({ node, editable }: { node: NodeDetail; editable: boolean }): ReactElement {
  const [adding, add] = useState(false);
  const adder = useFocusBack<HTMLButtonElement>(adding);
  const listed = node.properties.filter((p) => p.key !== notesKey).sort((a, b) => Number(b.key === descriptionKey) - Number(a.key === descriptionKey));
  return (
    <section className={classes.section} aria-labelledby="properties">
      <div className="row">
        <h3 id="properties" className="grow">
          Properties
        </h3>
        {editable && !adding && (
          <Button size="compact-xs" variant="subtle" ref={adder} onClick={() => add(true)}>
            Add one
          </Button>
        )}
      </div>
      {listed.length === 0 && !adding && <p className="small muted">Nobody states any.</p>}
      {listed.map((p) => (
        <PropertyRow key={p.key} id={node.id} property={p} editable={editable && !node.erased} />
      ))}
      {adding && <NewProperty types={node.types} onCancel={() => add(false)} onState={(key, value) => describeNodes([node.id], key, value).then((done) => (done && add(false), done))} />}
    </section>
  );
}

interface RowProps {
  id: string;
  property: Property;
  editable: boolean;
  /** It is of an edge. */
  edge?: boolean;
}

/** A property, with who states it; it is edited where it stands. */
export function PropertyRow({ id, property, editable, edge = false }: RowProps): ReactElement {
  const nameOf = useSourceName();
  const [editing, edit] = useState(false);
  const [why, askWhy] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(editing);
  const byHand = editable && kindOf(property.value) !== null;
  const mine = property.statements.some((s) => isMe(s.source.id));
  return (
    <div className={classes.property} data-open={why || editing || undefined}>
      <div className="row">
        <span className="cut">
          <bdi className={classes.key}>{property.key}</bdi>
          {!property.disagreement && (
            <span className={classes.source}>
              {property.source.person ? " · stated by " : " · "}
              {nameOf(property.source)}
            </span>
          )}
        </span>
        {property.disagreement && (
          <span className="differs">sources disagree</span>
        )}
        <span className="grow" />
        <span className={classes.tools}>
          {editable && mine && !property.disagreement && (
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Take back what you state of ${property.key}`} title="Take back what you state" onClick={() => void withdrawStatement(id, property.key)}>
              <Icon name="undo" size={14} />
            </ActionIcon>
          )}
          {byHand && (
            <ActionIcon variant="subtle" color="gray" size="sm" ref={opener} aria-label={`State another ${property.key}`} title="State another value" onClick={() => edit(!editing)}>
              <Icon name="edit" size={14} />
            </ActionIcon>
          )}
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Why this ${property.key}?`} title="Who says so, and since when?" aria-expanded={why} onClick={() => askWhy(!why)}>
            <Icon name="why" size={14} />
          </ActionIcon>
        </span>
      </div>
      {editing ? (
        <EditValue label={property.key} value={property.value} onCancel={() => edit(false)} onSave={(value) => (edge ? describeEdge(id, property.key, value) : describeNodes([id], property.key, value))} />
      ) : property.disagreement ? (
        <Statements id={id} property={property.key} statements={property.statements} editable={editable} edge={edge} />
      ) : (
        <div className={classes.value} dir="auto" onDoubleClick={byHand ? () => edit(true) : undefined}>
          <Shown value={property.value} denied={property.statements.at(0)?.denied} />
        </div>
      )}
      {why && <WhyList id={id} property={property.key} />}
    </div>
  );
}

/** An address is a link; all else is text. */
function Shown({ value, denied }: { value: Property["value"]; denied: boolean | undefined }): ReactElement {
  const [all, showAll] = useState(false);
  const text = shown(value, denied);
  if (typeof value === "string" && /^https?:\/\/[^\s]+$/.test(value)) {
    return (
      <a href={value} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    );
  }
  if (text.length <= mostChars || all) return <Breakable text={text} />;
  return (
    <>
      {text.slice(0, mostChars)}…{" "}
      <Button size="compact-xs" variant="subtle" onClick={() => showAll(true)}>
        All of it
      </Button>
    </>
  );
}

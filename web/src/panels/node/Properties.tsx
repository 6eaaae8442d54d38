import { ActionIcon, Badge, Button, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent, type ReactElement } from "react";
import { describeNode } from "../../actions/describeNode";
import type { NodeDetail, Property } from "../../api/contract";
import { Icon } from "../../look/icons";
import { useSourceName } from "../../state/sources";
import { EditText } from "./EditText";
import { Statements } from "./Statements";
import { WhyList } from "./WhyList";
import { isPlain, shown, typed } from "./value";
import classes from "./Node.module.css";

/** What is said of a thing, by whom, and where they disagree. */
export function Properties({ node, editable }: { node: NodeDetail; editable: boolean }): ReactElement {
  const [adding, add] = useState(false);
  return (
    <section className={classes.section} aria-labelledby="properties">
      <div className="row">
        <h3 id="properties" className="grow">
          Properties
        </h3>
        {editable && !adding && (
          <Button size="compact-xs" variant="subtle" onClick={() => add(true)}>
            State one
          </Button>
        )}
      </div>
      {node.properties.length === 0 && !adding && <p className="small muted">Nobody states any.</p>}
      {node.properties.map((p) => (
        <PropertyRow key={p.key} id={node.id} property={p} editable={editable && !node.erased} />
      ))}
      {adding && <NewProperty id={node.id} done={() => add(false)} />}
    </section>
  );
}

function PropertyRow({ id, property, editable }: { id: string; property: Property; editable: boolean }): ReactElement {
  const nameOf = useSourceName();
  const [editing, edit] = useState(false);
  const [why, askWhy] = useState(false);
  return (
    <div className={classes.property}>
      <div className="row">
        <span className={classes.key}>{property.key}</span>
        {property.disagreement && (
          <Badge size="xs" color="orange.9" variant="light" tt="none">
            sources disagree
          </Badge>
        )}
        <span className="grow" />
        {editable && isPlain(property.value) && (
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`State another ${property.key}`} onClick={() => edit(!editing)}>
            <Icon name="edit" size={14} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Why this ${property.key}?`} aria-expanded={why} onClick={() => askWhy(!why)}>
          <Icon name="why" size={14} />
        </ActionIcon>
      </div>
      {editing ? (
        <EditText
          label={property.key}
          value={shown(property.value)}
          onCancel={() => edit(false)}
          onSave={async (text) => {
            if (await describeNode(id, property.key, typed(text, property.value))) edit(false);
          }}
        />
      ) : property.disagreement ? (
        <Statements id={id} property={property.key} statements={property.statements} editable={editable} />
      ) : (
        <>
          <div className={classes.value}>{shown(property.value)}</div>
          <div className={classes.source}>
            {property.source.person ? "stated by " : "from "}
            {nameOf(property.source)}
          </div>
        </>
      )}
      {why && <WhyList id={id} property={property.key} />}
    </div>
  );
}

function NewProperty({ id, done }: { id: string; done: () => void }): ReactElement {
  const [key, setKey] = useState("");
  const [value, setValue] = useState("");
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (await describeNode(id, key.trim(), typed(value.trim(), null))) done();
  };
  return (
    <form className={classes.newProperty} onSubmit={(e) => void submit(e)}>
      <TextInput size="xs" label="Property" value={key} onChange={(e) => setKey(e.currentTarget.value)} required autoFocus />
      <TextInput size="xs" label="Value" value={value} onChange={(e) => setValue(e.currentTarget.value)} required />
      <Button size="compact-sm" type="submit">
        State it
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={done}>
        Cancel
      </Button>
    </form>
  );
}

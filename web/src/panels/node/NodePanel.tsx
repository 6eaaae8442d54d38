import { ActionIcon, Badge, Loader, Tooltip } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import { renameNode } from "../../actions/renameNode";
import { ApiProblem } from "../../api/client";
import type { NodeDetail } from "../../api/contract";
import { date } from "../../look/format";
import { Icon } from "../../look/icons";
import { map } from "../../map/client";
import { useAnswer } from "../../state/answer";
import { useEdition } from "../../state/edition";
import { useSourceName } from "../../state/sources";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api } from "../../state/workspace";
import { History } from "./History";
import { HistoryFacts } from "./HistoryFacts";
import { EditText } from "./EditText";
import { Neighbors } from "./Neighbors";
import { Properties } from "./Properties";
import { Statements } from "./Statements";
import { WhyList } from "./WhyList";
import classes from "./Node.module.css";

/** All that is known of one thing at the time shown, and who says so. */
export function NodePanel({ id }: { id: string }): ReactElement {
  const time = useStore(view, (v) => v.time);
  const { edition, atLeast } = useEdition(id);
  const { value, problem, slow } = useAnswer(`${id} ${time ?? "now"} ${edition}`, id, (signal) => api().node(id, time, atLeast, signal).catch(onlyOnTheMap));
  if (value) return <Detail node={value.node} time={time} edition={edition} />;
  if (problem !== null) {
    return (
      <p className={classes.problem} role="alert">
        {time === null ? problem : `Nothing is known of it on ${date(time)}: ${problem}`}
      </p>
    );
  }
  return <div className={classes.wait}>{slow && <Loader size="sm" aria-label="Loading" />}</div>;
}

/** The map has groups that nobody states, of which the server knows nothing. */
function onlyOnTheMap(error: unknown): never {
  if (error instanceof ApiProblem && error.message.startsWith("nothing was ever said")) {
    throw new Error("Nobody states this group: the map puts together what one source states, or what is linked closely. Choose something in it.");
  }
  throw error;
}

function Detail({ node, time, edition }: { node: NodeDetail; time: number | null; edition: number }): ReactElement {
  const nameOf = useSourceName();
  const [editing, edit] = useState(false);
  const [whyName, askName] = useState(false);
  const disagree = new Set(node.nameStatements.map((s) => JSON.stringify(s.value))).size > 1;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={`What is known of ${node.name}`}>
      <div className={classes.title}>
        {editing ? (
          <EditText
            label="Name"
            value={node.name}
            onCancel={() => edit(false)}
            onSave={async (name) => {
              if (name === node.name || (await renameNode(node.id, name))) edit(false);
            }}
          />
        ) : (
          <div className="row">
            <h2 className={classes.name}>{node.name}</h2>
            {time === null && !node.erased && (
              <Tooltip label="Rename" openDelay={400}>
                <ActionIcon variant="subtle" color="gray" aria-label="Rename" onClick={() => edit(true)}>
                  <Icon name="edit" size={16} />
                </ActionIcon>
              </Tooltip>
            )}
            <Tooltip label="Show on the map" openDelay={400}>
              <ActionIcon variant="subtle" color="gray" aria-label="Show on the map" onClick={() => map.tell({ say: "fly", id: node.id })}>
                <Icon name="target" size={16} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Why this name?" openDelay={400}>
              <ActionIcon variant="subtle" color="gray" aria-label="Why this name?" aria-expanded={whyName} onClick={() => askName(!whyName)}>
                <Icon name="why" size={16} />
              </ActionIcon>
            </Tooltip>
          </div>
        )}
        <div className={classes.chips}>
          {node.types.map((type) => (
            <Badge key={type} variant="light" radius="sm" tt="none" fw={550}>
              {type}
            </Badge>
          ))}
          {node.group && (
            <button type="button" className={`plain ${classes.group}`} onClick={() => flyToNode(node.group!.id)}>
              in {node.group.name}
            </button>
          )}
        </div>
        {disagree && <Statements id={node.id} property="name" statements={node.nameStatements} editable={time === null} />}
        {whyName && <WhyList id={node.id} property={null} />}
        <p className="small muted">
          {node.effectiveFrom && `Since ${date(node.effectiveFrom)}`}
          {node.effectiveTo && ` until ${date(node.effectiveTo)}`}
          {node.sources.length > 0 && ` · said by ${node.sources.map(nameOf).join(", ")}`}
        </p>
      </div>
      <Properties node={node} editable={time === null} />
      <Neighbors node={node} time={time} edition={edition} />
      <HistoryFacts node={node} time={time} />
      <History id={node.id} edition={edition} />
    </div>
  );
}

import { ActionIcon, Button } from "@mantine/core";
import type { ReactElement } from "react";
import type { Action } from "../../actions/action";
import { keysText } from "../../actions/action";
import { classifySelected, describeSelected } from "../../actions/classifyNode";
import { clearSelection } from "../../actions/clearSelection";
import { connectSelected } from "../../actions/connectNodes";
import { groupSelected, putSelectedIntoGroup, takeSelectedOut } from "../../actions/formGroup";
import { mergeSelected } from "../../actions/mergeNodes";
import { retireSelected } from "../../actions/retireNode";
import { selectNode } from "../../actions/selectNode";
import { toggleSelected } from "../../actions/selection";
import type { NodeDetail } from "../../api/contract";
import { number } from "../../look/format";
import { Icon, type IconName } from "../../look/icons";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { useName } from "../events/names";
import { thoseThere, useDetails } from "./details";
import { summaryOf } from "./summary";
import classes from "./Node.module.css";

/** More are not asked about one by one. */
const mostAsked = 60;

const bulk: readonly (readonly [Action, IconName, string])[] = [
  [connectSelected, "link", "Connect"],
  [groupSelected, "group", "Group"],
  [putSelectedIntoGroup, "right", "Put into…"],
  [takeSelectedOut, "split", "Take out"],
  [classifySelected, "tag", "State a type"],
  [describeSelected, "edit", "State a property"],
  [mergeSelected, "merge", "Merge"],
  [retireSelected, "gone", "Retire"],
];

/** What is selected together: how it is alike, and what can be done with all of it. */
export function SelectedPanel({ ids }: { ids: readonly string[] }): ReactElement {
  const past = useStore(view, (v) => v.time !== null);
  const { value: nodes, problem } = useDetails(ids.slice(0, mostAsked));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={`${ids.length} things are selected`}>
      <div className="row">
        <h2 className={classes.name}>{number(ids.length)} things selected</h2>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={clearSelection.run}>
          Select nothing
        </Button>
      </div>
      <div className={classes.bulk} role="group" aria-label="What to do with all of them">
        {bulk.map(([action, icon, label]) => (
          <Button key={label} size="compact-sm" variant="light" color={label === "Retire" ? "red" : undefined} justify="flex-start" leftSection={<Icon name={icon} size={14} />} disabled={past} title={`${action.name}${action.keys ? ` (${keysText(action.keys[0])})` : ""}`} onClick={action.run}>
            {label}
          </Button>
        ))}
      </div>
      {past && <p className="small muted">You look at the past: go back to now to change something.</p>}
      {problem !== null && <p className={classes.problem}>{problem}</p>}
      {nodes && <Alike nodes={thoseThere(nodes)} first={ids.length > mostAsked} />}
      <section className={classes.section} aria-labelledby="selected">
        <h3 id="selected">Selected</h3>
        <ul className={classes.neighbours}>
          {ids.map((id, k) => (
            <One key={id} id={id} node={nodes?.[k]} />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** `node`: undefined where it is not known yet; null where it is not there any more. */
function One({ id, node }: { id: string; node: NodeDetail | null | undefined }): ReactElement {
  const onMap = useName(id);
  const name = node?.name ?? onMap ?? "…";
  return (
    <li className={classes.neighbour}>
      <button type="button" className={`plain row grow ${classes.go}`} onClick={() => selectNode(id)}>
        <bdi className="grow cut">{name}</bdi>
        <span className="muted small">{node === null ? "not there now" : node && node.id !== id ? "merged with another" : node?.types[0]}</span>
      </button>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Take ${name} out of the selection`} onClick={() => toggleSelected(id)}>
        <Icon name="close" size={12} />
      </ActionIcon>
    </li>
  );
}

function Alike({ nodes, first }: { nodes: readonly NodeDetail[]; first: boolean }): ReactElement {
  const { types, properties } = summaryOf(nodes);
  return (
    <section className={classes.section} aria-labelledby="alike">
      <h3 id="alike">What they are{first ? `, of the first ${nodes.length}` : ""}</h3>
      <dl className={classes.alike}>
        {[{ key: "Type", values: types }, ...properties].map(({ key, values }) => (
          <div key={key}>
            <dt>
              <bdi>{key}</bdi>
            </dt>
            <dd>
              {values.slice(0, 3).map((v, k) => (
                <span key={v.text}>
                  {k > 0 && <span className="muted">, </span>}
                  <bdi>{v.text}</bdi> <span className="muted">{number(v.count)}</span>
                </span>
              ))}
              {values.length > 3 && <span className="muted">, {number(values.length - 3)} others</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

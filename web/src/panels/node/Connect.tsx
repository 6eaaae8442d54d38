import { ActionIcon, Loader } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { connectNodes } from "../../actions/connectNodes";
import type { NodeDetail, NodeRef, Term } from "../../api/contract";
import { Icon } from "../../look/icons";
import { termNames, termOf, useOntology } from "../../state/ontology";
import { thoseThere, useDetails, whyNotAll } from "./details";
import { Ended, FormEnd } from "./FormEnd";
import { NodePicker } from "./NodePicker";
import { Suggest } from "./Suggest";
import { useSending } from "./sending";
import classes from "./Edit.module.css";

/** How two things are tied: the first that was selected leads to the others. */
export function Connect({ ids }: { ids: readonly string[] }): ReactElement {
  const { value: nodes, problem } = useDetails(ids);
  const { value: terms } = useOntology();
  if (!nodes) return problem !== null ? <p className={classes.problem}>{problem}</p> : <Loader size="sm" aria-label="Loading" />;
  const why = whyNotAll(nodes);
  return why === null ? <Ends nodes={thoseThere(nodes)} terms={terms} /> : <Ended why={why} />;
}

function Ends({ nodes, terms }: { nodes: readonly NodeDetail[]; terms: readonly Term[] | null }): ReactElement {
  const [other, choose] = useState<NodeRef | null>(null);
  const [relation, setRelation] = useState("");
  const [turned, turn] = useState(false);
  const [first, ...rest] = nodes;
  const others: readonly NodeRef[] = rest.length > 0 ? rest : other ? [other] : [];
  const one = others.length === 1;
  const { sending, submit } = useSending(async () => {
    const type = termOf(terms, relation.trim(), true);
    const said = one ? `Connected ${turned ? others[0].name : first.name} → ${turned ? first.name : others[0].name}.` : `Connected ${first.name} with ${others.length} things.`;
    if (!turned) return connectNodes(first.id, others.map((o) => o.id), type, said);
    for (const end of others) if (!(await connectNodes(end.id, [first.id], type, said))) return false;
    return true;
  });
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.head}>Connect</h2>
      {rest.length === 0 && <NodePicker label={`Connect ${first.name} to`} without={[first.id]} chosen={other} onChoose={choose} autoFocus />}
      {others.length > 0 && (
        <div className={classes.ends}>
          <bdi className={classes.end}>{turned ? namesOf(others) : first.name}</bdi>
          <span className={classes.swap}>
            <span aria-hidden="true">→</span>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Turn the direction around" onClick={() => turn(!turned)}>
              <Icon name="swap" size={14} />
            </ActionIcon>
          </span>
          <bdi className={classes.end}>{turned ? first.name : namesOf(others)}</bdi>
        </div>
      )}
      <Suggest label="Relation" value={relation} suggestions={termNames(terms, true)} placeholder="Such as knows, depends on, is part of" onChange={setRelation} autoFocus={rest.length > 0} />
      <FormEnd label="Connect" sending={sending} disabled={others.length === 0} />
    </form>
  );
}

function namesOf(nodes: readonly NodeRef[]): string {
  return nodes.length > 3 ? `${nodes.length} things` : nodes.map((n) => n.name).join(", ");
}

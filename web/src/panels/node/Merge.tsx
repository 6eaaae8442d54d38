import { Loader } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { mergeNodes } from "../../actions/mergeNodes";
import type { NodeDetail, NodeRef } from "../../api/contract";
import { number } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { useSourceName } from "../../state/sources";
import { api } from "../../state/workspace";
import { thoseThere, useDetails, whyNotAll } from "./details";
import { Ended, FormEnd } from "./FormEnd";
import { mergedOf } from "./merged";
import { NodePicker } from "./NodePicker";
import { useSending } from "./sending";
import { shown } from "../../look/value";
import classes from "./Edit.module.css";

const usualTrust = 50;

/** What things would be as one, and where they disagree, before one says that they are. */
export function Merge({ ids }: { ids: readonly string[] }): ReactElement {
  const [other, choose] = useState<NodeRef | null>(null);
  const { value: nodes, problem } = useDetails(other ? [...ids, other.id] : ids);
  if (ids.length < 2 && other === null) {
    return (
      <div className={classes.form}>
        <h2 className={classes.head}>Which is the same thing?</h2>
        <NodePicker label="Merge with" without={ids} chosen={other} onChoose={choose} autoFocus />
      </div>
    );
  }
  if (!nodes) return problem !== null ? <p className={classes.problem}>{problem}</p> : <Loader size="sm" aria-label="Loading" />;
  const why = whyNotAll(nodes);
  return why === null ? <Preview nodes={thoseThere(nodes)} /> : <Ended why={why} />;
}

function Preview({ nodes }: { nodes: readonly NodeDetail[] }): ReactElement {
  const nameOf = useSourceName();
  const [survivor, keep] = useState(nodes[0].id);
  const { value: sources } = useAnswer("sources", "sources", (signal) => api().sources(signal));
  const trust = new Map((sources?.sources ?? []).map((s) => [s.id, s.trust]));
  const ordered = [...nodes].sort((a, b) => Number(b.id === survivor) - Number(a.id === survivor));
  const merged = mergedOf(ordered, (id) => trust.get(id) ?? usualTrust);
  const differing = merged.fields.filter((f) => f.disagreement).length;
  const absorbed = ordered.slice(1).map((n) => n.id);
  const { sending, submit } = useSending(() => mergeNodes(survivor, absorbed, merged.name));
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.head}>Are these the same thing?</h2>
      <fieldset className={classes.survivors}>
        <legend>The one that stays; links to the others lead to it</legend>
        {nodes.map((n, k) => (
          <label key={n.id} className={classes.survivor}>
            <input type="radio" name="survivor" checked={n.id === survivor} onChange={() => keep(n.id)} autoFocus={k === 0} />
            <bdi className="grow cut">{n.name}</bdi>
            <span className="small muted">{[n.types[0], n.group?.name].filter(Boolean).join(" · ")}</span>
          </label>
        ))}
      </fieldset>
      <section className={classes.preview} aria-label="What it would be" tabIndex={0}>
        <h3 className={classes.previewName}>
          <bdi>{merged.name}</bdi>
        </h3>
        <p className="small muted">
          {merged.types.length > 0 ? merged.types.join(", ") : "No type"} · {number(merged.edges)} {merged.edges === 1 ? "edge" : "edges"} ·{" "}
          {differing === 0 ? "nothing disagrees" : differing === 1 ? "on one thing they disagree" : `on ${differing} things they disagree`}
        </p>
        {merged.fields.map((f) => (
          <div key={f.key} className={classes.field}>
            <div className={classes.key}>
              {f.key}
              {f.disagreement && (
                <span className="differs">disagree</span>
              )}
            </div>
            <div className={classes.value} dir="auto">
              {shown(f.statements[0].value, f.statements[0].denied)}
            </div>
            {f.disagreement &&
              f.statements.slice(1).map((s, k) => (
                <div key={k} className={classes.other}>
                  <bdi>{shown(s.value, s.denied)}</bdi>, says {nameOf(s.source)}
                </div>
              ))}
          </div>
        ))}
      </section>
      <p className={classes.hint}>Nothing is lost: a merge can be taken apart again, and both are exactly what they were.</p>
      <FormEnd label="Merge" sending={sending} />
    </form>
  );
}

import type { ReactElement, ReactNode } from "react";
import { flyToNode } from "../../actions/flyToNode";
import type { NodeDetail, NodeRef } from "../../api/contract";
import { releaseFacts, type ReleasePart } from "../../api/history";
import { number } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { useEdition } from "../../state/edition";
import { api } from "../../state/workspace";
import node from "./Node.module.css";
import classes from "./HistoryFacts.module.css";

/** What is new in a tag, or in a branch and in no tag yet: commits, people, files, and the issues that are mentioned. */
export function ReleaseFacts({ tag, time }: { tag: NodeDetail; time: number | null }): ReactElement | null {
  const { edition, atLeast } = useEdition(tag.id);
  const { value } = useAnswer(`${tag.id} ${time ?? "now"} ${edition}`, tag.id, (signal) => releaseFacts(api(), tag.id, time, atLeast, signal));
  if (!value || value.release.commits === 0) return null;
  const { release } = value;
  return (
    <section className={node.section} aria-labelledby="new-in-it">
      <h3 id="new-in-it">New in it</h3>
      {release.before.length > 0 && (
        <p className={classes.hot}>
          since{" "}
          {release.before.map((b) => (
            <button key={b.id} type="button" className={`plain ${node.group}`} onClick={() => flyToNode(b.id)}>
              {b.name}
            </button>
          ))}
        </p>
      )}
      <List title="Commits" total={release.commits}>
        {value.commits.map((c) => (
          <Row key={c.id} to={c} name={c.name} says="" />
        ))}
      </List>
      <Parts title="People" total={release.people} parts={value.people} />
      <Parts title="Files" total={release.files} parts={value.files} />
      <Parts title="Issues and pull requests" total={release.mentioned} parts={value.mentioned} />
    </section>
  );
}

function Parts({ title, total, parts }: { title: string; total: number; parts: ReleasePart[] }): ReactElement | null {
  return (
    <List title={title} total={total}>
      {parts.map((p) => (
        <Row key={p.node.id} to={p.node} name={p.node.name} title={p.path} says={p.commits === 1 ? "1 commit" : `${number(p.commits)} commits`} />
      ))}
    </List>
  );
}

function List({ title, total, children }: { title: string; total: number; children: ReactNode[] }): ReactElement | null {
  if (total === 0) return null;
  return (
    <div className={classes.part}>
      <h4>
        {title} <span className="small">{number(total)}</span>
      </h4>
      <ul aria-label={title}>{children}</ul>
      {total > children.length && <p className="small muted">and {number(total - children.length)} more</p>}
    </div>
  );
}

function Row({ to, name, says, title }: { to: NodeRef; name: string; says: string; title?: string | undefined }): ReactElement {
  return (
    <li>
      <button type="button" className={`plain row ${node.neighbour}`} title={title} onClick={() => flyToNode(to.id)}>
        <span className="grow cut">{name}</span>
        <span className="muted small">{says}</span>
      </button>
    </li>
  );
}

import type { ReactElement } from "react";
import type { Amount, DiffKind, ImportDiff, ImportRun, Remark } from "../../api/contract";
import { number } from "../../look/format";
import { placeText } from "./places";
import classes from "./Imports.module.css";

const kinds: readonly DiffKind[] = ["added", "changed", "withdrawn"];
const signs: Record<DiffKind, string> = { added: "+", changed: "~", withdrawn: "−" };
const mostRemarks = 200;

/** What an import would do: how much, by type, with examples; how it was understood; what it leaves out. */
export function DiffView({ run, diff }: { run: ImportRun; diff: ImportDiff }): ReactElement {
  const nothing = kinds.every((kind) => diff[kind].nodes + diff[kind].edges === 0);
  const parts = run.parts ?? [];
  return (
    <section aria-label="What would come" className={classes.diff}>
      {nothing ? (
        <p className={classes.assurance}>Nothing would change: the graph already says all that is there.</p>
      ) : (
        <div className={classes.amounts}>
          {kinds.map((kind) => (
            <AmountOf key={kind} what={kind} amount={diff[kind]} />
          ))}
        </div>
      )}
      {!nothing &&
        (parts.length > 1 ? (
          parts.map((part) => (
            <details key={part.importId} className={classes.part}>
              <summary>
                <span className="grow cut">
                  <strong>{part.reader}</strong> <span className="muted">{placeText(part.label ?? part.location)}</span>
                </span>
                <span className="small muted">{part.error ?? totals(part.diff)}</span>
              </summary>
              <Tree diff={part.diff} />
            </details>
          ))
        ) : (
          <>
            {parts.length === 1 && <p className={classes.assurance}>Read by {parts[0].reader}.</p>}
            <Tree diff={diff} />
          </>
        ))}
      <Remarks title="How it was understood" open remarks={run.notes ?? []} hint="Where this is wrong, say otherwise in the source, then look again." />
      <Remarks title="Left out or changed" remarks={run.warnings ?? []} />
    </section>
  );
}

function totals(diff: ImportDiff): string {
  const said = kinds.filter((kind) => diff[kind].nodes + diff[kind].edges > 0).map((kind) => `${signs[kind]}${[counted(diff[kind].nodes, "node"), counted(diff[kind].edges, "edge")].filter((t) => t !== "").join(", ")}`);
  return said.length > 0 ? said.join("  ") : "nothing changes";
}

function counted(count: number, what: string): string {
  return count === 0 ? "" : `${number(count)} ${what}${count === 1 ? "" : "s"}`;
}

function AmountOf({ what, amount }: { what: DiffKind; amount: Amount }): ReactElement {
  return (
    <div data-kind={what} data-none={amount.nodes + amount.edges === 0 || undefined}>
      <div className={classes.amount}>
        {signs[what]}
        {number(amount.nodes)}
      </div>
      <div className="small muted">
        {amount.nodes === 1 ? "node" : "nodes"} {what}
        {amount.edges > 0 && ` · ${number(amount.edges)} ${amount.edges === 1 ? "edge" : "edges"}`}
      </div>
    </div>
  );
}

/** Kinds of change; in them types, with their number; in them examples. */
function Tree({ diff }: { diff: ImportDiff }): ReactElement {
  const types = diff.types ?? [];
  return (
    <ul className={classes.tree}>
      {kinds.flatMap((kind) =>
        types
          .filter((t) => t.kind === kind)
          .map((t) => {
            const examples = diff.examples.filter((e) => e.kind === kind && (e.type ?? "") === t.type && (e.edge ?? false) === t.edge && e.name !== "");
            const line = (
              <>
                <span className={classes.sign} data-kind={kind}>
                  {signs[kind]}
                </span>
                <span className="grow cut" dir="auto">
                  {t.edge ? `${t.type || "edge"} →` : t.type || "without a type"}
                </span>
                <span className="small muted">
                  {number(t.count)} {kind}
                </span>
              </>
            );
            const key = `${kind} ${t.type} ${t.edge}`;
            if (t.edge || examples.length === 0) return <li key={key} className={classes.leaf}>{line}</li>;
            return (
              <li key={key}>
                <details>
                  <summary>{line}</summary>
                  <ul className={classes.examples}>
                    {examples.map((e, k) => (
                      <li key={k} className="cut" dir="auto">
                        {e.name}
                      </li>
                    ))}
                    {t.count > examples.length && <li className="muted">and {number(t.count - examples.length)} more</li>}
                  </ul>
                </details>
              </li>
            );
          }),
      )}
    </ul>
  );
}

/** What a reader remarked. */
export function Remarks({ title, remarks, open = false, hint, counted: withCount = true }: { title: string; remarks: Remark[]; open?: boolean; hint?: string; counted?: boolean }): ReactElement | null {
  if (remarks.length === 0) return null;
  return (
    <details className={classes.remarks} open={open}>
      <summary>
        {title} {withCount && <span className="muted">· {number(remarks.length)}</span>}
      </summary>
      <ul tabIndex={0} aria-label={title}>
        {remarks.slice(0, mostRemarks).map((r, k) => (
          <li key={k}>
            {r.where !== "" && <code>{placeText(r.where)}</code>} {r.what}
          </li>
        ))}
        {remarks.length > mostRemarks && <li className="muted">and {number(remarks.length - mostRemarks)} more</li>}
      </ul>
      {hint && <p className="small muted">{hint}</p>}
    </details>
  );
}

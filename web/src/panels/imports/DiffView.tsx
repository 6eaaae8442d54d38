import type { ReactElement } from "react";
import type { Amount, ImportDiff } from "../../api/contract";
import { number } from "../../look/format";
import classes from "./Imports.module.css";

/** What an import would do. */
export function DiffView({ diff }: { diff: ImportDiff }): ReactElement {
  const nothing = [diff.added, diff.changed, diff.withdrawn].every((a) => a.nodes + a.edges === 0);
  if (nothing) return <p className={classes.assurance}>Nothing would change: the graph already says all that is there.</p>;
  return (
    <section aria-label="What would come" className={classes.diff}>
      <div className={classes.amounts}>
        <AmountOf what="added" amount={diff.added} sign="+" />
        <AmountOf what="changed" amount={diff.changed} sign="~" />
        <AmountOf what="withdrawn" amount={diff.withdrawn} sign="−" />
      </div>
      {diff.examples.length > 0 && (
        <ul className={classes.examples}>
          {diff.examples.slice(0, 8).map((e, k) => (
            <li key={k} data-kind={e.kind}>
              <span className={classes.sign}>{e.kind === "added" ? "+" : e.kind === "changed" ? "~" : "−"}</span>
              <span className="grow cut">{e.name}</span>
              <span className="small muted">{e.type}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function AmountOf({ what, amount, sign }: { what: string; amount: Amount; sign: string }): ReactElement {
  return (
    <div data-kind={what}>
      <div className={classes.amount}>
        {sign}
        {number(amount.nodes)}
      </div>
      <div className="small muted">
        {what}
        {amount.edges > 0 && ` · ${number(amount.edges)} edges`}
      </div>
    </div>
  );
}

import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { describeEdge } from "../../actions/describeEdge";
import { describeNode } from "../../actions/describeNode";
import { renameNode } from "../../actions/renameNode";
import { withdrawStatement } from "../../actions/withdrawStatement";
import type { Statement } from "../../api/contract";
import { date } from "../../look/format";
import { isMe } from "../../state/called";
import { useSourceName } from "../../state/sources";
import { alike } from "./alike";
import { listed } from "./listed";
import { isPlain, shown } from "../../look/value";
import classes from "./Node.module.css";

interface Props {
  id: string;
  property: string;
  statements: Statement[];
  editable: boolean;
  /** They are of an edge. */
  edge?: boolean;
}

/** All that is said of one property: what is shown first, then what others say. */
export function Statements({ id, property, statements, editable, edge = false }: Props): ReactElement {
  const nameOf = useSourceName();
  const agree = (s: Statement): void => {
    if (property === "name") void renameNode(id, shown(s.value));
    else if (edge) void describeEdge(id, property, s.value);
    else void describeNode(id, property, s.value);
  };
  return (
    <ul className={classes.statements} aria-label={`Who says what of ${property}`}>
      {alike(statements).map(([s, ...others]) => (
        <li key={s.source.id} className={classes.statement} data-shown={s.shown || undefined}>
          <div className="grow">
            <div className={classes.value}>{shown(s.value, s.denied)}</div>
            <div className={classes.source}>
              {s.shown && <strong>shown · </strong>}
              {listed([s, ...others].map((one) => nameOf(one.source)))}
              {s.effectiveAt && ` · ${date(s.effectiveAt)}`}
            </div>
          </div>
          {editable && !s.shown && !s.denied && isPlain(s.value) && (
            <Button size="compact-xs" variant="subtle" onClick={() => agree(s)} aria-label={`Agree with ${nameOf(s.source)}`}>
              Agree
            </Button>
          )}
          {editable && s.shown && isMe(s.source.id) && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void withdrawStatement(id, property)}>
              Take back
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

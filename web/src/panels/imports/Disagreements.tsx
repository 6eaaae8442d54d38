import { Button, Checkbox, Loader, NativeSelect } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import { settle } from "../../actions/settle";
import type { Disagreement } from "../../api/contract";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { Problem } from "../../look/Problem";
import { VirtualList } from "../../look/VirtualList";
import { useAnswer } from "../../state/answer";
import { useSourceName } from "../../state/sources";
import { api } from "../../state/workspace";
import { shown } from "../../look/value";
import { isSettled, sides, statementOf } from "./sides";
import classes from "./Imports.module.css";

const most = 1000;
const rowPx = 74;
const keyOf = (d: Disagreement): string => `${d.thing} ${d.kind} ${d.key ?? ""}`;

/** Where sources differ, to be settled many at once by accepting one side. */
export function Disagreements({ onBack }: { onBack: () => void }): ReactElement {
  const [round, again] = useState(0);
  const [wanted, setWanted] = useState("");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [withSettled, setWithSettled] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = useSourceName();
  const { value, problem, slow } = useAnswer(String(round), "disagreements", (signal) => api().disagreements(most, signal));
  const all = value?.disagreements ?? [];
  const open = all.filter((d) => !isSettled(d));
  const list = withSettled ? all : open;
  const choices = sides(open);
  const side = choices.find((s) => s.id === wanted) ?? choices.at(0);
  const chosen = side === undefined ? [] : open.filter((d) => !left.has(keyOf(d))).flatMap((disagreement) => {
    const statement = statementOf(disagreement, side.id);
    return statement ? [{ disagreement, side: statement }] : [];
  });
  const accept = async (): Promise<void> => {
    setBusy(true);
    await settle(chosen);
    setBusy(false);
    again((r) => r + 1);
  };
  const toggle = (d: Disagreement): void => {
    const next = new Set(left);
    if (!next.delete(keyOf(d))) next.add(keyOf(d));
    setLeft(next);
  };
  return (
    <div className={classes.settling}>
      <div className={classes.settleHead}>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onBack} leftSection={<Icon name="left" size={14} />}>
          Sources
        </Button>
        <Checkbox size="xs" label={`settled ones, too (${number(all.length - open.length)})`} checked={withSettled} onChange={(e) => setWithSettled(e.currentTarget.checked)} />
      </div>
      {slow && !value && <Loader size="sm" m="md" aria-label="Loading" />}
      <Problem className={classes.problem} text={problem} />
      {value?.cursor !== undefined && <p className={`small muted ${classes.order}`}>The first {number(all.length)} are shown; settle these to see more.</p>}
      {value && list.length === 0 && <p className="muted">{all.length === 0 ? "Nobody disagrees." : "All disagreements are settled."}</p>}
      {list.length > 0 && (
        <VirtualList
          count={list.length}
          rowPx={rowPx}
          label="Disagreements"
          row={(k) => {
            const d = list[k];
            const statement = side === undefined ? undefined : statementOf(d, side.id);
            const settled = isSettled(d);
            return (
              <div role="listitem" className={classes.differing}>
                <Checkbox size="xs" aria-label={`Settle ${d.key ?? d.kind} of ${d.name}`} disabled={!statement || settled} checked={!settled && statement !== undefined && !left.has(keyOf(d))} onChange={() => toggle(d)} />
                <div className="grow">
                  <div className="row">
                    <button type="button" className={`plain cut ${classes.thing}`} dir="auto" disabled={d.isEdge} onClick={() => flyToNode(d.thing)}>
                      {d.name || "(no name)"}
                    </button>
                    <span className="small muted cut">{d.key ?? d.kind}</span>
                  </div>
                  {d.statements.slice(0, 2).map((s) => (
                    <div key={s.source.id} className={`small cut ${classes.says}`} data-chosen={(s.source.id === side?.id && !settled) || undefined} dir="auto">
                      {shown(s.value, s.denied)} <span className="muted">says {name(s.source)}{s.shown ? ", shown" : ""}</span>
                    </div>
                  ))}
                </div>
              </div>
            );
          }}
        />
      )}
      {side !== undefined && (
        <div className={classes.settleFoot}>
          <NativeSelect size="xs" aria-label="Accept what this one says" value={side.id} onChange={(e) => setWanted(e.currentTarget.value)} data={choices.map((s) => ({ value: s.id, label: `${name({ id: s.id, label: s.label })} (${number(s.count)})` }))} className="grow" />
          <Button size="xs" loading={busy} disabled={chosen.length === 0} onClick={() => void accept()}>
            Accept for {number(chosen.length)}
          </Button>
        </div>
      )}
    </div>
  );
}

import { Button, Checkbox, Loader, NativeSelect } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import { acceptSuggestions, reconsider, refuseSuggestions } from "../../actions/sameness";
import type { Likeness, Suggestion } from "../../api/contract";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { Problem } from "../../look/Problem";
import { VirtualList } from "../../look/VirtualList";
import { useAnswer } from "../../state/answer";
import { session } from "../../state/session";
import { useStore } from "../../state/store";
import { api } from "../../state/workspace";
import classes from "./Imports.module.css";

const most = 1000;
const rowPx = 92;
const sures = ["0", "80", "85", "90", "95"];
const keyOf = (s: Suggestion): string => `${s.survivor.id} ${s.absorbed.id}`;

/** What is probably the same thing, to be accepted or refused many at once; and what was refused. */
export function Sameness({ onBack }: { onBack: () => void }): ReactElement {
  const position = useStore(session, (s) => s.position);
  const [kind, setKind] = useState("");
  const [least, setLeast] = useState("0");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [apart, setApart] = useState(false);
  const [busy, setBusy] = useState(false);
  const { value, problem, slow } = useAnswer(`${position} ${kind} ${least}`, "suggestions", (signal) => api().suggestions(kind, Number(least), most, signal));
  const list = value?.suggestions ?? [];
  const chosen = list.filter((s) => !left.has(keyOf(s)));
  const act = async (decide: (chosen: readonly Suggestion[]) => Promise<boolean>): Promise<void> => {
    setBusy(true);
    await decide(chosen);
    setBusy(false);
  };
  const toggle = (s: Suggestion): void => {
    const next = new Set(left);
    if (!next.delete(keyOf(s))) next.add(keyOf(s));
    setLeft(next);
  };
  const kinds = Object.entries(value?.counts ?? {});
  return (
    <div className={classes.settling}>
      <div className={classes.settleHead}>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onBack} leftSection={<Icon name="left" size={14} />}>
          Sources
        </Button>
        <Checkbox size="xs" label="refused ones" checked={apart} onChange={(e) => setApart(e.currentTarget.checked)} />
      </div>
      <Problem className={classes.problem} text={problem} />
      {apart ? (
        <Refused position={position} />
      ) : (
        <>
          <div className={classes.sameFilter}>
            <NativeSelect size="xs" aria-label="Which kind" value={kind} onChange={(e) => setKind(e.currentTarget.value)} data={[{ value: "", label: "any kind" }, ...kinds.map(([name, count]) => ({ value: name, label: `${name} (${number(count)})` }))]} className="grow" />
            <NativeSelect size="xs" aria-label="How sure" value={least} onChange={(e) => setLeast(e.currentTarget.value)} data={sures.map((s) => ({ value: s, label: s === "0" ? "however sure" : `${s} % or surer` }))} />
          </div>
          {slow && !value && <Loader size="sm" m="md" aria-label="Loading" />}
          {value && list.length === 0 && <p className="muted">Nothing looks like the same thing.</p>}
          {value?.cursor !== undefined && <p className="small muted">The first {number(list.length)} are shown; decide these to see more.</p>}
          {value !== null && value.crowds > 0 && <p className="small muted">{number(value.crowds)} names suggest nothing, for too many things have them, such as {value.crowdExamples.join(", ")}.</p>}
          {list.length > 0 && (
            <VirtualList
              count={list.length}
              rowPx={rowPx}
              label="Suggestions"
              row={(k) => {
                const s = list[k];
                return (
                  <div role="listitem" className={`${classes.differing} ${classes.same}`}>
                    <Checkbox size="xs" aria-label={`${s.survivor.name ?? ""} and ${s.absorbed.name ?? ""}`} checked={!left.has(keyOf(s))} onChange={() => toggle(s)} />
                    <div className="grow">
                      <Pair one={s.survivor} other={s.absorbed} />
                      <div className={`small ${classes.why}`} title={s.reason} dir="auto">
                        <span className="muted">{s.score} %</span> {s.reason}
                      </div>
                      <div className="small muted cut" title={s.evidence.join("\n")} dir="auto">
                        {s.evidence.join(" · ")}
                      </div>
                    </div>
                  </div>
                );
              }}
            />
          )}
          {list.length > 0 && (
            <div className={classes.settleFoot}>
              <Button size="xs" variant="subtle" color="gray" onClick={() => setLeft(chosen.length > 0 ? new Set(list.map(keyOf)) : new Set())}>
                {chosen.length > 0 ? "None" : "All"}
              </Button>
              <span className="grow" />
              <Button size="xs" variant="default" loading={busy} disabled={chosen.length === 0} onClick={() => void act(refuseSuggestions)}>
                Not the same
              </Button>
              <Button size="xs" loading={busy} disabled={chosen.length === 0} onClick={() => void act(acceptSuggestions)}>
                Merge {number(chosen.length)}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Pair({ one, other }: { one: Likeness; other: Likeness }): ReactElement {
  return (
    <div className="row">
      <Thing of={one} />
      <span className="muted">=</span>
      <Thing of={other} />
    </div>
  );
}

function Thing({ of }: { of: Likeness }): ReactElement {
  return (
    <button type="button" className={`plain cut ${classes.thing}`} dir="auto" title={of.types.join(", ")} onClick={() => flyToNode(of.id)}>
      {of.name ?? "(no name)"} <span className="small muted">{of.types.at(-1)}</span>
    </button>
  );
}

/** What people said is not the same thing, each to be taken back. */
function Refused({ position }: { position: number }): ReactElement {
  const { value, problem } = useAnswer(String(position), "separations", (signal) => api().separations(most, signal));
  const list = value?.separations ?? [];
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (list.length === 0) return <p className="muted">Nobody said of anything that it is not the same thing.</p>;
  return (
    <VirtualList
      count={list.length}
      rowPx={44}
      label="Not the same"
      row={(k) => (
        <div role="listitem" className={`${classes.differing} ${classes.refused}`}>
          <div className="grow">
            <Pair one={list[k].one} other={list[k].other} />
          </div>
          <Button size="compact-xs" variant="subtle" onClick={() => void reconsider([list[k]])}>
            Take back
          </Button>
        </div>
      )}
    />
  );
}

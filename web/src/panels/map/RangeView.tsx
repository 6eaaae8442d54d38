import { useEffect, useRef, useState, type ReactElement } from "react";
import { putCondition } from "../../actions/filterMap";
import { number } from "../../look/format";
import { dayMs, type Condition } from "../../map/conditions";
import { numberAt, partOf } from "../../map/scale";
import type { Facet } from "../../map/protocol";
import classes from "./Filter.module.css";

type Range = Extract<Condition, { from: number | null }>;

interface Props {
  id: string;
  facet: Extract<Facet, { kind: "number" | "date" }>;
  condition: Range | null;
}

const steps = 200;
const settleMs = 120;

/** How the numbers are spread, with two handles for the range that is wanted, and fields to type it. */
export function RangeView({ id, facet, condition }: Props): ReactElement {
  const dates = facet.kind === "date";
  const [range, put] = useState({ from: condition?.from ?? null, to: condition?.to ?? null });
  const [seen, see] = useState(condition);
  // Removed or chosen elsewhere: the handles follow.
  if (seen !== condition) {
    see(condition);
    put({ from: condition?.from ?? null, to: condition?.to ?? null });
  }
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const choose = (next: { from: number | null; to: number | null }): void => {
    put(next);
    clearTimeout(timer.current);
    // While a handle is dragged, the map follows a little later.
    timer.current = setTimeout(() => putCondition(id, { key: id, ...next, dates }), settleMs);
  };
  const low = range.from === null ? 0 : Math.round(partOf(facet, range.from) * steps);
  const high = range.to === null ? steps : Math.round(partOf(facet, range.to) * steps);
  const most = Math.max(1, ...facet.bins);
  const atStep = (step: number, last: boolean): number => {
    const value = numberAt(facet, step / steps);
    if (dates) return Math.floor(value / dayMs) * dayMs + (last ? dayMs - 1 : 0);
    return facet.whole ? Math.round(value) : Number(value.toPrecision(4));
  };
  const name = dates ? "day" : "number";
  return (
    <>
      <div className={classes.spread}>
        <svg viewBox={`0 0 ${facet.bins.length} 32`} preserveAspectRatio="none" role="img" aria-label={`How ${dates ? "days" : "numbers"} are spread: ${number(facet.count)} things have one`}>
          {facet.bins.map((bin, k) => {
            const height = bin === 0 ? 0 : 2 + (30 * Math.sqrt(bin)) / Math.sqrt(most);
            const within = (k + 1) / facet.bins.length > low / steps && k / facet.bins.length < Math.max(high, 1) / steps;
            return <rect key={k} x={k + 0.08} width={0.84} y={32 - height} height={height} data-out={!within || undefined} />;
          })}
        </svg>
        <input type="range" min={0} max={steps} value={low} aria-label={`The least ${name}`} aria-valuetext={text(range.from ?? facet.least, dates)} onChange={(e) => choose({ ...range, from: Number(e.currentTarget.value) === 0 ? null : atStep(Math.min(Number(e.currentTarget.value), high), false) })} />
        <input type="range" min={0} max={steps} value={high} aria-label={`The largest ${name}`} aria-valuetext={text(range.to ?? facet.most, dates)} onChange={(e) => choose({ ...range, to: Number(e.currentTarget.value) === steps ? null : atStep(Math.max(Number(e.currentTarget.value), low), true) })} />
      </div>
      <div className={classes.ends}>
        <Field label={`From this ${name} on`} dates={dates} value={range.from} hint={facet.least} onChoose={(from) => choose({ ...range, from })} />
        <span className="muted">–</span>
        <Field label={`Up to this ${name}`} dates={dates} value={range.to} hint={facet.most} onChoose={(to) => choose({ ...range, to: to !== null && dates ? to + dayMs - 1 : to })} />
      </div>
      {facet.without > 0 && <p className="small muted">{number(facet.without)} have none; a range leaves them out.</p>}
    </>
  );
}

function text(value: number, dates: boolean): string {
  return dates ? new Date(value).toISOString().slice(0, 10) : number(value);
}

interface FieldProps {
  label: string;
  dates: boolean;
  value: number | null;
  hint: number;
  onChoose: (value: number | null) => void;
}

function Field({ label, dates, value, hint, onChoose }: FieldProps): ReactElement {
  return (
    <input
      className="select"
      type={dates ? "date" : "number"}
      step="any"
      aria-label={label}
      placeholder={dates ? undefined : number(hint)}
      value={value === null ? "" : dates ? text(value, true) : value}
      onChange={(e) => {
        const typed = e.currentTarget.value;
        const read = typed === "" ? null : dates ? Date.parse(`${typed}T00:00:00Z`) : Number(typed);
        if (read === null || !Number.isNaN(read)) onChoose(read);
      }}
    />
  );
}

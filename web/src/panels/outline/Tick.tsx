import type { ReactElement } from "react";
import { number } from "../../look/format";
import classes from "./Outline.module.css";

interface Props {
  name: string;
  count?: number;
  colour?: string;
  ticked: boolean;
  onTick: () => void;
}

/** One of several that can be ticked. */
export function Tick({ name, count, colour, ticked, onTick }: Props): ReactElement {
  return (
    <label className={classes.tick}>
      <input type="checkbox" checked={ticked} onChange={onTick} />
      {colour !== undefined && <span className="dot" style={{ background: colour }} aria-hidden="true" />}
      <bdi className="grow cut">{name}</bdi>
      {count !== undefined && <span className="small muted">{number(count)}</span>}
    </label>
  );
}

import type { ReactElement } from "react";
import { selectEdge } from "../../actions/selectEdge";
import { number } from "../../look/format";
import { map, mapState } from "../../map/client";
import type { Outward } from "../../map/protocol";
import { useAnswer } from "../../state/answer";
import { useStore } from "../../state/store";
import classes from "./Node.module.css";

/** More are drawn, and not listed. */
const mostListed = 30;

/** What the things in a group are tied to outside it, as the map draws it around the group: a click lists the edges. */
export function OutwardTies({ id, time }: { id: string; time: number | null }): ReactElement | null {
  const edition = useStore(mapState, (m) => m.edition);
  const { value } = useAnswer(`outward ${id} ${time ?? "now"} ${edition}`, `outward ${id}`, () => map.outward(id, mostListed + 1).then((ties) => ({ ties })));
  if (!value || value.ties.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="outward">
      <h3 id="outward">What is in it is tied to</h3>
      <ul className={classes.tallies}>
        {value.ties.slice(0, mostListed).map((tie) => (
          <li key={tie.other.id}>
            <button type="button" className={`plain row ${classes.relation}`} onClick={() => selectEdge(id, tie.other.id)} title={told(tie)}>
              <bdi className="grow cut">{tie.other.name || "(no name)"}</bdi>
              <span className="muted small cut">{told(tie)}</span>
            </button>
          </li>
        ))}
      </ul>
      {value.ties.length > mostListed && <p className="small muted">The {mostListed} with the most ties are listed.</p>}
    </section>
  );
}

/** As `← order 2,155, route 3 →`. */
function told({ tallies }: Outward): string {
  const there = tallies.filter((t) => t.there > 0).map((t) => `${t.type || "tied"} ${number(t.there)} →`);
  const back = tallies.filter((t) => t.back > 0).map((t) => `← ${t.type || "tied"} ${number(t.back)}`);
  return [...there, ...back].join(", ");
}

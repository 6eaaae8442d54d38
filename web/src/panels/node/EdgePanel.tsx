import { Button, CloseButton, Loader } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import { leaveEdge } from "../../actions/selectEdge";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { map, mapState } from "../../map/client";
import type { EdgesAnswer, MapItem } from "../../map/protocol";
import { useAnswer } from "../../state/answer";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { EdgeFacts } from "./EdgeFacts";
import { findEdges } from "./edgeBetween";
import classes from "./Node.module.css";

/** More are counted, and not listed: whoever wants them all zooms in, or asks for one end. */
const mostListed = 200;

/** The edges between two things, or between what is in them: how many of each type, each of them, and all that is known of one. */
export function EdgePanel({ from, to }: { from: string; to: string }): ReactElement {
  const time = useStore(view, (v) => v.time);
  const selected = useStore(view, (v) => v.selected !== null);
  const edition = useStore(mapState, (m) => m.edition);
  const { value, slow } = useAnswer(`${from} ${to} ${time ?? "now"} ${edition}`, `${from} ${to}`, () => map.edges(from, to, mostListed).then((answer) => ({ answer })));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Edges">
      <div className="row">
        {selected && (
          <Button size="compact-xs" variant="subtle" leftSection={<Icon name="left" size={12} />} onClick={leaveEdge}>
            Back
          </Button>
        )}
        <span className="grow" />
        {!selected && <CloseButton aria-label="Put the edges away" onClick={leaveEdge} />}
      </div>
      {!value && <div className={classes.wait}>{slow && <Loader size="sm" aria-label="Loading" />}</div>}
      {value && (value.answer === null || value.answer.total === 0 ? <None answer={value.answer} /> : <Edges answer={value.answer} time={time} />)}
    </div>
  );
}

function None({ answer }: { answer: EdgesAnswer | null }): ReactElement {
  return <p role="status">{answer === null ? "One of the two ends is not on the map." : `Nothing leads from ${answer.from.name} to ${answer.to.name} or back at this moment.`}</p>;
}

function Edges({ answer, time }: { answer: EdgesAnswer; time: number | null }): ReactElement {
  const { from, to, tallies, total, edges } = answer;
  const [type, choose] = useState<string | null>(null);
  const shown = edges.filter((e) => type === null || e.type === type);
  return (
    <>
      <h2 className={classes.edgeEnds}>
        <End item={from} /> <span className="muted">{tallies.every((t) => t.back === 0) ? "→" : tallies.every((t) => t.there === 0) ? "←" : "↔"}</span> <End item={to} />
      </h2>
      {total > 1 && (
        <ul className={classes.tallies} aria-label="How many of each type">
          {tallies.map((t) => (
            <li key={t.type}>
              <button type="button" className={`plain row ${classes.relation}`} aria-pressed={type === t.type} onClick={() => choose(type === t.type ? null : t.type)}>
                <bdi className="grow">{t.type || "tied"}</bdi>
                {t.there > 0 && <span className="muted">{number(t.there)} →</span>}
                {t.back > 0 && <span className="muted">← {number(t.back)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <section className={classes.section} aria-labelledby="edges">
        <h3 id="edges">{total === 1 ? "The edge" : (type ?? `${number(total)} edges`)}</h3>
        <ul className={classes.neighbours} aria-label="Edges between them">
          {shown.map((e) => (
            <One key={`${e.from.id} ${e.type} ${e.to.id}`} edge={e} time={time} open={total === 1} />
          ))}
        </ul>
        {answer.listed > edges.length && <p className="small muted">The first {number(edges.length)} are listed. Zoom in to see fewer at once.</p>}
      </section>
    </>
  );
}

function End({ item }: { item: MapItem }): ReactElement {
  return (
    <button type="button" className={`plain ${classes.group}`} onClick={() => flyToNode(item.id)} title={item.type ?? "Group"}>
      <bdi>{item.name || "(no name)"}</bdi>
    </button>
  );
}

function One({ edge, time, open: openAtFirst }: { edge: EdgesAnswer["edges"][number]; time: number | null; open: boolean }): ReactElement {
  const [open, toggle] = useState(openAtFirst);
  return (
    <li>
      <button type="button" className={`plain row ${classes.relation}`} aria-expanded={open} onClick={() => toggle(!open)}>
        <Icon name={open ? "down" : "right"} size={13} />
        <span className={`grow ${classes.between}`}>
          <bdi>{edge.from.name}</bdi> <span className="muted">—</span>
          {edge.type || "tied"}
          <span className="muted">→</span> <bdi>{edge.to.name}</bdi>
        </span>
      </button>
      {open && <Found edge={edge} time={time} />}
    </li>
  );
}

/** What the server knows of it: the map knows ends and type only. */
function Found({ edge, time }: { edge: EdgesAnswer["edges"][number]; time: number | null }): ReactElement {
  const key = `${edge.from.id} ${edge.type} ${edge.to.id} ${time ?? "now"}`;
  const { value, problem, slow } = useAnswer(key, key, (signal) => findEdges(edge, time, signal));
  if (problem !== null) return <p className={classes.problem}>{problem}</p>;
  if (!value) return <div className={classes.wait}>{slow && <Loader size="xs" aria-label="Loading" />}</div>;
  if (value.length === 0) return <p className="small muted">The server does not tell of it at this moment: a source may have taken it back just now.</p>;
  return (
    <>
      {value.map((id) => (
        <EdgeFacts key={id} id={id} time={time} editable={time === null} />
      ))}
    </>
  );
}

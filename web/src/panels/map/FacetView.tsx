import { TextInput } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { putCondition } from "../../actions/filterMap";
import { useTypeColour } from "../../state/typeColour";
import { number } from "../../look/format";
import { none, type Condition } from "../../map/conditions";
import { map, mapState } from "../../map/client";
import type { Facet } from "../../map/protocol";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { Tick } from "../outline/Tick";
import { RangeView } from "./RangeView";
import classes from "./Filter.module.css";

interface Props {
  /** What is filtered by. */
  id: string;
  condition: Condition | null;
}

/** What there is to choose from for one key: a range of numbers or dates, or the most frequent values. */
export function FacetView({ id, condition }: Props): ReactElement {
  const [facet, put] = useState<Facet | null>(null);
  const [text, look] = useState("");
  const edition = useStore(mapState, (m) => m.edition);
  const time = useStore(view, (v) => v.time);
  const others = useStore(view, (v) => v.conditions);
  // Its own condition does not change what there is to choose from.
  const asked = JSON.stringify(others.filter((c) => c.key !== id));
  useEffect(() => {
    let wanted = true;
    void map.facet(id, text).then((answer) => {
      if (wanted) put(answer);
    });
    return () => {
      wanted = false;
    };
  }, [id, text, edition, time, asked]);
  if (facet === null) return <p className="small muted">Looking…</p>;
  if (facet.kind === "problem") return <p className="small" role="alert">{facet.problem}</p>;
  if (facet.kind === "text") return <Values id={id} condition={condition} facet={facet} text={text} onText={look} />;
  if (facet.count === 0) return <p className="small muted">Nothing that the other filters keep has it.</p>;
  return <RangeView id={id} facet={facet} condition={condition !== null && "from" in condition ? condition : null} />;
}

interface ValuesProps extends Props {
  facet: Extract<Facet, { kind: "text" }>;
  text: string;
  onText: (text: string) => void;
}

const worthLooking = 14;

function Values({ id, condition, facet, text, onText }: ValuesProps): ReactElement {
  const types = useStore(mapState, (m) => m.types);
  const byType = useStore(view, (v) => v.colourBy === "type");
  const colour = useTypeColour();
  const any = condition !== null && "any" in condition ? condition.any : [];
  const tick = (value: string): void => putCondition(id, { key: id, any: any.includes(value) ? any.filter((v) => v !== value) : [...any, value] });
  const listed = facet.values.map((v) => v.text);
  const dot = (value: string): { colour: string } | object => {
    const known = id === "type" && byType ? types.find((t) => t.type === value) : undefined;
    return known ? { colour: colour(known.colour) } : {};
  };
  return (
    <>
      {(facet.distinct > worthLooking || text !== "") && <TextInput size="xs" aria-label="Look among the values" placeholder={`Look among ${number(facet.distinct)} values`} dir="auto" value={text} onChange={(e) => onText(e.currentTarget.value)} />}
      <div role="group" aria-label="Values" className={classes.values}>
        {any.filter((v) => v !== none && !listed.includes(v)).map((v) => (
          <Tick key={v} name={v} ticked onTick={() => tick(v)} {...dot(v)} />
        ))}
        {facet.values.map((v) => (
          <Tick key={v.text} name={v.text} count={v.count} ticked={any.includes(v.text)} onTick={() => tick(v.text)} {...dot(v.text)} />
        ))}
        {facet.without > 0 && text === "" && <Tick name="(none)" count={facet.without} ticked={any.includes(none)} onTick={() => tick(none)} />}
      </div>
      {facet.distinct > facet.values.length && text === "" && <p className="small muted">and {number(facet.distinct - facet.values.length)} more</p>}
      {facet.values.length === 0 && (text !== "" || facet.without === 0) && <p className="small muted">{text === "" ? "Nothing that the other filters keep has it." : "No value holds that."}</p>}
    </>
  );
}

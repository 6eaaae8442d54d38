import { Button, CloseButton } from "@mantine/core";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { putCondition, resetFilters } from "../../actions/filterMap";
import { Choice } from "../../look/Choice";
import { number } from "../../look/format";
import { keyName } from "../../map/conditions";
import { mapState } from "../../map/client";
import { looks } from "../../state/looks";
import { mapPanels } from "../../state/mapPanels";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { FacetView } from "./FacetView";
import { useProperties } from "./properties";
import classes from "./Filter.module.css";

const always = ["type", "edges", "since", "relation"] as const;
const says: Readonly<Record<string, string>> = { edges: "how many", since: "when it began", relation: "others are not shown" };

/** Filters the map by what its things are and state: values with counts, ranges with a histogram, several at once. */
export default function FilterPanel(): ReactElement {
  const conditions = useStore(view, (v) => v.conditions);
  const hides = useStore(view, (v) => v.hides);
  const side = useStore(view, (v) => v.side !== null);
  const part = useStore(view, (v) => v.camera !== null);
  const over = useStore(looks, (l) => l.overview) && part;
  const filtered = useStore(mapState, (m) => m.filtered);
  const [added, add] = useState<readonly string[]>(conditions.length === 0 ? ["type"] : []);
  const [known, look] = useProperties();
  const choose = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    look();
    choose.current?.focus();
  }, [look]);
  const open = [...new Set([...conditions.map((c) => c.key), ...added])];
  const left = [...always, ...known.map((p) => `.${p.key}`)].filter((key) => !open.includes(key));
  const counts = new Map(known.map((p) => [`.${p.key}`, p.count]));
  const close = (): void => mapPanels.put({ filter: false });
  return (
    <section
      className={`card ${classes.panel}`}
      data-side={side || undefined}
      data-over={over || undefined}
      aria-label="Filter the map"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <div className="row">
        <strong className="grow">Filter the map</strong>
        {conditions.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={resetFilters.run}>
            Reset
          </Button>
        )}
        <CloseButton aria-label="Close the filters" onClick={close} />
      </div>
      <select
        ref={choose}
        className="select"
        aria-label="Filter by"
        value=""
        onChange={(e) => {
          const key = e.currentTarget.value;
          if (key !== "") add([...added, key]);
        }}
      >
        <option value="">Filter by…</option>
        {left.map((key) => (
          <option key={key} value={key}>
            {keyName(key)}
            {counts.has(key) ? ` (${number(counts.get(key)!)})` : ""}
          </option>
        ))}
      </select>
      {open.map((key) => (
        <section key={key} className={classes.facet} aria-label={keyName(key)}>
          <div className="row">
            <h3 className="grow cut">{keyName(key)}</h3>
            {key in says && <span className="small muted">{says[key]}</span>}
            <CloseButton
              size={24}
              iconSize={14}
              aria-label={`No filter by ${keyName(key)}`}
              onClick={() => {
                putCondition(key, null);
                add(added.filter((k) => k !== key));
                choose.current?.focus();
              }}
            />
          </div>
          <FacetView id={key} condition={conditions.find((c) => c.key === key) ?? null} />
        </section>
      ))}
      <div className={classes.rest}>
        <span className="small muted">What does not match is</span>
        <Choice
          label="What does not match"
          value={hides ? "hidden" : "dimmed"}
          choices={[
            { value: "dimmed", label: "dimmed" },
            { value: "hidden", label: "hidden" },
          ]}
          onChoose={(how) => view.put({ hides: how === "hidden" })}
        />
      </div>
      <p className="small muted" role="status">
        {filtered === null ? "Tick values or draw a range in: what meets all filters stays bright." : (filtered.problem ?? (filtered.waiting ? "Looking…" : `${number(filtered.found)} of ${number(filtered.of)} things match.`))}
      </p>
    </section>
  );
}

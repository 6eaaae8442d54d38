import { Menu } from "@mantine/core";
import { useViewportSize } from "@mantine/hooks";
import { useState, type ReactElement } from "react";
import { colourMap, colourNames, sizeMap, sizeName } from "../../actions/colourMap";
import { colourings, propertyOf, sizings, type SizeBy } from "../../map/arrangement";
import { useTypeColour } from "../../look/colour";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { otherColour } from "../../look/palette";
import { map, mapState } from "../../map/client";
import { useStore } from "../../state/store";
import { outlinePx, view } from "../../state/view";
import { api } from "../../state/workspace";
import classes from "./MapView.module.css";

const mostRows = 9;
const titles = { type: "Types", group: "Groups", age: "Age" } as const;

/** What the colours and sizes mean, and what they are to mean; a click points one colour out. */
export function Legend(): ReactElement {
  const types = useStore(mapState, (m) => m.types);
  const highlighted = useStore(mapState, (m) => m.highlighted);
  const side = useStore(view, (v) => v.side !== null);
  const covered = useStore(view, (v) => outlinePx(v, innerWidth));
  const colour = useTypeColour();
  const [chosen, choose] = useState<boolean | null>(null);
  const { width } = useViewportSize();
  // Where panels leave little room, it opens only when asked to.
  const shown = chosen ?? width - (side ? 392 : 0) - covered >= 860;
  const rows = types.filter((t) => t.colour < otherColour).slice(0, mostRows);
  const others = types.filter((t) => t.colour >= otherColour && !["Folder", "Group"].includes(t.type));
  const colourBy = useStore(view, (v) => v.colourBy);
  const slow = useStore(mapState, (m) => m.drawing?.by === "canvas");
  const sizeBy = useStore(view, (v) => v.sizeBy);
  return (
    <>
      {rows.length > 0 && (
        <section className={`card ${classes.legend}`} aria-label="Legend" style={covered > 0 && width > 760 ? { left: covered + 12 } : undefined}>
          <button type="button" className={`plain ${classes.legendRow} muted`} aria-expanded={shown} onClick={() => choose(!shown)}>
            <Icon name={shown ? "down" : "right"} size={12} /> {titles[colourBy]}
          </button>
          {shown &&
            rows.map((t) => (
              <button
                key={t.type}
                type="button"
                className={`plain ${classes.legendRow}`}
                aria-pressed={highlighted === t.type}
                onClick={() => map.highlight(highlighted === t.type ? null : t.type)}
              >
                <span className="dot" style={{ background: colour(t.colour) }} />
                <span className="grow cut">{t.type}</span>
                <span className="muted">{number(t.count)}</span>
              </button>
            ))}
          {shown && others.length > 0 && (
            <div className={classes.legendRow}>
              <span className="dot" style={{ background: colour(otherColour) }} />
              <span className="grow cut">{others.length === 1 ? others[0].type : `${others.length} other types`}</span>
              <span className="muted">{number(others.reduce((sum, t) => sum + t.count, 0))}</span>
            </div>
          )}
          {shown && (
            <div className={classes.legendFoot}>
              <Choice label="Colour by" name={(by) => colourNames[by]} all={colourings} now={colourBy} choose={colourMap} />
              {slow && <div className={`${classes.choice} muted`}>Drawn without a graphics card</div>}
              <SizeChoice now={sizeBy} />
            </div>
          )}
        </section>
      )}
    </>
  );
}

/** The measures that every map has, and the properties that are numbers here. */
function SizeChoice({ now }: { now: SizeBy }): ReactElement {
  const sized = useStore(mapState, (m) => m.sized);
  const [keys, setKeys] = useState<string[]>([]);
  const look = (): void => {
    void api()
      .ontology(null)
      .then(({ terms }) => setKeys([...new Set(terms.flatMap((t) => t.properties.filter((p) => p.numeric).map((p) => p.key)))].sort()))
      // The measures of every map are there all the same.
      .catch(() => setKeys([]));
  };
  const own = propertyOf(now);
  const all: SizeBy[] = [...sizings, ...[...new Set([...keys, ...(own === null ? [] : [own])])].map((key) => `of:${key}` as const)];
  return (
    <>
      <Choice label="Size by" name={sizeName} all={all} now={now} choose={sizeMap} onOpen={look} />
      {own !== null && sized?.key === own && <div className={`${classes.choice} muted small`}>{"problem" in sized ? sized.problem : sized.count === 0 ? "Nothing here has it" : `${number(sized.count)} have it, up to ${number(sized.most)}`}</div>}
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  name: (one: T) => string;
  all: readonly T[];
  now: T;
  choose: (one: T) => void;
  onOpen?: () => void;
}

/** One of a few ways, said in a word, changed by a click on it. */
function Choice<T extends string>({ label, name, all, now, choose, onOpen }: ChoiceProps<T>): ReactElement {
  return (
    <Menu position="top-start" shadow="md" {...(onOpen ? { onOpen } : {})}>
      <Menu.Target>
        <button type="button" className={`plain ${classes.choice}`} aria-label={`${label} ${name(now)}: change`}>
          <span className="muted">{label}</span> {name(now)} <Icon name="down" size={11} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map((one) => (
          <Menu.Item key={one} onClick={() => choose(one)} rightSection={one === now ? <Icon name="check" size={14} /> : null}>
            {name(one)[0].toUpperCase() + name(one).slice(1)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

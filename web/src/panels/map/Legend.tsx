import { Menu } from "@mantine/core";
import { useViewportSize } from "@mantine/hooks";
import { useState, type ReactElement } from "react";
import { captionMap, colourMap, colourName, sizeMap, sizeName } from "../../actions/colourMap";
import { colourings, propertyOf, sizings, type ColourBy, type SizeBy } from "../../map/arrangement";
import { useTypeColour } from "../../state/typeColour";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { otherColour } from "../../look/palette";
import { map, mapState } from "../../map/client";
import type { TypeCount } from "../../map/protocol";
import { useStore } from "../../state/store";
import { outlinePx, view } from "../../state/view";
import { OwnColour } from "./OwnColour";
import { useProperties } from "./properties";
import classes from "./MapView.module.css";

const mostRows = 9;
const mostOthers = 40;
const containers = ["Folder", "Group"];
const noneStated = "none stated";

/** What the colours, sizes and names mean, and what they are to mean; a click points one colour out. */
export function Legend(): ReactElement | null {
  const types = useStore(mapState, (m) => m.types);
  const side = useStore(view, (v) => v.side !== null);
  const covered = useStore(view, (v) => outlinePx(v, innerWidth));
  const [chosen, choose] = useState<boolean | null>(null);
  const { width } = useViewportSize();
  // Where panels leave little room, it opens only when asked to.
  const shown = chosen ?? width - (side ? 392 : 0) - covered >= 860;
  const colourBy = useStore(view, (v) => v.colourBy);
  const property = propertyOf(colourBy);
  const rows = types.filter((t) => t.colour < otherColour).slice(0, mostRows);
  const none = property === null ? undefined : types.find((t) => t.colour >= otherColour && t.type === noneStated);
  const others = types.filter((t) => t.colour >= otherColour && t !== none && !containers.includes(t.type));
  const title = property ?? { type: "Types", group: "Groups", age: "Age" }[colourBy as (typeof colourings)[number]];
  if (rows.length === 0 && property === null) return null;
  return (
    <section className={`card ${classes.legend}`} aria-label="Legend" style={covered > 0 && width > 760 ? { left: covered + 12 } : undefined}>
      <button type="button" className={`plain ${classes.legendRow} muted`} aria-expanded={shown} onClick={() => choose(!shown)}>
        <Icon name={shown ? "down" : "right"} size={12} /> {title}
      </button>
      {shown && (
        <>
          {rows.map((t) => (
            <Row key={t.type} of={t} ofType={colourBy === "type"} />
          ))}
          {others.length > 0 && <Others all={others} ofType={colourBy === "type"} what={property === null ? "types" : "values"} />}
          {none && <Plain name={noneStated} count={none.count} />}
          <Problem />
          <Choices />
        </>
      )}
    </section>
  );
}

/** One colour: what it stands for, how many things have it, and for a type a way to choose another. */
function Row({ of: { type, count, colour: place }, ofType }: { of: TypeCount; ofType: boolean }): ReactElement {
  const highlighted = useStore(mapState, (m) => m.highlighted);
  const colour = useTypeColour();
  const row = (
    <button type="button" className={`plain ${classes.legendRow}`} aria-pressed={highlighted === type} onClick={() => map.highlight(highlighted === type ? null : type)}>
      {!ofType && <span className="dot" style={{ background: colour(place) }} />}
      <span className="grow cut">{type}</span>
      <span className="muted">{number(count)}</span>
    </button>
  );
  if (!ofType) return row;
  return (
    <OwnColour type={type} colour={colour(place)}>
      {row}
    </OwnColour>
  );
}

function Plain({ name, count }: { name: string; count: number }): ReactElement {
  const colour = useTypeColour();
  return (
    <div className={classes.legendRow}>
      <span className="dot" style={{ background: colour(otherColour) }} />
      <span className="grow cut">{name}</span>
      <span className="muted">{number(count)}</span>
    </div>
  );
}

/** What shares the last colour; of types each can be given one of its own. */
function Others({ all, ofType, what }: { all: readonly TypeCount[]; ofType: boolean; what: string }): ReactElement {
  const [open, toggle] = useState(false);
  const total = all.reduce((sum, t) => sum + t.count, 0);
  const colour = useTypeColour();
  if (!ofType) return <Plain name={all.length === 1 ? all[0].type : `${number(all.length)} other ${what}`} count={total} />;
  if (all.length === 1) return <Row of={all[0]} ofType />;
  return (
    <>
      <button type="button" className={`plain ${classes.legendRow}`} aria-expanded={open} onClick={() => toggle(!open)}>
        <span className="dot" style={{ background: colour(otherColour) }} />
        <span className="grow cut">{number(all.length)} other types</span>
        <span className="muted">{number(total)}</span>
      </button>
      {open && all.slice(0, mostOthers).map((t) => <Row key={t.type} of={t} ofType />)}
    </>
  );
}

/** Why colours do not tell what they should, and what draws. */
function Problem(): ReactElement | null {
  const problem = useStore(mapState, (m) => m.coloured.problem);
  return problem === null ? null : (
    <div className={`${classes.choice} small`} role="alert">
      {problem}
    </div>
  );
}

/** What colours, sizes and names tell: what every map has, or a property. */
function Choices(): ReactElement {
  const [known, look] = useProperties();
  const colourBy = useStore(view, (v) => v.colourBy);
  const sizeBy = useStore(view, (v) => v.sizeBy);
  const caption = useStore(view, (v) => v.caption);
  const slow = useStore(mapState, (m) => m.drawing?.by === "canvas");
  const sized = useStore(mapState, (m) => m.sized);
  const own = propertyOf(sizeBy);
  const keys = known.map((p) => p.key).sort((a, b) => a.localeCompare(b));
  const numbers = known.filter((p) => p.numeric).map((p) => p.key).sort((a, b) => a.localeCompare(b));
  const withNow = (all: readonly string[], now: string | null): string[] => [...new Set([...all, ...(now === null ? [] : [now])])];
  const colours: ColourBy[] = [...colourings, ...withNow(keys, propertyOf(colourBy)).map((key) => `of:${key}` as const)];
  const sizes: SizeBy[] = [...sizings, ...withNow(numbers, own).map((key) => `of:${key}` as const)];
  return (
    <div className={classes.legendFoot}>
      <Choice label="Colour by" name={colourName} all={colours} now={colourBy} choose={colourMap} onOpen={look} />
      {slow && <div className={`${classes.choice} muted`}>Drawn without a graphics card</div>}
      <Choice label="Size by" name={sizeName} all={sizes} now={sizeBy} choose={sizeMap} onOpen={look} />
      {own !== null && sized?.key === own && <div className={`${classes.choice} muted small`}>{"problem" in sized ? sized.problem : sized.count === 0 ? "Nothing here has it" : `${number(sized.count)} have it, up to ${number(sized.most)}`}</div>}
      <Choice label="Caption" name={(by) => (by === "" ? "name" : by)} all={["", ...withNow(keys, caption)]} now={caption ?? ""} choose={(by) => captionMap(by === "" ? null : by)} onOpen={look} />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  name: (one: T) => string;
  all: readonly T[];
  now: T;
  choose: (one: T) => void;
  onOpen: () => void;
}

/** One of a few ways, said in a word, changed by a click on it. */
function Choice<T extends string>({ label, name, all, now, choose, onOpen }: ChoiceProps<T>): ReactElement {
  return (
    <Menu position="top-start" shadow="md" onOpen={onOpen}>
      <Menu.Target>
        <button type="button" className={`plain ${classes.choice}`} aria-label={`${label} ${name(now)}: change`}>
          <span className="muted">{label}</span> {name(now)} <Icon name="down" size={11} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.choices}>
        {all.map((one) => (
          <Menu.Item key={one} onClick={() => choose(one)} rightSection={one === now ? <Icon name="check" size={14} /> : null}>
            {one.startsWith("of:") ? name(one) : name(one)[0].toUpperCase() + name(one).slice(1)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

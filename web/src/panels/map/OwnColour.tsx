import { Popover, useComputedColorScheme } from "@mantine/core";
import { useState, type ReactElement, type ReactNode } from "react";
import { colourType, resetColours } from "../../actions/colourMap";
import { paletteOf } from "../../look/palette";
import { looks } from "../../state/looks";
import { useStore } from "../../state/store";
import classes from "./MapView.module.css";

/** Of the eight that colour-blind eyes tell apart too. */
const names = ["Blue", "Amber", "Green", "Vermilion", "Pink", "Sky blue", "Olive", "Violet"] as const;

interface Props {
  type: string;
  colour: string;
  /** What stands behind the dot. */
  children: ReactNode;
}

/** A row with the colour of a type, and a way to choose another: kept in this browser, for all workspaces. */
export function OwnColour({ type, colour, children }: Props): ReactElement {
  const [open, toggle] = useState(false);
  const chosen = useStore(looks, (l) => l.colours[type] as string | undefined);
  const any = useStore(looks, (l) => Object.keys(l.colours).length > 0);
  const { types } = paletteOf(useComputedColorScheme("light") === "dark", false);
  const choose = (wish: string | null): void => {
    colourType(type, wish);
    toggle(false);
  };
  return (
    <Popover opened={open} onChange={toggle} position="right" shadow="md" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        {/* Beside the whole row: over the others it would cover them. */}
        <div className={classes.legendPair}>
          <button type="button" className={`plain ${classes.ownDot}`} aria-label={`Colour of ${type}: change`} aria-haspopup="dialog" aria-expanded={open} title="Choose a colour" onClick={() => toggle(!open)}>
            <span className="dot" style={{ background: colour }} />
          </button>
          {children}
        </div>
      </Popover.Target>
      <Popover.Dropdown className={classes.own} role="dialog" aria-label={`Colour of ${type}`}>
        <div className={classes.swatches}>
          {names.map((name, place) => (
            <button key={name} type="button" className={`plain ${classes.swatch}`} aria-label={name} title={name} aria-pressed={chosen === String(place)} onClick={() => choose(String(place))}>
              <span style={{ background: types[place] }} />
            </button>
          ))}
        </div>
        <label className={classes.choice}>
          <input type="color" aria-label={`Any colour for ${type}`} value={chosen?.startsWith("#") ? chosen : colour} onChange={(e) => colourType(type, e.currentTarget.value)} /> Any other
        </label>
        {chosen !== undefined && (
          <button type="button" className={`plain ${classes.choice}`} onClick={() => choose(null)}>
            As the map chooses
          </button>
        )}
        {any && (
          <button
            type="button"
            className={`plain ${classes.choice}`}
            onClick={() => {
              resetColours.run();
              toggle(false);
            }}
          >
            All types as the map chooses
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

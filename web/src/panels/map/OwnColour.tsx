import { Menu, useComputedColorScheme } from "@mantine/core";
import type { ReactElement } from "react";
import { colourType, resetColours } from "../../actions/colourMap";
import { paletteOf } from "../../look/palette";
import { looks } from "../../state/looks";
import { useStore } from "../../state/store";
import classes from "./MapView.module.css";

/** Of the eight that colour-blind eyes tell apart too. */
const names = ["Blue", "Amber", "Green", "Vermilion", "Pink", "Sky blue", "Olive", "Violet"] as const;

/** The colour of a type, and another one of one's choice: kept in this browser, for all workspaces. */
export function OwnColour({ type, colour }: { type: string; colour: string }): ReactElement {
  const chosen = useStore(looks, (l) => l.colours[type] as string | undefined);
  const any = useStore(looks, (l) => Object.keys(l.colours).length > 0);
  const { types } = paletteOf(useComputedColorScheme("light") === "dark", false);
  return (
    <Menu position="right" shadow="md">
      <Menu.Target>
        <button type="button" className={`plain ${classes.ownDot}`} aria-label={`Colour of ${type}: change`} title="Choose a colour">
          <span className="dot" style={{ background: colour }} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={`Colour of ${type}`}>
        <div className={classes.swatches}>
          {names.map((name, place) => (
            <Menu.Item key={name} className={classes.swatch} aria-label={name} title={name} data-chosen={chosen === String(place) || undefined} onClick={() => colourType(type, String(place))}>
              <span style={{ background: types[place] }} />
            </Menu.Item>
          ))}
        </div>
        <label className={classes.anyColour}>
          <input type="color" aria-label={`Any colour for ${type}`} value={chosen?.startsWith("#") ? chosen : colour} onChange={(e) => colourType(type, e.currentTarget.value)} />
          Any other
        </label>
        <Menu.Item disabled={chosen === undefined} onClick={() => colourType(type, null)}>
          As the map chooses
        </Menu.Item>
        {any && <Menu.Item onClick={resetColours.run}>All types as the map chooses</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import type { ReactElement } from "react";
import { keysText, type Action } from "../../actions/action";
import { mapExports } from "../../actions/exportMap";
import { filterMap } from "../../actions/filterMap";
import { fitMap } from "../../actions/fitMap";
import { hideSelected } from "../../actions/hideSelected";
import { showNeighbourhood } from "../../actions/showNeighbourhood";
import { showWay } from "../../actions/showWay";
import { switchDimensions } from "../../actions/switchDimensions";
import { Icon, type IconName } from "../../look/icons";
import { arranged } from "../../map/arranged";
import { map, mapState } from "../../map/client";
import { mapPanels } from "../../state/mapPanels";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import classes from "./MapView.module.css";

/** What one does with the map most. */
export function Toolbar(): ReactElement {
  const side = useStore(view, (v) => v.side !== null);
  const deep = useStore(view, (v) => v.dimensions === 3);
  const filtering = useStore(mapPanels, (p) => p.filter);
  const only = useStore(arranged, (a) => a.only !== null);
  const way = useStore(mapState, (m) => m.way !== null);
  // What can be done depends on what is there and selected.
  useStore(mapState, (m) => (m.summary?.items ?? 0) > 0);
  useStore(view, (v) => v.selected);
  useStore(view, (v) => v.also);
  return (
    <div className={`card ${classes.zoom}`} data-side={side || undefined} role="toolbar" aria-orientation="vertical" aria-label="Map">
      <Tool icon="add" name="Zoom in" run={() => map.tell({ say: "steer", dx: 0, dy: 0, factor: 1.6 })} />
      <Tool icon="minus" name="Zoom out" run={() => map.tell({ say: "steer", dx: 0, dy: 0, factor: 1 / 1.6 })} />
      <Tool icon="fit" name="Show all" action={fitMap} />
      <div className={classes.line} />
      <Tool icon="cube" name={deep ? "Flat map" : "Map in three dimensions"} action={switchDimensions} pressed={deep} />
      <Tool icon="filter" name="Filter the map" action={filterMap} pressed={filtering} />
      <Tool icon="around" name={only ? "Show all again" : "Only what is around the selected things"} action={showNeighbourhood} pressed={only} />
      <Tool icon="hide" name="Hide the selected things" action={hideSelected} />
      <Tool icon="way" name={way ? "Put the path away" : "Shortest path between two selected things"} action={showWay} pressed={way} />
      <Menu position="left-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Save the map as a file">
            <Icon name="download" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {Object.values(mapExports).map((action) => (
            <Menu.Item key={action.name} onClick={action.run}>
              {action.name}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => print()}>Print the map</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface ToolProps {
  icon: IconName;
  name: string;
  action?: Action;
  run?: () => void;
  pressed?: boolean;
}

function Tool({ icon, name, action, run, pressed }: ToolProps): ReactElement {
  const why = action?.unavailable?.() ?? null;
  const keys = action?.keys ? ` · ${keysText(action.keys[0])}` : "";
  return (
    <Tooltip label={why ?? `${name}${keys}`} position="left" openDelay={400} fz={12}>
      <ActionIcon
        variant={pressed ? "light" : "subtle"}
        color={pressed ? "sea" : "gray"}
        size="lg"
        aria-label={name}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        // Not disabled: its tooltip says what is missing.
        aria-disabled={why !== null || undefined}
        style={why === null ? undefined : { opacity: 0.45 }}
        onClick={() => (why === null ? (action?.run ?? run)?.() : undefined)}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}

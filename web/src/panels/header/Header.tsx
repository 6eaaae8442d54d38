import { ActionIcon, Button, Menu, Tooltip, useComputedColorScheme } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { exportFormats } from "../../actions/exportFormats";
import { exportGraph } from "../../actions/exportGraph";
import { openWorkspace } from "../../actions/openWorkspace";
import { keysText, type Action } from "../../actions/action";
import { attempt } from "../../actions/attempt";
import { lookUp } from "../../actions/lookUp";
import { openImport } from "../../actions/openImport";
import { redo } from "../../actions/redo";
import { showHelp } from "../../actions/showHelp";
import { showOutline } from "../../actions/showOutline";
import { showEvents, showSources } from "../../actions/showSide";
import { switchColours } from "../../actions/switchColours";
import { undo } from "../../actions/undo";
import { Icon, type IconName } from "../../look/icons";
import { session } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import classes from "./Header.module.css";
import { People } from "./People";

export function Header(): ReactElement {
  const dark = useComputedColorScheme("light") === "dark";
  const outline = useStore(view, (v) => v.outline);
  const open = useStore(session, (s) => s.open);
  const side = useStore(view, (v) => v.side);
  return (
    <header className={classes.header}>
      <a className={classes.brand} href="/" aria-label="Alchemist, start page">
        <img src="/icon.svg" width="26" height="26" alt="" />
        <span className={classes.word}>Alchemist</span>
      </a>
      <WorkspaceMenu />
      <button type="button" className={`plain ${classes.search}`} onClick={lookUp.run}>
        <Icon name="search" size={16} />
        <span className="grow cut" data-palette>Look up by name, or ask</span>
        <kbd className={classes.wide}>
          {keysText("mod+k")}
        </kbd>
      </button>
      <People />
      <div className={classes.tools}>
        <Tool action={undo} icon="undo" disabled={!open} />
        <Tool action={redo} icon="redo" disabled={!open} />
        <Tool action={showOutline} icon="list" pressed={open && outline} disabled={!open} />
        <Tool action={showEvents} icon="pulse" pressed={open && side === "events"} disabled={!open} badge={<LiveDot />} />
        <Tool action={showSources} icon="database" pressed={open && side === "sources"} disabled={!open} />
        <Tool action={showHelp} icon="help" wideOnly />
        <Tool action={switchColours} icon={dark ? "sun" : "moon"} wideOnly />
        <Button data-import className={classes.import} size="sm" onClick={openImport.run} leftSection={<Icon name="add" size={16} />}>
          Import
        </Button>
      </div>
    </header>
  );
}

interface ToolProps {
  action: Action;
  icon: IconName;
  pressed?: boolean;
  wideOnly?: boolean;
  /** There is no workspace yet that it could be done in. */
  disabled?: boolean;
  badge?: ReactNode;
}

function Tool({ action, icon, pressed, wideOnly, disabled, badge }: ToolProps): ReactElement {
  return (
    <Tooltip label={action.keys ? `${action.name} · ${keysText(action.keys[0])}` : action.name} openDelay={400} fz={12}>
      <ActionIcon
        className={wideOnly ? `${classes.tool} ${classes.wide}` : classes.tool}
        variant={pressed ? "light" : "subtle"}
        color={pressed ? "sea" : "gray"}
        size={34}
        aria-label={action.name}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        disabled={disabled}
        onClick={() => attempt(action)}
      >
        <Icon name={icon} />
        {badge}
      </ActionIcon>
    </Tooltip>
  );
}

function LiveDot(): ReactElement {
  const connection = useStore(session, (s) => s.connection);
  return <span className={classes.live} data-connection={connection} title={connection === "live" ? "Live" : "Not connected"} />;
}

function WorkspaceMenu(): ReactElement | null {
  const all = useStore(session, (s) => s.workspaces);
  const current = useStore(view, (v) => v.workspace);
  if (!all || all.length === 0) return null;
  return (
    <Menu position="bottom-start" shadow="md" width={290}>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-md" className={classes.workspace} rightSection={<Icon name="down" size={14} />} aria-label={`Workspace ${current ?? ""}, change or export`}>
          <span className="cut">{current ?? "Workspace"}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Workspaces</Menu.Label>
        {all.map((w) => (
          <Menu.Item key={w.id} onClick={() => openWorkspace(w.name)} rightSection={w.name === current ? <Icon name="check" size={14} /> : null}>
            {w.name}
          </Menu.Item>
        ))}
        {current !== null && (
          <>
            <Menu.Divider />
            <Menu.Label>Export {current}</Menu.Label>
            {exportFormats.map(([format, label]) => (
              <Menu.Item key={format} onClick={() => void exportGraph(format)} leftSection={<Icon name="download" size={14} />}>
                {label}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

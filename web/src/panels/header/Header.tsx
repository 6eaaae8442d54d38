import { ActionIcon, Button, Kbd, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";
import { exportGraph } from "../../actions/exportGraph";
import { openWorkspace } from "../../actions/openWorkspace";
import { redo } from "../../actions/redo";
import { undo } from "../../actions/undo";
import type { ExportFormat } from "../../api/contract";
import { Icon, type IconName } from "../../look/icons";
import { dialogs } from "../../state/dialogs";
import { session } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import classes from "./Header.module.css";
import { People } from "./People";

/** The formats of what is shown, and what reads them. */
const shownFormats: readonly (readonly [ExportFormat, string])[] = [
  ["graphml", "GraphML: what is shown"],
  ["gexf", "GEXF: for Gephi"],
  ["dot", "DOT: for Graphviz"],
  ["node-link", "JSON: for NetworkX, d3"],
  ["cypher", "Cypher: a script"],
  ["turtle", "RDF as Turtle"],
  ["json-ld", "RDF as JSON-LD"],
];

export function Header(): ReactElement {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const outline = useStore(view, (v) => v.outline);
  const side = useStore(view, (v) => v.side);
  return (
    <header className={classes.header}>
      <a className={classes.brand} href="/" aria-label="Alchemist, start page">
        <img src="/icon.svg" width="26" height="26" alt="" />
        <span className={classes.word}>Alchemist</span>
      </a>
      <WorkspaceMenu />
      <button type="button" className={`plain ${classes.search}`} onClick={() => dialogs.put({ open: "look-up" })}>
        <Icon name="search" size={16} />
        <span className="grow cut">Look up by name</span>
        <Kbd size="xs" className={classes.wide}>
          {navigator.userAgent.includes("Mac") ? "⌘ K" : "Ctrl K"}
        </Kbd>
      </button>
      <People />
      <div className={classes.tools}>
        <Tool label="Undo" keys="Ctrl Z" icon="undo" onClick={() => void undo()} />
        <Tool label="Do again" keys="Shift Ctrl Z" icon="redo" onClick={() => void redo()} />
        <Tool label="Outline" keys="O" icon="list" pressed={outline} onClick={() => view.put({ outline: !outline })} />
        <Tool label="Events" keys="E" icon="pulse" pressed={side === "events"} onClick={() => view.put({ side: side === "events" ? null : "events" })} badge={<LiveDot />} />
        <Tool label="Sources" icon="database" pressed={side === "sources"} onClick={() => view.put({ side: side === "sources" ? null : "sources" })} />
        <Tool label={dark ? "Light" : "Dark"} icon={dark ? "sun" : "moon"} onClick={() => setColorScheme(dark ? "light" : "dark")} wideOnly />
        <Button className={classes.import} size="sm" onClick={() => dialogs.put({ open: "import" })} leftSection={<Icon name="add" size={16} />}>
          Import
        </Button>
      </div>
    </header>
  );
}

interface ToolProps {
  label: string;
  keys?: string;
  icon: IconName;
  pressed?: boolean;
  wideOnly?: boolean;
  badge?: ReactNode;
  onClick: () => void;
}

function Tool({ label, keys, icon, pressed, wideOnly, badge, onClick }: ToolProps): ReactElement {
  return (
    <Tooltip label={keys ? `${label} · ${keys}` : label} openDelay={400} fz={12}>
      <ActionIcon
        className={wideOnly ? classes.wide : classes.tool}
        variant={pressed ? "light" : "subtle"}
        color={pressed ? "sea" : "gray"}
        size={34}
        aria-label={label}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        onClick={onClick}
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
            {shownFormats.map(([format, label]) => (
              <Menu.Item key={format} onClick={() => void exportGraph(format)} leftSection={<Icon name="download" size={14} />}>
                {label}
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => void exportGraph("ndjson")} leftSection={<Icon name="download" size={14} />}>
              Lines of JSON: who states what
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon, Tabs } from "@mantine/core";
import { useEffect, useRef, type ReactElement } from "react";
import { Icon } from "../look/icons";
import { useStore } from "../state/store";
import { view, type Side as SideName } from "../state/view";
import { ActivityPanel } from "./activity/ActivityPanel";
import { EventsPanel } from "./events/EventsPanel";
import { PanelHelp } from "./help/PanelHelp";
import { NodePanel } from "./node/NodePanel";
import { SelectedPanel } from "./node/SelectedPanel";
import { OntologyPanel } from "./ontology/OntologyPanel";
import { SourcesPanel } from "./imports/SourcesPanel";
import { ChangesPanel } from "./time/ChangesPanel";
import classes from "./Side.module.css";

/** The panels beside the map; a sheet below it on phones. */
export default function Side({ side }: { side: SideName }): ReactElement {
  const selected = useStore(view, (v) => v.selected);
  const also = useStore(view, (v) => v.also);
  const comparing = useStore(view, (v) => v.since !== null) || side === "changes";
  const panel = useRef<HTMLElement>(null);
  // Where there are more tabs than room, the chosen one is on the screen.
  useEffect(() => {
    panel.current?.querySelector("[role=tab][aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [side, comparing]);
  return (
    <aside ref={panel} className="side card" aria-label="Details">
      <Tabs value={side} onChange={(value) => view.put({ side: value as SideName })} className={classes.tabs} keepMounted={false}>
        <div className={classes.head}>
          <Tabs.List className="grow" data-many={comparing || undefined}>
            <Tabs.Tab value="details">Details</Tabs.Tab>
            <Tabs.Tab value="events">Events</Tabs.Tab>
            <Tabs.Tab value="sources">Sources</Tabs.Tab>
            <Tabs.Tab value="ontology">Types</Tabs.Tab>
            <Tabs.Tab value="activity">Activity</Tabs.Tab>
            {comparing && <Tabs.Tab value="changes">Changes</Tabs.Tab>}
          </Tabs.List>
          <PanelHelp side={side} />
          <ActionIcon variant="subtle" color="gray" aria-label="Close this panel" onClick={() => view.put({ side: null })}>
            <Icon name="close" size={16} />
          </ActionIcon>
        </div>
        <Tabs.Panel value="details" className={classes.panel}>
          {selected && also.length > 0 ? <SelectedPanel ids={[selected, ...also]} /> : selected ? <NodePanel id={selected} key={selected} /> : <p className={classes.nothing}>Select something on the map, in the outline, or look it up by name: here stands what is known of it, and who says so.</p>}
        </Tabs.Panel>
        <Tabs.Panel value="events" className={classes.panel}>
          <EventsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="sources" className={classes.panel}>
          <SourcesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="ontology" className={classes.panel}>
          <OntologyPanel />
        </Tabs.Panel>
        <Tabs.Panel value="activity" className={classes.panel}>
          <ActivityPanel />
        </Tabs.Panel>
        <Tabs.Panel value="changes" className={classes.panel}>
          <ChangesPanel />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

import { ActionIcon } from "@mantine/core";
import type { ReactElement } from "react";
import { Icon } from "../look/icons";
import { Tabs } from "../look/Tabs";
import { useStore } from "../state/store";
import { view, type Side as SideName } from "../state/view";
import { ActivityPanel } from "./activity/ActivityPanel";
import { EventsPanel } from "./events/EventsPanel";
import { PanelHelp } from "./help/PanelHelp";
import { EdgePanel } from "./node/EdgePanel";
import { NodePanel } from "./node/NodePanel";
import { SelectedPanel } from "./node/SelectedPanel";
import { OntologyPanel } from "./ontology/OntologyPanel";
import { SourcesPanel } from "./imports/SourcesPanel";
import { ChangesPanel } from "./time/ChangesPanel";
import classes from "./Side.module.css";

const tabs: readonly { value: SideName; label: string }[] = [
  { value: "details", label: "Details" },
  { value: "events", label: "Events" },
  { value: "sources", label: "Sources" },
  { value: "ontology", label: "Types" },
  { value: "activity", label: "Activity" },
];
const alsoChanges = [...tabs, { value: "changes", label: "Changes" }] as const;

/** The panels beside the map; a sheet below it on phones. */
export default function Side({ side }: { side: SideName }): ReactElement {
  const comparing = useStore(view, (v) => v.since !== null) || side === "changes";
  const beside = (
    <>
      <PanelHelp side={side} />
      <ActionIcon variant="subtle" color="gray" aria-label="Close this panel" onClick={() => view.put({ side: null })}>
        <Icon name="close" size={16} />
      </ActionIcon>
    </>
  );
  return (
    <aside className="side card" aria-label="Details">
      <Tabs value={side} tabs={comparing ? alsoChanges : tabs} onChoose={(value) => view.put({ side: value })} beside={beside}>
        <Panel side={side} />
      </Tabs>
    </aside>
  );
}

function Panel({ side }: { side: SideName }): ReactElement {
  switch (side) {
    case "details":
      return <Selected />;
    case "events":
      return <EventsPanel />;
    case "sources":
      return <SourcesPanel />;
    case "ontology":
      return <OntologyPanel />;
    case "activity":
      return <ActivityPanel />;
    case "changes":
      return <ChangesPanel />;
  }
}

function Selected(): ReactElement {
  const selected = useStore(view, (v) => v.selected);
  const also = useStore(view, (v) => v.also);
  const edge = useStore(view, (v) => v.edge);
  if (edge !== null) return <EdgePanel from={edge.from} to={edge.to} key={`${edge.from} ${edge.to}`} />;
  if (selected === null) return <p className={classes.nothing}>Select something on the map, in the outline, or look it up by name: here stands what is known of it, and who says so.</p>;
  return also.length > 0 ? <SelectedPanel ids={[selected, ...also]} /> : <NodePanel id={selected} key={selected} />;
}

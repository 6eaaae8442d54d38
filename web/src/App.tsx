import { lazy, Suspense, useEffect, type ReactElement } from "react";
import { selectNode } from "./actions/selectNode";
import { travelTo } from "./actions/travelTo";
import { useKeys } from "./keys";
import { map, mapState } from "./map/client";
import { Banners } from "./panels/header/Banners";
import { Header } from "./panels/header/Header";
import { Notices } from "./panels/header/Notices";
import { Legend } from "./panels/map/Legend";
import { MapView } from "./panels/map/MapView";
import { MapNotes, Way } from "./panels/map/MapNotes";
import { Overview } from "./panels/map/Overview";
import { Toolbar } from "./panels/map/Toolbar";
import { Trail } from "./panels/map/Trail";
import { MapStatus } from "./panels/start/MapStatus";
import { TimeBar } from "./panels/time/TimeBar";
import { dialogs, isEditing } from "./state/dialogs";
import { mapPanels } from "./state/mapPanels";
import { session } from "./state/session";
import { tour } from "./state/tour";
import { useStore } from "./state/store";
import { followAddress, view } from "./state/view";
import { openWorkspace } from "./actions/openWorkspace";

const FilterPanel = lazy(() => import("./panels/map/FilterPanel"));
const Side = lazy(() => import("./panels/Side"));
const Outline = lazy(() => import("./panels/outline/Outline"));
const LookUp = lazy(() => import("./panels/search/LookUp"));
const Keys = lazy(() => import("./panels/search/Keys"));
const Help = lazy(() => import("./panels/help/Help"));
const Feedback = lazy(() => import("./panels/help/Feedback"));
const Tour = lazy(() => import("./panels/tour/Tour"));
const ImportDialog = lazy(() => import("./panels/imports/ImportDialog"));
const EditDialogs = lazy(() => import("./panels/node/EditDialogs"));
const Page = lazy(() => import("./panels/page/Page"));
const DropLayer = lazy(() => import("./panels/imports/DropLayer"));
const FirstRun = lazy(() => import("./panels/start/FirstRun"));

export function App(): ReactElement {
  const side = useStore(view, (v) => v.side);
  const outline = useStore(view, (v) => v.outline);
  const page = useStore(view, (v) => (v.page ? v.selected : null));
  const filtering = useStore(mapPanels, (p) => p.filter);
  const past = useStore(view, (v) => v.time !== null);
  const dialog = useStore(dialogs, (d) => d.open);
  const touring = useStore(tour, (t) => t.step !== null);
  const none = useStore(session, (s) => s.workspaces?.length === 0);
  // What an address wants shown waits until there is a workspace to ask.
  const open = useStore(session, (s) => s.open);
  const lost = useStore(session, (s) => s.problem !== null && s.workspaces !== null);
  const empty = useStore(mapState, (m) => m.summary?.items === 0);
  useKeys();
  useEffect(
    () =>
      followAddress((there) => {
        const here = view.get();
        if (there.workspace && there.workspace !== here.workspace) openWorkspace(there.workspace);
        selectNode(there.selected);
        travelTo(there.time, there.clock);
        view.put({
          side: there.side,
          outline: there.outline,
          table: there.table,
          also: there.also,
          page: there.page,
          edge: there.edge,
          filter: there.filter,
          listed: there.listed,
          event: there.event,
          since: there.since,
          dimensions: there.dimensions,
          turned: there.turned,
          colourBy: there.colourBy,
          sizeBy: there.sizeBy,
          caption: there.caption,
          conditions: there.conditions,
          hides: there.hides,
        });
        if (there.turned) map.tell({ say: "turn", side: there.turned });
        if (there.camera) map.tell({ say: "camera", camera: there.camera });
      }),
    [],
  );
  return (
    <div className="app" data-past={past || undefined}>
      <Header />
      <main className="stage">
        <MapView />
        <Trail />
        <Legend />
        {open && <Toolbar />}
        <Overview />
        <Way />
        <Suspense fallback={null}>{filtering && <FilterPanel />}</Suspense>
        <Banners>
          <MapNotes />
        </Banners>
        <MapStatus />
        {/* Each waits for itself: who has the keys in one of them must not lose them while another is fetched. */}
        <Suspense fallback={null}>{(none || lost || empty) && <FirstRun />}</Suspense>
        <Suspense fallback={null}>{open && outline && <Outline />}</Suspense>
        <Suspense fallback={null}>{open && page !== null && <Page id={page} key={page} />}</Suspense>
        <Suspense fallback={null}>{open && side !== null && <Side side={side} />}</Suspense>
        <Notices />
      </main>
      <TimeBar />
      <Suspense fallback={null}>
        {dialog === "look-up" && <LookUp />}
        {dialog === "keys" && <Keys />}
        {dialog === "help" && <Help />}
        {dialog === "feedback" && <Feedback />}
        {touring && <Tour />}
        {dialog === "import" && <ImportDialog />}
        {isEditing(dialog) && <EditDialogs open={dialog} />}
        <DropLayer />
      </Suspense>
    </div>
  );
}

import type { Action } from "./action";
import { addNodeHere } from "./addNode";
import { arrangeAnew } from "./arrangeAnew";
import { classifySelected, describeSelected } from "./classifyNode";
import { clearSelection } from "./clearSelection";
import { colourActions, resetColours, showNames, sizeActions } from "./colourMap";
import { compareTimes } from "./compareTimes";
import { connectSelected } from "./connectNodes";
import { exportActions } from "./exportFormats";
import { mapExports } from "./exportMap";
import { filterMap, resetFilters, switchRest } from "./filterMap";
import { fitMap } from "./fitMap";
import { groupSelected, putSelectedIntoGroup, takeSelectedOut } from "./formGroup";
import { giveFeedback } from "./giveFeedback";
import { goToNow } from "./goToNow";
import { hideSelected } from "./hideSelected";
import { holdGroup } from "./holdGroup";
import { lookUp } from "./lookUp";
import { mergeSelected } from "./mergeNodes";
import { showOntology } from "./ontology";
import { openExample } from "./openExample";
import { openImport } from "./openImport";
import { openWorkspaces } from "./openWorkspaces";
import { pauseEvents } from "./pauseEvents";
import { playPast } from "./playPast";
import { redo } from "./redo";
import { retireSelected } from "./retireNode";
import { showHelp } from "./showHelp";
import { showHidden } from "./showHidden";
import { showKeys } from "./showKeys";
import { showNeighbourhood } from "./showNeighbourhood";
import { showOutline } from "./showOutline";
import { showPage } from "./showPage";
import { formerEdge, nextEdge } from "./selectEdge";
import { showActivity, showEvents, showSources } from "./showSide";
import { showTable } from "./showTable";
import { showWay } from "./showWay";
import { switchClock } from "./switchClock";
import { switchColours } from "./switchColours";
import { switchDimensions } from "./switchDimensions";
import { switchOverview } from "./switchOverview";
import { takeTour } from "./takeTour";
import { undo } from "./undo";

/** What one does with the map. */
const mapActions: readonly Action[] = [
  switchDimensions,
  switchOverview,
  showNeighbourhood,
  hideSelected,
  showHidden,
  holdGroup,
  showWay,
  nextEdge,
  formerEdge,
  filterMap,
  switchRest,
  resetFilters,
  arrangeAnew,
  ...colourActions,
  ...sizeActions,
  resetColours,
  showNames,
  ...Object.values(mapExports),
];

/** Intents that change the graph. */
const edits: readonly Action[] = [
  addNodeHere,
  connectSelected,
  groupSelected,
  putSelectedIntoGroup,
  takeSelectedOut,
  mergeSelected,
  classifySelected,
  describeSelected,
  retireSelected,
];

/** All that can be done by one key or one choice. */
export const allActions: readonly Action[] = [
  lookUp,
  fitMap,
  clearSelection,
  undo,
  redo,
  ...edits,
  showOutline,
  showTable,
  showPage,
  showEvents,
  showSources,
  showActivity,
  showOntology,
  pauseEvents,
  playPast,
  goToNow,
  compareTimes,
  switchClock,
  openImport,
  openExample,
  switchColours,
  showKeys,
  showHelp,
  takeTour,
  giveFeedback,
  ...mapActions,
];

/** What the palette offers besides: an action for each workspace and format. */
export function furtherActions(): Action[] {
  return [...openWorkspaces(), ...exportActions];
}

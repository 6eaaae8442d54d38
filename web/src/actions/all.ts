import type { Action } from "./action";
import { addNodeHere } from "./addNode";
import { arrangeAnew } from "./arrangeAnew";
import { classifySelected, describeSelected } from "./classifyNode";
import { clearSelection } from "./clearSelection";
import { colourActions, sizeActions } from "./colourMap";
import { connectSelected } from "./connectNodes";
import { mapExports } from "./exportMap";
import { fitMap } from "./fitMap";
import { groupSelected, putSelectedIntoGroup, takeSelectedOut } from "./formGroup";
import { hideSelected } from "./hideSelected";
import { holdGroup } from "./holdGroup";
import { lookUp } from "./lookUp";
import { mergeSelected } from "./mergeNodes";
import { showOntology } from "./ontology";
import { openImport } from "./openImport";
import { redo } from "./redo";
import { retireSelected } from "./retireNode";
import { showHidden } from "./showHidden";
import { showNeighbourhood } from "./showNeighbourhood";
import { showOutline } from "./showOutline";
import { showPage } from "./showPage";
import { showEvents, showSources } from "./showSide";
import { showTable } from "./showTable";
import { showWay } from "./showWay";
import { switchDimensions } from "./switchDimensions";
import { undo } from "./undo";

/** What one does with the map. */
const mapActions: readonly Action[] = [
  switchDimensions,
  showNeighbourhood,
  hideSelected,
  showHidden,
  holdGroup,
  showWay,
  arrangeAnew,
  ...colourActions,
  ...sizeActions,
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
  showOntology,
  openImport,
  ...mapActions,
];

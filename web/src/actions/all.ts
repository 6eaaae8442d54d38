import type { Action } from "./action";
import { addNodeHere } from "./addNode";
import { classifySelected, describeSelected } from "./classifyNode";
import { clearSelection } from "./clearSelection";
import { connectSelected } from "./connectNodes";
import { fitMap } from "./fitMap";
import { groupSelected, putSelectedIntoGroup, takeSelectedOut } from "./formGroup";
import { lookUp } from "./lookUp";
import { mergeSelected } from "./mergeNodes";
import { showOntology } from "./ontology";
import { openImport } from "./openImport";
import { redo } from "./redo";
import { retireSelected } from "./retireNode";
import { showOutline } from "./showOutline";
import { showPage } from "./showPage";
import { showEvents, showSources } from "./showSide";
import { showTable } from "./showTable";
import { undo } from "./undo";

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
];

import type { Action } from "./action";
import { arrangeAnew } from "./arrangeAnew";
import { clearSelection } from "./clearSelection";
import { colourActions, sizeActions } from "./colourMap";
import { mapExports } from "./exportMap";
import { fitMap } from "./fitMap";
import { hideSelected } from "./hideSelected";
import { holdGroup } from "./holdGroup";
import { lookUp } from "./lookUp";
import { openImport } from "./openImport";
import { redo } from "./redo";
import { showHidden } from "./showHidden";
import { showNeighbourhood } from "./showNeighbourhood";
import { showOutline } from "./showOutline";
import { showEvents, showSources } from "./showSide";
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

/** All that can be done by one key or one choice. */
export const allActions: readonly Action[] = [lookUp, fitMap, clearSelection, undo, redo, showOutline, showEvents, showSources, openImport, ...mapActions];

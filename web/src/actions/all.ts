import type { Action } from "./action";
import { clearSelection } from "./clearSelection";
import { fitMap } from "./fitMap";
import { exportActions } from "./exportFormats";
import { lookUp } from "./lookUp";
import { openWorkspaces } from "./openWorkspaces";
import { openImport } from "./openImport";
import { pauseEvents } from "./pauseEvents";
import { redo } from "./redo";
import { showKeys } from "./showKeys";
import { showOutline } from "./showOutline";
import { showEvents, showSources } from "./showSide";
import { switchColours } from "./switchColours";
import { undo } from "./undo";

/** All that can be done by one key or one choice. */
export const allActions: readonly Action[] = [lookUp, fitMap, clearSelection, undo, redo, showOutline, showEvents, showSources, pauseEvents, openImport, switchColours, showKeys];

/** What the palette offers besides: an action for each workspace and format. */
export function furtherActions(): Action[] {
  return [...openWorkspaces(), ...exportActions];
}

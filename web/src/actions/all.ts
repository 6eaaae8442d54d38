import type { Action } from "./action";
import { clearSelection } from "./clearSelection";
import { compareTimes } from "./compareTimes";
import { fitMap } from "./fitMap";
import { exportActions } from "./exportFormats";
import { giveFeedback } from "./giveFeedback";
import { goToNow } from "./goToNow";
import { lookUp } from "./lookUp";
import { openExample } from "./openExample";
import { openWorkspaces } from "./openWorkspaces";
import { openImport } from "./openImport";
import { pauseEvents } from "./pauseEvents";
import { playPast } from "./playPast";
import { redo } from "./redo";
import { showHelp } from "./showHelp";
import { showKeys } from "./showKeys";
import { showOutline } from "./showOutline";
import { showActivity, showEvents, showSources } from "./showSide";
import { switchColours } from "./switchColours";
import { switchClock } from "./switchClock";
import { takeTour } from "./takeTour";
import { undo } from "./undo";

/** All that can be done by one key or one choice. */
export const allActions: readonly Action[] = [lookUp, fitMap, clearSelection, undo, redo, showOutline, showEvents, showSources, showActivity, pauseEvents, playPast, goToNow, compareTimes, switchClock, openImport, switchColours, showHelp, showKeys, takeTour, openExample, giveFeedback];

/** What the palette offers besides: an action for each workspace and format. */
export function furtherActions(): Action[] {
  return [...openWorkspaces(), ...exportActions];
}

import type { Action } from "./action";
import { clearSelection } from "./clearSelection";
import { fitMap } from "./fitMap";
import { lookUp } from "./lookUp";
import { openImport } from "./openImport";
import { redo } from "./redo";
import { showOutline } from "./showOutline";
import { showEvents, showSources } from "./showSide";
import { undo } from "./undo";

/** All that can be done by one key or one choice. */
export const allActions: readonly Action[] = [lookUp, fitMap, clearSelection, undo, redo, showOutline, showEvents, showSources, openImport];

/** What was written and not kept yet stays in this browser, so that closing the page loses nothing. */
export interface Draft {
  text: string;
  ids: [string, string][];
  /** What was stored when it was begun; absent in drafts of earlier versions. */
  base?: string;
}

function key(workspace: string, id: string): string {
  return `alchemist.draft.${workspace}.${id}`;
}

export function draftOf(workspace: string, id: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key(workspace, id)) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

export function keepDraft(workspace: string, id: string, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(key(workspace, id));
    else localStorage.setItem(key(workspace, id), JSON.stringify(draft));
  } catch {
    // No room: what is on the screen is still there.
  }
}

import { useEffect, useState, type ReactElement } from "react";
import { admit, receive } from "../../actions/receive";
import { Icon } from "../../look/icons";
import { messageOf } from "../../look/message";
import { dialogs } from "../../state/dialogs";
import { useStore } from "../../state/store";
import { session } from "../../state/session";
import { isOpen } from "../../state/workspace";
import { asFile } from "./ChoosePlace";
import { taken } from "./dropped";
import { understand } from "./pasted";
import classes from "./Imports.module.css";

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;

/** Takes what is dropped or pasted anywhere on the page. */
export default function DropLayer(): ReactElement | null {
  const [over, setOver] = useState(false);
  const [collecting, setCollecting] = useState(false);
  const none = useStore(session, (s) => s.workspaces?.length === 0);
  useEffect(() => {
    // Every element that is entered and left says so: only their difference tells whether one is still over the page.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent): void => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (!isOpen() && !none) return;
      const what = taken(event.dataTransfer);
      if (what === null) return;
      setCollecting(true);
      what
        .then(admit, (error: unknown) => receive({ problem: `What you dropped cannot be read: ${messageOf(error)}` }))
        .finally(() => setCollecting(false));
    };
    const paste = (event: ClipboardEvent): void => {
      const target = event.target as HTMLElement;
      if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || dialogs.get().open !== null || (!isOpen() && !none)) return;
      const files = event.clipboardData ? taken(event.clipboardData) : null;
      if (files) return void files.then(admit);
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const found = understand(text);
      if (found.kind === "path") void admit(found);
      else if (found.kind === "file") void admit(asFile(found.name, text));
      else if (text.trim() !== "") receive({ problem: found.problem });
    };
    const once = new AbortController();
    const { signal } = once;
    addEventListener("dragenter", enter, { signal });
    addEventListener("dragleave", leave, { signal });
    addEventListener("dragover", hover, { signal });
    addEventListener("drop", drop, { signal });
    addEventListener("paste", paste, { signal });
    return () => once.abort();
  }, [none]);
  if (!over && !collecting) return null;
  return (
    <div className={classes.layer} role="status">
      <div className={`card ${classes.target}`}>
        <Icon name="download" size={34} />
        <strong>{collecting ? "Looking through what you dropped…" : "Drop to see what would come"}</strong>
        {!collecting && <span className="muted">Nothing is imported before you say so.</span>}
      </div>
    </div>
  );
}

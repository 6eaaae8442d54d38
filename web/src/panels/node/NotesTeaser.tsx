import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import type { NodeDetail } from "../../api/contract";
import { view } from "../../state/view";
import { notesKey } from "../../state/links";
import classes from "./Node.module.css";

const mostChars = 220;

/** How the page of a thing begins. */
export function NotesTeaser({ node }: { node: NodeDetail }): ReactElement | null {
  const notes = node.properties.find((p) => p.key === notesKey)?.value;
  const text = typeof notes === "string" ? plain(notes) : "";
  if (text === "") return null;
  return (
    <section className={classes.section} aria-labelledby="notes">
      <div className="row">
        <h3 id="notes" className="grow">
          Notes
        </h3>
        <Button size="compact-xs" variant="subtle" onClick={() => view.put({ page: true })}>
          Open the page
        </Button>
      </div>
      <p className={classes.teaser} dir="auto">
        {text.length > mostChars ? `${text.slice(0, mostChars)}…` : text}
      </p>
    </section>
  );
}

/** Markdown without its signs, links by name. */
function plain(notes: string): string {
  return notes
    .replace(/\[\[[^\]|]*\|([^\]]*)\]\]/g, "$1")
    .replace(/^\s*\|.*$|^\s*[-*] \[[ x]\]/gm, "")
    .replace(/\[\[|\]\]|^[#>\s-]+|[*_`]/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

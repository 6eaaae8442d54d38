import type { ReactElement } from "react";
import { subjectsOf } from "../../actions/commandWords";
import type { NewCommand, Value } from "../../api/contract";
import { shown } from "../../look/value";
import { notesKey } from "../../state/links";
import { outbox, type Waiting } from "../../state/outbox";
import { useStore } from "../../state/store";
import classes from "./Node.module.css";

const longest = 120;
const nothing: readonly Waiting[] = [];

/** What one changed of a thing while the server did not answer: it is not there yet, and must not look lost. */
export function Pending({ id }: { id: string }): ReactElement | null {
  const all = useStore(outbox, (o) => (o.all.some(({ command }) => subjectsOf(command.data).includes(id)) ? o.all : nothing));
  const mine = all.filter(({ command }) => subjectsOf(command.data).includes(id));
  if (mine.length === 0) return null;
  return (
    <section className={classes.pending} aria-label="Not sent yet">
      <p>Kept in this browser, not sent yet:</p>
      <ul>
        {mine.map(({ command, words }, k) => (
          <li key={k} dir="auto">
            {pendingText(command, words)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function pendingText({ type, data }: NewCommand, words: string | undefined): string {
  if (type === "graph.rename-node") return `name: ${shown(data.name)}`;
  const given = Object.entries((data.properties ?? {}) as Record<string, Value>);
  if (!type.startsWith("graph.describe-") || given.length === 0) return words ?? type;
  const text = given.map(([key, value]) => `${key}: ${value === null ? "none" : shown(value)}`).join(", ");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The notes of a thing that wait to be sent; null: none do. */
export function usePendingNotes(id: string): string | null {
  return useStore(outbox, (o) => {
    const last = o.all.findLast(({ command: { type, data } }) => type === "graph.describe-node" && data.node === id && notesKey in ((data.properties ?? {}) as object));
    const text = ((last?.command.data.properties ?? {}) as Record<string, Value>)[notesKey];
    return typeof text === "string" ? text : null;
  });
}

import { Button } from "@mantine/core";
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { keysText } from "../../actions/action";
import type { NodeRef } from "../../api/contract";
import { useAnswer } from "../../state/answer";
import { api } from "../../state/workspace";
import { linkAt, openLinks, toStored } from "../../state/links";
import { draftOf, keepDraft } from "../../state/draft";
import { Markdown, type Links } from "./Markdown";
import classes from "./Page.module.css";

interface Props {
  id: string;
  workspace: string;
  /** What is stored now; another may change it meanwhile. */
  stored: string;
  /** The same as it is written by hand, and which name in it is which thing. */
  written: { text: string; ids: Map<string, string> };
  /** Who wrote what is stored. */
  by: string;
  links: Links;
  onKeep: (stored: string) => Promise<boolean>;
  onClose: () => void;
}

const most = 8;
const longest = 100_000;

/** Where notes are written: Markdown, with names offered after `[[`. */
export function Write({ id, workspace, stored, written, by, links, onKeep, onClose }: Props): ReactElement {
  const listId = useId();
  const [draft] = useState(() => draftOf(workspace, id));
  const [text, setText] = useState(draft?.text ?? written.text);
  const [ids] = useState(() => new Map([...written.ids, ...(draft?.ids ?? [])]));
  /** What one began with: what is stored is another once somebody else wrote. */
  const [base, setBase] = useState({ stored: draft?.base ?? stored, text: written.text });
  const [typing, type] = useState<{ from: number; typed: string } | null>(null);
  const [at, setAt] = useState(0);
  const [sending, send] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const place = useRef<number | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  /** Keeps what is typed as a draft; null: it was kept for good, or discarded. */
  const unkept = useRef<(() => void) | null>(null);
  const wanted = typing?.typed.trim() ?? "";
  const { value } = useAnswer(wanted === "" ? null : wanted, "link", (signal) => api().nodes({ name: wanted, limit: most }, signal));
  const found = typing && wanted !== "" ? (value?.nodes ?? []) : [];

  const touched = text !== base.text;
  const meanwhile = base.stored !== stored && !sending;
  if (meanwhile && !touched) {
    // Nothing of one's own would be lost: go on from what is there now.
    for (const [name, thing] of written.ids) ids.set(name, thing);
    setBase({ stored, text: written.text });
    setText(written.text);
  }
  useEffect(() => {
    unkept.current = () => keepDraft(workspace, id, touched ? { text, ids: [...ids], base: base.stored } : null);
    const timer = setTimeout(() => unkept.current?.(), 300);
    return () => clearTimeout(timer);
  }, [text, ids, workspace, id, touched, base]);
  useEffect(() => {
    // Whoever leaves within the moment after the last letter, or closes the page, has that letter in the draft too.
    const now = (): void => unkept.current?.();
    addEventListener("pagehide", now);
    return () => {
      removeEventListener("pagehide", now);
      now();
    };
  }, []);
  useLayoutEffect(() => {
    const area = field.current!;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 4}px`;
    if (place.current !== null) {
      area.setSelectionRange(place.current, place.current);
      place.current = null;
    }
  }, [text]);
  useEffect(() => {
    const area = field.current!;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }, []);

  const follow = (): void => {
    const area = field.current!;
    const next = area.selectionStart === area.selectionEnd ? linkAt(area.value, area.selectionStart) : null;
    if (next?.typed !== typing?.typed) setAt(0);
    type(next);
  };
  const choose = (node: NodeRef): void => {
    if (!typing) return;
    const base = node.name.replace(/[[\]|\n]/g, " ").trim() || "(no name)";
    let name = base;
    for (let k = 2; ids.has(name) && ids.get(name) !== node.id; k++) name = `${base} #${k}`;
    ids.set(name, node.id);
    const end = typing.from + 2 + typing.typed.length;
    const rest = text.slice(end).replace(/^\]\]/, "");
    const link = `[[${name}]]`;
    place.current = typing.from + link.length;
    setText(text.slice(0, typing.from) + link + rest);
    type(null);
  };
  /** Goes on from what another wrote meanwhile, with it below one's own words or without it. */
  const heed = (both: boolean): void => {
    if (both && stored !== "") {
      // Where a name means another thing here, its id stands in the text.
      const clash = [...written.ids].some(([name, thing]) => (ids.get(name) ?? thing) !== thing);
      if (!clash) for (const [name, thing] of written.ids) ids.set(name, thing);
      setText(`${text.trimEnd()}\n\n${clash ? stored : written.text}`);
    }
    setBase({ stored, text: written.text });
    field.current?.focus();
  };
  const keep = async (): Promise<void> => {
    if (meanwhile) {
      // What another wrote is not written over unseen.
      first.current?.focus();
      return;
    }
    send(true);
    // What was typed whole is looked for by exactly that name. Without an answer it stays in its brackets, as it was typed.
    for (const name of openLinks(text, ids)) {
      const { nodes } = await api().nodes({ name, limit: most }).catch(() => ({ nodes: [] }));
      const same = nodes.filter((n) => n.name === name);
      if (same.length === 1) ids.set(name, same[0].id);
    }
    const done = await onKeep(toStored(text.trimEnd(), ids));
    send(false);
    if (!done) return;
    unkept.current = null;
    keepDraft(workspace, id, null);
    onClose();
  };
  const discard = (): void => {
    unkept.current = null;
    keepDraft(workspace, id, null);
    onClose();
  };
  const leave = (): void => {
    unkept.current?.();
    onClose();
  };
  const press = (event: KeyboardEvent): void => {
    if (found.length > 0 && event.key === "ArrowDown") setAt((at + 1) % found.length);
    else if (found.length > 0 && event.key === "ArrowUp") setAt((at + found.length - 1) % found.length);
    else if (found.length > 0 && (event.key === "Enter" || event.key === "Tab")) choose(found[at]);
    else if (typing && event.key === "Escape") type(null);
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void keep();
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.write}>
      <textarea
        ref={field}
        className={classes.area}
        aria-label="Notes in Markdown"
        aria-describedby={`${listId}-hint`}
        aria-autocomplete="list"
        aria-controls={`${listId}-list`}
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        dir="auto"
        spellCheck
        maxLength={longest}
        value={text}
        placeholder="What is worth knowing of it? Write [[ to link to another thing."
        onChange={(e) => {
          setText(e.currentTarget.value);
          follow();
        }}
        onKeyDown={press}
        onKeyUp={(e) => e.key.startsWith("Arrow") && found.length === 0 && follow()}
        onClick={follow}
      />
      <div id={`${listId}-list`} role="listbox" aria-label="Things to link to" className={found.length > 0 ? `card ${classes.offers}` : undefined}>
        {found.map((node, k) => (
          <div key={node.id} id={`${listId}-${k}`} role="option" aria-selected={k === at} className={classes.offer} data-at={k === at || undefined} onMouseMove={() => setAt(k)} onMouseDown={(e) => e.preventDefault()} onClick={() => choose(node)}>
            <bdi className="grow cut">{node.name}</bdi>
            <span className="small muted cut">{[node.types[0], typeof node.group === "object" ? node.group.name : ""].filter(Boolean).join(" · ")}</span>
          </div>
        ))}
      </div>
      {meanwhile && (
        <section className={classes.meanwhile} role="alert" aria-label="Written meanwhile">
          <p>{stored === "" ? "Meanwhile these notes were taken back." : by === "you" ? "Meanwhile this was written in another window:" : `Meanwhile ${by} wrote:`}</p>
          {stored !== "" && (
            <div className={classes.theirs} tabIndex={0} role="region" aria-label="What was written meanwhile">
              <Markdown text={stored} links={links} />
            </div>
          )}
          <div className="row">
            {stored !== "" && (
              <Button ref={first} size="compact-sm" variant="light" onClick={() => heed(true)}>
                Put it below mine
              </Button>
            )}
            <Button {...(stored === "" ? { ref: first } : {})} size="compact-sm" variant="light" color="gray" onClick={() => heed(false)}>
              Mine instead
            </Button>
            <span className="small muted">Discard leaves what is there now.</span>
          </div>
        </section>
      )}
      <div className={classes.foot}>
        <span id={`${listId}-hint`} className="small muted grow">
          Markdown. <code>[[</code> links to a thing; {keysText("mod+enter")} keeps, Esc leaves it as a draft.
        </span>
        <Button size="compact-md" variant="subtle" color="gray" onClick={discard}>
          Discard
        </Button>
        <Button size="compact-md" loading={sending} onClick={() => void keep()}>
          Keep
        </Button>
      </div>
    </div>
  );
}

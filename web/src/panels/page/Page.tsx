import { ActionIcon, Button, Loader } from "@mantine/core";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { addNode } from "../../actions/addNode";
import { describeNodes } from "../../actions/describeNodes";
import { flyToNode } from "../../actions/flyToNode";
import { withdrawStatement } from "../../actions/withdrawStatement";
import type { NodeDetail } from "../../api/contract";
import { Breakable } from "../../look/Breakable";
import { date } from "../../look/format";
import { Icon } from "../../look/icons";
import { useFocusBack } from "../../look/useFocusBack";
import { useAnswer } from "../../state/answer";
import { useEditionOfShown } from "../../state/edition";
import { useSourceName } from "../../state/sources";
import { useStore } from "../../state/store";
import { outlinePx, view } from "../../state/view";
import { api, isOpen } from "../../state/workspace";
import { ExcerptOf } from "../node/ExcerptOf";
import { absent, Gone } from "../node/Gone";
import { usePendingNotes } from "../node/Pending";
import { descriptionKey } from "../node/Properties";
import { Statements } from "../node/Statements";
import { draftOf } from "../../state/draft";
import { useBacklinks, useLinkNames } from "./linkNames";
import { linkedIds, notesKey, toWritten } from "../../state/links";
import { Markdown, type Links } from "./Markdown";
import { Write } from "./Write";
import classes from "./Page.module.css";

/** The page of a thing: what people wrote about it, and what links to it. It lies over the map. */
export default function Page({ id }: { id: string }): ReactElement {
  const time = useStore(view, (v) => v.time);
  const left = useStore(view, (v) => outlinePx(v, innerWidth));
  const side = useStore(view, (v) => v.side !== null);
  const { edition, atLeast, heed } = useEditionOfShown(id);
  const { value, problem, code, slow } = useAnswer(isOpen() ? `${id} ${time ?? "now"} ${edition}` : null, id, (signal) => api().node(id, time, atLeast, signal));
  heed(value?.node.id);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article
      ref={box}
      tabIndex={-1}
      className={`card ${classes.page}`}
      data-side={side || undefined}
      data-beside={left > 0 || undefined}
      style={left > 0 ? { left: left + 12 } : undefined}
      aria-label={value ? `Page of ${value.node.name}` : "Page"}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        view.put({ page: false });
      }}
    >
      <ActionIcon className={classes.close} variant="subtle" color="gray" aria-label="Close the page" onClick={() => view.put({ page: false })}>
        <Icon name="close" size={18} />
      </ActionIcon>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Notes and links">
        {time === null && code === absent && <Gone id={id} {...(value ? {} : { said: "It is not there now." })} />}
        {value && <Inside asked={id} node={value.node} time={time} edition={edition} />}
        {problem !== null && !(time === null && code === absent) && <p role="alert">{time !== null && code === absent ? `Nothing is known of it on ${date(time)}.` : problem}</p>}
        {!value && slow && <Loader size="sm" aria-label="Loading" />}
      </div>
    </article>
  );
}

/** Drafts are of the thing that was asked for, also once that is merged into the one that is shown. */
function Inside({ asked, node, time, edition }: { asked: string; node: NodeDetail; time: number | null; edition: number }): ReactElement {
  const workspace = useStore(view, (v) => v.workspace) ?? "";
  const nameOf = useSourceName();
  const property = node.properties.find((p) => p.key === notesKey);
  const described = node.properties.find((p) => p.key === descriptionKey)?.value;
  const pending = usePendingNotes(node.id);
  const waits = pending !== null && time === null;
  const stored = waits ? pending : typeof property?.value === "string" ? property.value : "";
  const editable = time === null && !node.erased;
  const by = waits ? "you" : property && stored !== "" ? nameOf(property.source) : "somebody";
  const drafted = editable && draftOf(workspace, asked) !== null;
  const [writing, write] = useState(drafted);
  const opener = useFocusBack<HTMLButtonElement>(writing);
  const read = node.sources.find((source) => !source.person);
  const names = useLinkNames(linkedIds(stored));
  const { links: backlinks, problem } = useBacklinks([node.id, ...node.mergedFrom], edition);
  const named = (id: string, former: string): string => names.get(id) ?? (former || "(no name)");
  const links: Links = { nameOf: named, go: flyToNode };
  const make = (name: string): void => {
    void addNode(name, "", node.isGroup ? node.id : (node.group?.id ?? null));
  };
  const keep = (text: string): Promise<boolean> => {
    if (text === stored) return Promise.resolve(true);
    return text === "" ? withdrawStatement(node.id, notesKey) : describeNodes([node.id], notesKey, text);
  };
  return (
    <div className={classes.column}>
      <header>
        <h1 className={classes.name} dir="auto">
          <Breakable text={node.name || "(no name)"} />
        </h1>
        <p className={classes.about}>
          {node.types.join(", ")}
          {node.group && (
            <>
              {node.types.length > 0 && " · "}
              <button type="button" className={`plain ${classes.toNode}`} onClick={() => flyToNode(node.group!.id)}>
                in <bdi>{node.group.name}</bdi>
              </button>
            </>
          )}
          {waits && " · written by you, kept in this browser and not sent yet"}
          {!waits && property && stored !== "" && ` · written by ${nameOf(property.source)}${property.effectiveAt ? `, ${date(property.effectiveAt)}` : ""}`}
        </p>
        {typeof described === "string" && (
          <p className={classes.described} dir="auto">
            {described}
          </p>
        )}
      </header>
      {writing && editable ? (
        <Write id={asked} workspace={workspace} stored={stored} by={by} links={links} written={toWritten(stored, named)} onKeep={keep} onClose={() => write(false)} />
      ) : (
        <>
          {stored === "" ? <p className="muted">{editable ? "Nothing is written here yet. Notes about it are yours: no import changes them, and [[ links to other things." : "Nothing was written here then."}</p> : <Markdown text={stored} links={{ ...links, make: editable ? make : undefined }} />}
          {property?.disagreement && <Statements id={node.id} property={notesKey} statements={property.statements} editable={editable} />}
          {editable && (
            <div className="row">
              <Button ref={opener} variant="light" size="compact-md" leftSection={<Icon name="edit" size={14} />} onClick={() => write(true)}>
                {drafted || stored !== "" ? "Write on" : "Write"}
              </Button>
              {drafted && <span className="small muted">You have a draft that is not kept yet; only this browser has it.</span>}
            </div>
          )}
        </>
      )}
      {read && !writing && time === null && <ExcerptOf id={node.id} source={read.id} quiet />}
      <section className={classes.back} aria-labelledby="linked-from">
        <h2 id="linked-from">Linked from</h2>
        {problem !== null && <p className="small">{problem}</p>}
        {backlinks?.length === 0 && <p className="small muted">No notes link here yet.</p>}
        <ul>
          {backlinks?.map((link) => (
            <li key={link.id}>
              <button type="button" className={`plain ${classes.backlink}`} onClick={() => flyToNode(link.id)}>
                <span className="row">
                  <bdi className="grow cut">
                    <strong>{link.name}</strong>
                  </bdi>
                  <span className="small muted">{link.type}</span>
                </span>
                <span className="small muted" dir="auto">
                  {link.around}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

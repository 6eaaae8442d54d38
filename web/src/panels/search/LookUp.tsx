import { Kbd, Loader, TextInput } from "@mantine/core";
import { useEffect, useState, type KeyboardEvent, type ReactElement } from "react";
import { flyToNode } from "../../actions/flyToNode";
import type { NodeRef } from "../../api/contract";
import { Dialog } from "../../look/Dialog";
import { Icon } from "../../look/icons";
import { map } from "../../map/client";
import { useAnswer } from "../../state/answer";
import { close } from "../../state/dialogs";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api, isOpen } from "../../state/workspace";
import { marked } from "./marked";
import classes from "./LookUp.module.css";

const most = 30;
const afterMs = 90;

/** Finds things by name while one types. */
export default function LookUp(): ReactElement {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const time = useStore(view, (v) => v.time);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(text.trim());
      setAt(0);
    }, afterMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { value, problem, slow } = useAnswer(asked === "" || !isOpen() ? null : `${asked} ${time ?? ""}`, "look-up", (signal) => api().nodes({ name: asked, limit: most, time }, signal));
  const found = asked === "" ? [] : (value?.nodes ?? []);
  const groups = useGroups(found);
  const choose = (node: NodeRef | undefined): void => {
    if (!node) return;
    close();
    flyToNode(node.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
    else if (event.key === "Enter") choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog label="Look up by name" size={560} padding={0} onClose={close}>
      <TextInput
        autoFocus
        size="lg"
        variant="unstyled"
        leftSection={slow ? <Loader size="xs" /> : <Icon name="search" />}
        leftSectionWidth={48}
        placeholder="Look up by name"
        aria-label="Look up by name"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="found"
        aria-activedescendant={found[at] ? `found-${found[at].id}` : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
        styles={{ input: { paddingLeft: 48 } }}
      />
      <div id="found" role="listbox" aria-label="Found" className={classes.found}>
        {found.map((node, k) => (
          <div
            key={node.id}
            id={`found-${node.id}`}
            role="option"
            aria-selected={k === at}
            className={classes.row}
            data-at={k === at || undefined}
            ref={(element) => {
              if (k === at) element?.scrollIntoView({ block: "nearest" });
            }}
            onMouseMove={() => setAt(k)}
            onClick={() => choose(node)}
          >
            <span className="grow">
              <span className={`cut ${classes.name}`}>
                {marked(node.name, asked).map((part, p) => (part.hit ? <mark key={p}>{part.text}</mark> : <span key={p}>{part.text}</span>))}
              </span>
              <span className={`cut small muted ${classes.name}`}>{groups.get(node.id)}</span>
            </span>
            <span className="small muted">{node.isGroup ? "Group" : node.types[0]}</span>
          </div>
        ))}
        {problem !== null && <p className={classes.note}>{problem}</p>}
        {asked !== "" && value && found.length === 0 && problem === null && <p className={classes.note}>Nothing has a name with “{asked}” in it{time === null ? "" : " at the time you look at"}.</p>}
        {asked === "" && (
          <p className={classes.note}>
            Type a part of a name. <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> choose, <Kbd size="xs">Enter</Kbd> flies there, <Kbd size="xs">Esc</Kbd> closes.
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Where each found thing is: the names of the groups around it, from the map. */
function useGroups(found: NodeRef[]): Map<string, string> {
  const [groups, setGroups] = useState<Map<string, string>>(() => new Map());
  const key = found.map((n) => n.id).join(" ");
  useEffect(() => {
    let wanted = true;
    const ids = key === "" ? [] : key.split(" ");
    void Promise.all(ids.map((id) => map.path(id))).then((paths) => {
      if (wanted) setGroups(new Map(ids.map((id, k) => [id, paths[k].map((p) => p.name).join(" › ")])));
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  return groups;
}

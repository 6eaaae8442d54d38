import { ActionIcon, Button, Loader, Tooltip } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { whyNoEdit } from "../../actions/edit";
import { renameNode } from "../../actions/renameNode";
import { restoreNode } from "../../actions/retireNode";
import type { NodeDetail } from "../../api/contract";
import { Breakable } from "../../look/Breakable";
import { date } from "../../look/format";
import { Icon } from "../../look/icons";
import { useFocusBack } from "../../look/useFocusBack";
import { useAnswer } from "../../state/answer";
import { useEditionOfShown } from "../../state/edition";
import { notify } from "../../state/session";
import { useReader, useSourceName } from "../../state/sources";
import { useStore } from "../../state/store";
import { view, type View } from "../../state/view";
import { api } from "../../state/workspace";
import { useName } from "../events/names";
import { Absorbed } from "./Absorbed";
import { listed } from "./listed";
import { EditText } from "./EditText";
import { absent, Gone } from "./Gone";
import { History } from "./History";
import { HistoryFacts } from "./HistoryFacts";
import { Neighbors } from "./Neighbors";
import { NotesTeaser } from "./NotesTeaser";
import { OutwardTies } from "./OutwardTies";
import { Pending } from "./Pending";
import { Properties } from "./Properties";
import { Statements } from "./Statements";
import { Tools } from "./Tools";
import { Types } from "./Types";
import { WhyList } from "./WhyList";
import classes from "./Node.module.css";
import { sinceWords } from "./since";

/** All that is known of one thing at the time shown, and who says so. */
export function NodePanel({ id }: { id: string }): ReactElement {
  const time = useStore(view, (v) => v.time);
  const since = useStore(view, (v) => v.since);
  const { edition, atLeast, heed } = useEditionOfShown(id);
  const { value, problem, code, slow } = useAnswer(`${id} ${time ?? "now"} ${edition}`, id, (signal) => api().node(id, time, atLeast, signal));
  heed(value?.node.id);
  if (value) {
    return (
      <>
        {time === null && code === absent && <Gone id={id} />}
        <Detail node={value.node} time={time} edition={edition} />
      </>
    );
  }
  if (problem !== null) {
    const missing = <Missing id={id} time={time} edition={edition} problem={problem} code={code} />;
    return since !== null && code === absent ? <Former id={id} since={since} edition={edition} now={missing} /> : missing;
  }
  return <div className={classes.wait}>{slow && <Loader size="sm" aria-label="Loading" />}</div>;
}

interface FormerProps {
  id: string;
  since: NonNullable<View["since"]>;
  edition: number;
  /** What is shown where it was not there then either. */
  now: ReactElement;
}

/** What is gone since the moment that is compared with: all that was known of it then. */
function Former({ id, since, edition, now }: FormerProps): ReactElement {
  const key = `${id} ${JSON.stringify(since)}`;
  const { value, problem, slow } = useAnswer(key, key, async (signal) => {
    const at = "time" in since ? since.time : Date.parse((await api().event(since.position, signal)).event.effectiveAt);
    return { at, answer: await api().node(id, at, undefined, signal) };
  });
  if (problem !== null) return now;
  if (!value) return <div className={classes.wait}>{slow && <Loader size="sm" aria-label="Loading" />}</div>;
  return (
    <>
      <Gone id={id} said={`It is gone. This is what was known of it on ${date(value.at)}.`} />
      <Detail node={value.answer.node} time={value.at} edition={edition} />
    </>
  );
}

/** What is not there (any more) can perhaps be restored; its history tells why. */
function Missing({ id, time, edition, problem, code }: { id: string; time: number | null; edition: number; problem: string; code: string | null }): ReactElement {
  const wasThere = code === absent;
  const onMap = useName(id);
  if (code !== null && never.includes(code)) {
    return (
      <p className={classes.nowhere} role="alert">
        {onMap === null
          ? "Nothing with this address was ever in this workspace. Perhaps the link is of another workspace, or was not copied whole."
          : "Nobody states this group: the map puts together what one source states, or what is linked closely. Choose something in it."}
      </p>
    );
  }
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="What is not there">
      <p className={wasThere ? undefined : classes.problem} role="alert">
        {time !== null ? `Nothing is known of it on ${date(time)}.` : wasThere ? "It is not there now." : problem}
      </p>
      {wasThere && time === null && (
        <Button size="compact-sm" variant="light" leftSection={<Icon name="undo" size={14} />} onClick={() => void restoreNode(id)}>
          Restore it
        </Button>
      )}
      {wasThere && <History id={id} edition={edition} />}
    </div>
  );
}

/** A longer name may not be seen whole, so it is told under the pointer too. */
const mostNameChars = 150;
/** The server knows nothing of what an address has no id for, and of groups that nobody states but the map has. */
const never: readonly string[] = ["unknown-node", "bad-parameter"];

function Detail({ node, time, edition }: { node: NodeDetail; time: number | null; edition: number }): ReactElement {
  const nameOf = useSourceName();
  const readerOf = useReader();
  const editable = time === null && !node.erased;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={`What is known of ${node.name}`}>
      <div className={classes.title}>
        <Name node={node} editable={editable} />
        <Types node={node} editable={editable} />
        <p className="small muted">
          {node.effectiveFrom && sinceWords(node.effectiveFrom, node.sources.map(readerOf))}
          {node.effectiveTo && ` until ${date(node.effectiveTo)}`}
          {node.sources.length > 0 && ` · said by ${listed(node.sources.map(nameOf))}`}
        </p>
        <Tools node={node} editable={editable} />
        {time === null && <Pending id={node.id} />}
      </div>
      <Absorbed node={node} editable={editable} />
      <NotesTeaser node={node} />
      <Properties node={node} editable={editable} />
      <HistoryFacts node={node} time={time} />
      <Neighbors node={node} time={time} edition={edition} editable={editable} />
      {node.isGroup && <OutwardTies id={node.id} time={time} />}
      <History id={node.id} edition={edition} />
    </div>
  );
}

function Name({ node, editable }: { node: NodeDetail; editable: boolean }): ReactElement {
  const [editing, edit] = useState(false);
  const [why, ask] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(editing);
  const disagree = new Set(node.nameStatements.map((s) => JSON.stringify(s.value))).size > 1;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== "F2" || event.defaultPrevented) return;
      event.preventDefault();
      const why = whyNoEdit();
      if (why !== null) notify("told", why);
      else if (editable) edit(true);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [editable]);
  return (
    <>
      {editing ? (
        <EditText
          label="Name"
          value={node.name}
          onCancel={() => edit(false)}
          onSave={async (name) => {
            if (await renameNode(node.id, name)) edit(false);
          }}
        />
      ) : (
        <div className={classes.head}>
          <h2 className={classes.name} dir="auto" title={node.name.length > mostNameChars ? node.name : undefined} onDoubleClick={editable ? () => edit(true) : undefined}>
            <Breakable text={node.name || "(no name)"} />
          </h2>
          {editable && (
            <Tooltip label="Rename (F2)" openDelay={400}>
              <ActionIcon variant="subtle" color="gray" aria-label="Rename" ref={opener} onClick={() => edit(true)}>
                <Icon name="edit" size={16} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label="Why this name?" openDelay={400}>
            <ActionIcon variant="subtle" color="gray" aria-label="Why this name?" aria-expanded={why} onClick={() => ask(!why)}>
              <Icon name="why" size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
      {disagree && <Statements id={node.id} property="name" statements={node.nameStatements} editable={editable} />}
      {why && <WhyList id={node.id} property={null} />}
    </>
  );
}

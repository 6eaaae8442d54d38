import { CloseButton } from "@mantine/core";
import type { ReactElement } from "react";
import { keysText, type ActionGroup } from "../../actions/action";
import { allActions } from "../../actions/all";
import { Dialog } from "../../look/Dialog";
import { close } from "../../state/dialogs";
import classes from "./LookUp.module.css";

/** Keys of single places, where those of actions count everywhere. */
const elsewhere: readonly { heading: string; keys: readonly (readonly [string, readonly string[]])[] }[] = [
  {
    heading: "On the map",
    keys: [
      ["Move", ["←", "→", "↑", "↓"]],
      ["Closer, farther", ["+", "-"]],
      ["The next thing", ["shift+←"]],
      ["Into a group", ["n"]],
      ["Out of a group", ["backspace"]],
      ["Fly to what is selected", ["enter"]],
    ],
  },
  {
    heading: "On the time slider",
    keys: [
      ["A little earlier, later", ["←", "→"]],
      ["Much earlier, later", ["pagedown", "pageup"]],
      ["The beginning, now", ["home", "end"]],
    ],
  },
];

const order: readonly ActionGroup[] = ["Go", "Map", "Time", "Show", "Edit", "Sources", "Help"];

/** What the keys do, everywhere and in single places. */
export default function Keys(): ReactElement {
  const groups = order
    .map((heading) => ({ heading, keys: allActions.filter((a) => a.group === heading && a.keys).map((a) => [a.name, a.keys!] as const) }))
    .filter((g) => g.keys.length > 0);
  return (
    <Dialog label="All keys" size={720} onClose={close}>
      <div className="row">
        <h2 className={`grow ${classes.title}`}>All keys</h2>
        <CloseButton aria-label="Close this dialog" onClick={close} data-autofocus />
      </div>
      <div className={classes.groups}>
        {[...groups, ...elsewhere].map(({ heading, keys }) => (
          <section key={heading} className={classes.group}>
            <h3>{heading}</h3>
            <dl>
              {keys.map(([name, all]) => (
                <KeyLine key={name} name={name} keys={all} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeyLine({ name, keys }: { name: string; keys: readonly string[] }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {keys.map((k, i) => (
          <span key={k}>
            {i > 0 && " "}
            <kbd>{keysText(k)}</kbd>
          </span>
        ))}
      </dd>
    </>
  );
}

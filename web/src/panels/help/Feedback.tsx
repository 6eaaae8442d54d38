import { Button, CloseButton, TextInput } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { copyText } from "../../actions/copyText";
import { health } from "../../api/client";
import { Dialog } from "../../look/Dialog";
import { mapState } from "../../map/client";
import { useAnswer } from "../../state/answer";
import { close } from "../../state/dialogs";
import { session } from "../../state/session";
import { api, isOpen } from "../../state/workspace";
import { bundleOf } from "./bundle";
import classes from "./Help.module.css";

/** Gathers what a report of a problem needs, shows all of it, and sends nothing. */
export default function Feedback(): ReactElement {
  const [told, setTold] = useState("");
  const server = useAnswer("health", "health", (signal) => health(signal));
  const counts = useAnswer(isOpen() ? "stats" : null, "stats", (signal) => api().stats(signal));
  const { connection, position } = session.get();
  const text = bundleOf(
    {
      health: server.value,
      stats: counts.value,
      connection,
      position,
      mapItems: mapState.get().summary?.items ?? 0,
      agent: navigator.userAgent,
      screen: { width: innerWidth, height: innerHeight, ratio: devicePixelRatio },
      dark: document.documentElement.getAttribute("data-mantine-color-scheme") === "dark",
    },
    told,
  );
  const save = (): void => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "alchemist-report.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  return (
    <Dialog label="Report a problem" size={600} onClose={close}>
      <div className="row">
        <h2 className={`grow ${classes.title}`}>Report a problem</h2>
        <CloseButton aria-label="Close this dialog" onClick={close} />
      </div>
      <p className="muted">Nothing is sent anywhere. This is what a report needs: versions, states and numbers, no names, paths or content. Copy or save it, and give it to whom you like; <code>./alchemist doctor</code> tells more of the machine.</p>
      <TextInput label="What happened, and what did you expect?" value={told} onChange={(e) => setTold(e.currentTarget.value)} data-autofocus />
      <pre className={classes.bundle} tabIndex={0} aria-label="The report">
        {text}
      </pre>
      <div className="ends">
        <Button variant="light" onClick={save}>
          Save as a file
        </Button>
        <Button onClick={() => void copyText(text, "The report")}>Copy</Button>
      </div>
    </Dialog>
  );
}

import { Badge, Button } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { acceptTerm, constrainProperty, describeTerm, liftConstraint, rejectTerm, renameTerm } from "../../actions/ontology";
import type { PropertyUse, Term } from "../../api/contract";
import { useTypeColour } from "../../state/typeColour";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { useFocusBack } from "../../look/useFocusBack";
import { otherColour } from "../../look/palette";
import { map, mapState } from "../../map/client";
import { filter, filterByType } from "../../state/filter";
import { useStore } from "../../state/store";
import { EditText } from "../node/EditText";
import classes from "./Ontology.module.css";

/** As the rules have it. */
const mostLetters = 1_000;

/** One type or relation; a click shows only what is of it. */
export function TermRow({ term, most, editable }: { term: Term; most: number; editable: boolean }): ReactElement {
  const [open, toggle] = useState(false);
  const colour = useTypeColour();
  const place = useStore(mapState, (m) => m.types.find((t) => t.type === term.label)?.colour ?? otherColour);
  const chosen = useStore(filter, (f) => !term.relation && f.types.includes(term.label));
  const show = (): void => {
    filterByType(term.label);
    map.highlight(filter.get().types.includes(term.label) ? term.label : null);
  };
  return (
    <li className={classes.term} data-chosen={chosen || undefined}>
      <div className={classes.line}>
        <button type="button" className={`plain ${classes.twist}`} aria-expanded={open} aria-label={`More of ${term.label}`} onClick={() => toggle(!open)}>
          <Icon name={open ? "down" : "right"} size={13} />
        </button>
        {term.relation ? (
          <span className={classes.name} title={term.label === term.term ? undefined : `The sources say “${term.term}”`}>
            <span className="muted" aria-hidden="true">
              →{" "}
            </span>
            <bdi>{term.label}</bdi>
          </span>
        ) : (
          <button type="button" className={`plain ${classes.name}`} aria-pressed={chosen} title={chosen ? "Show all again" : `Show only ${term.label} on the map and in the outline`} onClick={show}>
            <span className="dot" style={{ background: colour(place) }} /> <bdi>{term.label}</bdi>
          </button>
        )}
        {term.standing !== "proposed" && (
          <Badge size="xs" variant="light" color={term.standing === "accepted" ? undefined : "gray"} tt="none">
            {term.standing === "accepted" ? "accepted" : "declined"}
          </Badge>
        )}
        <span className={classes.count}>
          <span className={classes.bar} style={{ width: `${Math.max(2, (term.count / most) * 100)}%` }} aria-hidden="true" />
          <span>{number(term.count)}</span>
        </span>
      </div>
      {!open && term.description && (
        <p className={`small muted cut ${classes.means}`} dir="auto" title={term.description}>
          {term.description}
        </p>
      )}
      {open && <More term={term} editable={editable} />}
    </li>
  );
}

function More({ term, editable }: { term: Term; editable: boolean }): ReactElement {
  const [renaming, rename] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(renaming);
  const properties = [...term.properties].sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
  return (
    <div className={classes.more}>
      <Meaning term={term} editable={editable} />
      {term.label !== term.term && (
        <p className="small muted">
          The sources call it <bdi>{term.term}</bdi>.
        </p>
      )}
      {renaming ? (
        <EditText label={`Name for ${term.term}`} value={term.label} onCancel={() => rename(false)} onSave={async (label) => {
            if ((await renameTerm(term, label)) > 0) rename(false);
          }} />
      ) : (
        editable && (
          <div className="row" role="group" aria-label={`Decide on ${term.label}`}>
            {term.standing !== "accepted" && (
              <Button size="compact-xs" variant="light" onClick={() => void acceptTerm(term)}>
                Accept
              </Button>
            )}
            {term.standing !== "rejected" && (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void rejectTerm(term)}>
                Decline
              </Button>
            )}
            <Button size="compact-xs" variant="subtle" color="gray" ref={opener} onClick={() => rename(true)}>
              Rename
            </Button>
          </div>
        )
      )}
      {!term.relation && (
        <>
          {properties.length === 0 && <p className="small muted">Nothing is stated of any.</p>}
          <ul className={classes.uses} aria-label={`Properties of ${term.label}`}>
            {properties.map((use) => (
              <Use key={use.key} term={term} use={use} editable={editable} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** What it means, in a sentence that is edited where it stands. */
function Meaning({ term, editable }: { term: Term; editable: boolean }): ReactElement | null {
  const [editing, edit] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(editing);
  const described = term.description ?? "";
  if (editing) {
    return (
      <EditText
        label={`What ${term.label} means`}
        value={described}
        optional
        maxLength={mostLetters}
        placeholder="What it means, in a sentence"
        onCancel={() => edit(false)}
        onSave={async (text) => {
          if ((await describeTerm(term, text)) > 0) edit(false);
        }}
      />
    );
  }
  if (described === "" && !editable) return null;
  return (
    <div className="row">
      <p className={`grow ${described === "" ? "small muted" : ""}`} dir="auto" onDoubleClick={editable ? () => edit(true) : undefined}>
        {described === "" ? "Nobody says yet what it means." : described}
      </p>
      {editable && (
        <Button size="compact-xs" variant="subtle" ref={opener} color={described === "" ? undefined : "gray"} aria-label={`${described === "" ? "Say it" : "Edit"}: what ${term.label} means`} onClick={() => edit(true)}>
          {described === "" ? "Say it" : "Edit"}
        </Button>
      )}
    </div>
  );
}

function Use({ term, use, editable }: { term: Term; use: PropertyUse; editable: boolean }): ReactElement {
  const part = term.count === 0 ? 0 : use.count / term.count;
  const must = use.mandatory === true;
  const held = must || (use.kind ?? "") !== "";
  return (
    <li className={classes.use}>
      <bdi className="grow cut" title={use.key}>
        {use.key}
      </bdi>
      {held && <span className="small muted">{[use.kind, must ? "must be there" : ""].filter(Boolean).join(", ")}</span>}
      <span className="small muted" title={`${number(use.count)} of ${number(term.count)} have it`}>
        {part === 1 ? "all" : part > 0 && part < 0.01 ? "< 1 %" : `${Math.round(part * 100)} %`}
      </span>
      {editable && (
        <Button size="compact-xs" variant="subtle" color="gray" aria-label={held ? `free it: ${use.key}` : `require ${use.key}`} title={held ? "Take the constraint back" : `List every ${term.label} without it as a violation`} onClick={() => void (held ? liftConstraint(term.term, use.key) : constrainProperty(term.term, use.key, "", true))}>
          {held ? "free it" : "require"}
        </Button>
      )}
    </li>
  );
}

import { Button, Loader, TextInput } from "@mantine/core";
import { useState, type ReactElement, type SyntheticEvent } from "react";
import { proposeTerm } from "../../actions/ontology";
import type { Term } from "../../api/contract";
import { useOntology } from "../../state/ontology";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { TermRow } from "./TermRow";
import classes from "./Ontology.module.css";

/** From how many on one can look among them. */
const worthFiltering = 8;

/** The types and relations that there are, how much of each, and what is decided of them. */
export function OntologyPanel(): ReactElement {
  const { value: terms, problem, slow } = useOntology();
  const editable = useStore(view, (v) => v.time === null);
  const [text, setText] = useState("");
  if (problem !== null && !terms) return <p className={classes.note}>{problem}</p>;
  if (!terms) return <div className={classes.note}>{slow && <Loader size="sm" aria-label="Loading" />}</div>;
  const wanted = text.trim().toLowerCase();
  const listed = terms.filter((t) => t.label !== "" && (wanted === "" || `${t.label} ${t.term}`.toLowerCase().includes(wanted)));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Types and relations">
      {terms.length > worthFiltering && <TextInput size="xs" aria-label="Filter types and relations" placeholder="Filter types and relations" dir="auto" value={text} onChange={(e) => setText(e.currentTarget.value)} />}
      <Terms title="Types" terms={listed.filter((t) => !t.relation)} relation={false} editable={editable} />
      <Terms title="Relations" terms={listed.filter((t) => t.relation)} relation={true} editable={editable} />
    </div>
  );
}

function Terms({ title, terms, relation, editable }: { title: string; terms: readonly Term[]; relation: boolean; editable: boolean }): ReactElement {
  const [proposing, propose] = useState(false);
  const ordered = [...terms].sort((a, b) => Number(a.standing === "rejected") - Number(b.standing === "rejected") || b.count - a.count || a.label.localeCompare(b.label));
  const most = ordered.reduce((max, t) => Math.max(max, t.count), 1);
  return (
    <section className={classes.section} aria-labelledby={`terms-${title}`}>
      <div className="row">
        <h3 id={`terms-${title}`} className="grow">
          {title}
        </h3>
        {editable && !proposing && (
          <Button size="compact-xs" variant="subtle" onClick={() => propose(true)} aria-label={relation ? "Propose one: a relation" : "Propose one: a type"}>
            Propose one
          </Button>
        )}
      </div>
      {proposing && <Propose relation={relation} done={() => propose(false)} />}
      {ordered.length === 0 && <p className="small muted">None.</p>}
      <ul className={classes.terms}>
        {ordered.map((t) => (
          <TermRow key={t.term} term={t} most={most} editable={editable} />
        ))}
      </ul>
    </section>
  );
}

function Propose({ relation, done }: { relation: boolean; done: () => void }): ReactElement {
  const [term, setTerm] = useState("");
  const [sending, send] = useState(false);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    send(true);
    if ((await proposeTerm({ term: term.trim(), relation })) > 0) done();
    else send(false);
  };
  return (
    <form
      className="row"
      onSubmit={(e) => void submit(e)}
      onKeyDown={(e) => {
        if (e.key !== "Escape") return;
        e.preventDefault();
        e.stopPropagation();
        done();
      }}
    >
      <TextInput size="xs" className="grow" aria-label={relation ? "Relation" : "Type"} dir="auto" value={term} maxLength={200} autoFocus onChange={(e) => setTerm(e.currentTarget.value)} />
      <Button size="compact-sm" type="submit" loading={sending} disabled={term.trim() === ""}>
        Propose
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={done}>
        Cancel
      </Button>
    </form>
  );
}

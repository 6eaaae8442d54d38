import type { Action } from "./action";
import { view } from "../state/view";
import { sendCommands } from "./edit";

/** Shows the types and relations, or puts them away. */
export const showOntology: Action = {
  name: "Types and relations",
  group: "Show",
  words: "ontology terms schema",
  keys: ["y"],
  run: () => view.put({ side: view.get().side === "ontology" ? null : "ontology" }),
};

interface TermName {
  term: string;
  relation: boolean;
}

/** Proposes a type or relation. */
export function proposeTerm({ term, relation }: TermName): Promise<number> {
  return sendCommands([{ type: "ontology.propose-type", data: { term, relation } }], () => `Proposed ${term}.`);
}

/** Takes a type or relation into the ontology. */
export function acceptTerm({ term, relation }: TermName): Promise<number> {
  return sendCommands([{ type: "ontology.accept-type", data: { term, relation } }], () => `Accepted ${term}.`);
}

/** Declines a type or relation; what is of it stays. */
export function rejectTerm({ term, relation }: TermName): Promise<number> {
  return sendCommands([{ type: "ontology.reject-type", data: { term, relation } }], () => `Declined ${term}.`);
}

/** Shows a type or relation under another name, whatever the sources call it. */
export function renameTerm({ term, relation }: TermName, label: string): Promise<number> {
  return sendCommands([{ type: "ontology.rename-term", data: { term, relation, label } }], () => `Shown as ${label}.`);
}

/** Says what a type or relation means; an empty text says nothing of it. */
export function describeTerm({ term, relation }: TermName, description: string): Promise<number> {
  return sendCommands([{ type: "ontology.describe-term", data: { term, relation, description } }], () => `Said what ${term} means.`);
}

/** Decides what a property of a type must be. */
export function constrainProperty(term: string, property: string, kind: string, mandatory: boolean): Promise<number> {
  return sendCommands([{ type: "ontology.constrain-property", data: { term, property, kind, mandatory } }], () => `Decided what ${property} of ${term} must be.`);
}

/** Takes a constraint back. */
export function liftConstraint(term: string, property: string): Promise<number> {
  return sendCommands([{ type: "ontology.lift-constraint", data: { term, property } }], () => `${property} of ${term} may be anything again.`);
}

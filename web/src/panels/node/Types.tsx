import { ActionIcon } from "@mantine/core";
import type { ReactElement } from "react";
import { declassifyNode } from "../../actions/classifyNode";
import { flyToNode } from "../../actions/flyToNode";
import type { NodeDetail } from "../../api/contract";
import { Icon } from "../../look/icons";
import { dialogs } from "../../state/dialogs";
import { termOf, useOntology } from "../../state/ontology";
import classes from "./Node.module.css";

/** What kind of thing it is, and where it is. */
export function Types({ node, editable }: { node: NodeDetail; editable: boolean }): ReactElement {
  const { value: terms } = useOntology(node.types.length > 0);
  const meaning = (type: string): string | undefined => (terms ?? []).find((t) => !t.relation && t.label === type)?.description;
  const disputed = new Set((node.typeStatements ?? []).filter((t) => t.disagreement).map((t) => t.key));
  return (
    <div className={classes.chips}>
      {node.types.map((type) => (
        <span key={type} className={classes.chip} data-disputed={disputed.has(termOf(terms, type, false)) || undefined} title={disputed.has(termOf(terms, type, false)) ? "Sources disagree on this type" : meaning(type)}>
          <bdi>{type}</bdi>
          {editable && (
            <button type="button" className={`plain ${classes.drop}`} aria-label={`It is no ${type}`} title="State that it is not" onClick={() => void declassifyNode(node.id, termOf(terms, type, false))}>
              <Icon name="close" size={10} />
            </button>
          )}
        </span>
      ))}
      {editable && (
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label="State a type" title="State a type" onClick={() => dialogs.put({ open: "classify" })}>
          <Icon name="add" size={13} />
        </ActionIcon>
      )}
      {node.group && (
        <button type="button" className={`plain cut ${classes.group}`} onClick={() => flyToNode(node.group!.id)}>
          in <bdi>{node.group.name}</bdi>
        </button>
      )}
    </div>
  );
}

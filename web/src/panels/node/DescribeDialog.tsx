import type { ReactElement } from "react";
import { describeNodes } from "../../actions/describeNodes";
import { things } from "../../actions/edit";
import { close } from "../../state/dialogs";
import { NewProperty } from "./NewProperty";
import classes from "./Edit.module.css";

/** A property that is stated of all that is selected. */
export function DescribeDialog({ ids }: { ids: readonly string[] }): ReactElement {
  return (
    <div className={classes.form}>
      <h2 className={classes.head}>State a property of {things(ids.length)}</h2>
      <NewProperty onCancel={close} onState={(key, value) => describeNodes(ids, key, value).then((done) => (done && close(), done))} />
    </div>
  );
}

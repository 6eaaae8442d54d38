import { date, number } from "../../look/format";
import { keyName, none, type Condition } from "../../map/conditions";

const mostNamed = 2;

/** A filter in a few words, for what it is removed by. */
export function conditionText(c: Condition): string {
  const name = keyName(c.key);
  if ("any" in c) {
    const values = c.any.map((v) => (v === none ? "none" : v));
    return `${name}: ${values.length <= mostNamed ? values.join(", ") : `${values[0]} and ${values.length - 1} more`}`;
  }
  const end = (n: number): string => (c.dates ? date(n) : number(n));
  if (c.from === null) return `${name} up to ${end(c.to ?? 0)}`;
  if (c.to === null) return `${name} from ${end(c.from)}`;
  return `${name} ${end(c.from)} – ${end(c.to)}`;
}

import type { NewCommand } from "../api/contract";

/** What a command means to do, in words: “rename Shipping to Ferries”. Names are asked for by id; what has none is left out. */
export function commandWords({ type, data }: NewCommand, nameOf: (id: string) => string | null): string {
  const [verb] = (type.split(".")[1] ?? type).split("-");
  const things = subjectsOf(data).flatMap((id) => nameOf(id) ?? []);
  const text = (key: string): string[] => (typeof data[key] === "string" && data[key] !== "" ? [data[key]] : []);
  const given = Object.keys(data.properties ?? {});
  const said = [...text("name"), ...text("label"), ...text("type")].at(0);
  const subject = [things.length > 0 ? things.join(", ") : text("term").join(""), given.length > 0 ? `(${given.join(", ")})` : ""].filter((part) => part !== "").join(" ");
  return [verb, subject, said === undefined ? "" : subject === "" ? said : verb === "rename" ? `to ${said}` : `(${said})`].filter((part) => part !== "").join(" ");
}

/** The things that a command is about, in the order in which it names them. */
export function subjectsOf(data: NewCommand["data"]): string[] {
  return ["node", "thing", "edge", "from", "to", "survivor", "absorbed", "group", "members", "source"].flatMap((key) => [data[key]].flat().filter((id) => typeof id === "string"));
}

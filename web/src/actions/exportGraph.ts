import { askAhead, base } from "../api/client";
import type { ExportFormat } from "../api/contract";
import { number } from "../look/format";
import { messageOf } from "../look/message";
import { notify } from "../state/session";
import { view } from "../state/view";
import { api } from "../state/workspace";

/** Downloads the graph of the time that is shown as a file, and says how much is in it. */
export async function exportGraph(format: ExportFormat): Promise<void> {
  const path = api().exportPath(format, view.get().time);
  try {
    const told = await askAhead(path);
    const link = document.createElement("a");
    link.href = base + path;
    link.download = "";
    link.click();
    const count = (header: string, one: string, many: string): string => {
      const n = Number(told.get(header) ?? 0);
      return `${number(n)} ${n === 1 ? one : many}`;
    };
    const position = number(Number(told.get("Alchemist-Position") ?? 0));
    notify("done", `Downloading ${count("Alchemist-Nodes", "node", "nodes and groups")} and ${count("Alchemist-Edges", "edge", "edges")}, as of event ${position}.`);
  } catch (error) {
    notify("problem", `Nothing exported: ${messageOf(error)}`);
  }
}

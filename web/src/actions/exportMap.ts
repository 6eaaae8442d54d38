import { map, mapState } from "../map/client";
import type { ExportFormat } from "../map/protocol";
import { notify } from "../state/session";
import { view } from "../state/view";
import type { Action } from "./action";

const names: Record<ExportFormat, string> = { png: "a picture (PNG)", svg: "vectors (SVG)", html: "a page that needs no network (HTML)" };

/** Downloads what the map shows. */
async function exportMap(format: ExportFormat): Promise<void> {
  const { workspace, time } = view.get();
  const at = new Date(time ?? Date.now()).toISOString().slice(0, 16).replace("T", " ");
  const file = await map.export(format, workspace ?? "map", at);
  if (typeof file === "string") {
    notify("problem", `Nothing exported: ${file}.`);
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${workspace ?? "map"}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  notify("done", `The map is in ${link.download} (${Math.max(1, Math.round(file.size / 1000))} KB).`);
}

/** One for each kind of file. */
export const mapExports: Record<ExportFormat, Action> = { png: exportAs("png"), svg: exportAs("svg"), html: exportAs("html") };

function exportAs(format: ExportFormat): Action {
  return {
    name: `Save the map as ${names[format]}`,
    group: "Map",
    words: "export download image print",
    unavailable: () => (mapState.get().summary === null ? "There is no map yet." : null),
    run: () => void exportMap(format),
  };
}

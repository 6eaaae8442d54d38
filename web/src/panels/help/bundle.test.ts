import { expect, it } from "vitest";
import { bundleOf, masked } from "./bundle";

it("a report has numbers and states, but no name, path or address", () => {
  expect(masked("'secret-plans': the file /home/ada/log is damaged, ask ada@example.org")).toBe("'…': the file /… is damaged, ask …@…");
  const text = bundleOf(
    { health: { status: "up", version: "0.1", uptimeSeconds: 7, workspaces: 2, problems: ["'ada': torn at /data/x"] }, stats: { nodes: 3, types: { Person: 1 }, sources: { Ada: {} } }, connection: "live", position: 9, mapItems: 3, agent: "Browser/1", screen: { width: 1, height: 2, ratio: 1 }, dark: false },
    " It stopped. ",
  );
  expect(JSON.parse(text)).toEqual({
    report: "alchemist",
    told: "It stopped.",
    server: { status: "up", version: "0.1", uptimeSeconds: 7, workspaces: 2, problems: ["'…': torn at /…"] },
    workspace: { nodes: 3, position: 9 },
    page: { connection: "live", mapItems: 3, dark: false, screen: { width: 1, height: 2, ratio: 1 }, browser: "Browser/1" },
  });
});

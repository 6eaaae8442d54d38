// What a release tells of itself, of a real repository.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, test } from "node:test";
import { ferries, read } from "./repository.mjs";
import { missing } from "./server.mjs";
import { serverStage } from "./stage.mjs";

const skip = missing;
const long = "Tell of every ferry that sails in the night when it leaves, where it lands, and what the crossing costs";
let place;
const s = serverStage(async (server) => {
  place = ferries();
  const git = (...args) => execFileSync("git", ["-c", "user.name=Ada Ferrier", "-c", "user.email=ada@ferries.example", "-c", "commit.gpgsign=false", ...args], { cwd: place.path, stdio: "ignore" });
  git("commit", "--allow-empty", "-m", long);
  git("tag", "v1.0");
  assert.equal((await read(server, place.path)).state, "applied");
});
after(() => place?.remove());

test("a release lists its commits within its panel, however long their names are", { skip }, async () => {
  const page = await s.open();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("v1.0");
  await page.getByRole("option", { name: /v1\.0/ }).first().click();
  const commit = page.getByRole("list", { name: "Commits" }).getByRole("button", { name: long });
  await commit.waitFor();
  const panel = await page.getByRole("region", { name: "What is known of v1.0" }).boundingBox();
  const box = await commit.boundingBox();
  assert.ok(box.x + box.width <= panel.x + panel.width, `${box.x + box.width} is beyond ${panel.x + panel.width}`);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

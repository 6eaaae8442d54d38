// What the first tour promises, done by someone who knows nothing of it: only what stands on the screen is used.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ferries, read } from "./repository.mjs";
import { missing } from "./server.mjs";
import { serverStage } from "./stage.mjs";

const skip = missing;
let place;
const s = serverStage(async (server) => {
  place = ferries();
  assert.equal((await read(server, place.path)).state, "applied");
});
after(() => place?.remove());

test("a newcomer finds who wrote a thing, sees it a year ago, corrects it and takes that back", { skip }, async (t) => {
  const began = performance.now();
  let last = began;
  const step = (what) => {
    const now = performance.now();
    t.diagnostic(`${((now - last) / 1000).toFixed(1)} s  ${what}`);
    last = now;
  };
  const page = await s.open("", {});
  await page.getByText(/^\d+ things$/).first().waitFor();
  step("open the page: there is a map");

  await page.getByRole("button", { name: /Look up by name/ }).click();
  await page.getByRole("combobox", { name: /Look up by name/ }).fill("timetable");
  await page.getByRole("option", { name: /timetable\.md/ }).first().click();
  await page.getByRole("heading", { level: 2, name: "timetable.md" }).waitFor();
  const section = page.getByRole("region", { name: "Who worked on it" });
  await section.getByRole("button", { name: /^Ada Ferrier/ }).first().waitFor();
  await section.getByRole("list", { name: "Who changed it most" }).getByRole("button", { name: "By which commits: Ada Ferrier" }).click();
  await section.getByRole("list", { name: "Commits" }).getByRole("button", { name: /Sail every half hour/ }).waitFor();
  step("find who wrote a thing, and in which commits");

  const commits = page.getByRole("list", { name: "← changes" });
  await commits.getByRole("button", { name: /Sail every half hour/ }).first().waitFor();
  const slider = page.getByRole("slider", { name: "Time shown on the map" });
  const box = await slider.boundingBox();
  await page.mouse.click(box.x + box.width * 0.6, box.y + 15);
  await page.getByText(/^You see/).waitFor();
  await commits.getByRole("button", { name: /Begin with the ferries/ }).first().waitFor();
  await commits.getByRole("button", { name: /Sail every half hour/ }).waitFor({ state: "detached" });
  step("see it about a year ago, with what had changed it by then");

  await page.getByRole("button", { name: "Back to now" }).click();
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Sailing times");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("heading", { level: 2, name: "Sailing times" }).waitFor();
  await page.getByRole("list", { name: "Who says what of name" }).getByText("timetable.md").first().waitFor();
  step("correct it: one's own word, and the source's beside it");

  await page.getByRole("banner").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { level: 2, name: "timetable.md" }).waitFor();
  step("take it back");
  t.diagnostic(`${((performance.now() - began) / 1000).toFixed(1)} s  in all`);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("what is mistyped is found, and said to be only spelt alike", { skip }, async () => {
  const page = await s.open("", {});
  await page.getByRole("button", { name: /Look up by name/ }).click();
  const asked = page.getByRole("combobox", { name: /Look up by name/ });
  await asked.fill("timetabel");
  const alike = page.getByRole("group", { name: "Nothing is called “timetabel”; spelt alike" });
  await alike.getByRole("option", { name: /timetable\.md/ }).first().waitFor();
  await asked.fill("timetable");
  await page.getByRole("group", { name: "Things" }).getByRole("option", { name: /timetable\.md/ }).first().waitFor();
  assert.equal(await alike.count(), 0);
  assert.deepEqual(page.problems, []);
});

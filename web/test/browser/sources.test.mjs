import assert from "node:assert/strict";
import { test } from "node:test";
import { real, stage, workspace } from "./stage.mjs";

const s = stage();

/** Drops files on the page, as a browser would. */
const drop = (page, files) =>
  page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of all) transfer.items.add(new File([text], name));
    for (const type of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, files);
const paste = (page, text) =>
  page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData }));
  }, text);

test("a file that is dropped is sent, seen before it is imported, then imported", { skip: real }, async () => {
  const page = await s.open();
  await drop(page, [["people.csv", "name,age\nAda,36\n"]]);
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByRole("heading", { name: "Import people.csv" }).waitFor();
  await dialog.getByText("+214").waitFor();
  await dialog.getByText("How it was understood").waitFor();
  await dialog.getByText("Class", { exact: true }).click();
  await dialog.getByText("LedgerClosing.java").waitFor();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByText("Applied: it is in the graph.").waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("a table that is pasted is sent as a file, and of an address it is asked first", { skip: real }, async () => {
  const page = await s.open();
  // What is being read is asked for all the time; what would read something is a POST.
  const begun = [];
  page.on("request", (r) => r.method() === "POST" && /\/(imports|uploads)/.test(r.url()) && begun.push(r.url()));
  await paste(page, "https://example.org/project.git");
  const place = page.getByRole("textbox", { name: "Folder, Git repository or file" });
  await page.waitForFunction((field) => field.value === "https://example.org/project.git", await place.elementHandle());
  assert.deepEqual(begun, [], "nothing is fetched before somebody says so");
  await page.getByRole("button", { name: "See what would come" }).click();
  await page.getByRole("heading", { name: "Import https://example.org/project.git" }).waitFor();
  assert.equal(begun.length, 1);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await paste(page, "name\tage\nAda\t36\nBob\t40");
  await page.getByRole("heading", { name: "Import pasted.tsv" }).waitFor();
  await page.getByText("+214").waitFor();
  await page.context().close();
});

test("disagreements are settled many at once, by accepting one side", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=sources`);
  s.fixture.workspace("demo").stats = function stats() {
    return { position: this.position, disagreements: this.disagreements(9999).disagreements.length };
  };
  await page.reload();
  await page.getByRole("button", { name: "Settle" }).click();
  const list = page.getByRole("list", { name: "Disagreements" });
  await list.getByRole("listitem").first().waitFor();
  await list.getByRole("checkbox").first().uncheck();
  const accept = page.getByRole("button", { name: /Accept for/ });
  await accept.click();
  await page.getByText(/\d+ settled\. Undo/).waitFor();
  await page.getByRole("button", { name: "Accept for 0" }).or(page.getByText("All disagreements are settled.")).or(page.getByRole("button", { name: "Accept for 1" })).first().waitFor();
  await page.context().close();
});

import { describe, expect, test } from "vitest";
import { placeLabels, shorten, type Wish, wrap } from "./labels";

function wish(item: number, rank: number, x: number, y: number, more: [number, number][] = []): Wish {
  const place = (px: number, py: number): Wish["places"][number] => ({ how: "below", x: px, y: py, width: 50, height: 12 });
  return { item, rank, places: [place(x, y), ...more.map(([px, py]) => place(px, py))] };
}

describe("names on the map", () => {
  test("never cover one another; the higher rank stands", () => {
    const placed = placeLabels([wish(1, 1, 10, 10), wish(2, 5, 30, 15)], 400, 400, 10);
    expect(placed.map((p) => p.item)).toEqual([2]);
  });

  test("take another place where the first is taken", () => {
    const placed = placeLabels([wish(1, 1, 10, 10, [[10, 40]]), wish(2, 5, 30, 15)], 400, 400, 10);
    expect(placed.map((p) => p.item)).toEqual([2, 1]);
  });

  test("do not stand where nobody sees them", () => {
    expect(placeLabels([wish(1, 1, -80, 10), wish(2, 1, 10, 500)], 400, 400, 10)).toEqual([]);
  });

  test("are no more than can be read", () => {
    const many = Array.from({ length: 100 }, (_, k) => wish(k, k, (k % 10) * 60, Math.floor(k / 10) * 20));
    expect(placeLabels(many, 700, 400, 15)).toHaveLength(15);
  });

  test("do not cover other things, only their own", () => {
    const own = { item: 1, x: 10, y: 10, width: 20, height: 20 };
    expect(placeLabels([wish(1, 1, 10, 10)], 400, 400, 10, [own])).toHaveLength(1);
    expect(placeLabels([wish(1, 1, 10, 10)], 400, 400, 10, [own, { item: 2, x: 50, y: 15, width: 5, height: 5 }])).toEqual([]);
  });

  test("of thousands keep apart", () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    const wishes = Array.from({ length: 2000 }, (_, k) => wish(k, random(), random() * 1000, random() * 1000));
    const placed = placeLabels(wishes, 1000, 1000, 1000).map((p) => wishes[p.item].places[0]);
    let covering = 0;
    for (let a = 0; a < placed.length; a++) {
      for (let b = a + 1; b < placed.length; b++) {
        if (Math.abs(placed[a].x - placed[b].x) < 50 && Math.abs(placed[a].y - placed[b].y) < 12) covering += 1;
      }
    }
    expect(covering).toBe(0);
  });

  test("are shortened where room is scarce, or left out", () => {
    const measure = (text: string): number => text.length * 10;
    expect(shorten("Invoice", 100, measure)).toBe("Invoice");
    expect(shorten("InvoicePolicy", 100, measure)).toBe("InvoicePo…");
    expect(shorten("InvoicePolicy", 30, measure)).toBeUndefined();
  });
});

describe("wrap", () => {
  const measure = (text: string): number => text.length * 10;
  test("leaves a text that fits as it is", () => expect(wrap("Closing Workflow", 160, 3, measure)).toEqual(["Closing Workflow"]));
  test("breaks between words", () => expect(wrap("Closing Workflow", 80, 2, measure)).toEqual(["Closing", "Workflow"]));
  test("breaks before capitals and after dashes", () => {
    expect(wrap("GraphReader", 70, 2, measure)).toEqual(["Graph", "Reader"]);
    expect(wrap("websockets-jsr", 110, 2, measure)).toEqual(["websockets-", "jsr"]);
  });
  test("says that there is more where it does not fit", () => {
    expect(wrap("one two three four", 50, 2, measure)).toEqual(["one", "two…"]);
    expect(wrap("PathHandler", 50, 2, measure)).toEqual(["Path", "Hand…"]);
    expect(wrap("UndertowXnioSsl", 80, 3, measure)).toEqual(["Undertow", "XnioSsl"]);
  });
  test("keeps an ellipsis beside what stands before it", () => expect(wrap("core, servlet …", 90, 2, measure)).toEqual(["core,", "servlet …"]));
  test("gives up where only a few letters fit", () => expect(wrap("Authentication", 40, 3, measure)).toBeUndefined());
});

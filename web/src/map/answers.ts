import { messageOf } from "../look/message";
import type { Shown } from "./export/export";
import { neighbourhood } from "./bundles";
import type { EdgesAnswer, MapItem, MembersAnswer, Outward, Question } from "./protocol";
import type { Scene } from "./scene";
import { nearest } from "./step";
import { edgesBetween, outward } from "./ties";
import { shortestWay } from "./ways";

/** Who walks along the edges of a thing goes round among these. */
const mostTies = 100;

/** Answers the page's questions about what is on the map at the time shown. */
function answer(scene: Scene, question: Exclude<Question, { about: "export" | "facet" }>): MembersAnswer | MapItem[] | MapItem | EdgesAnswer | Outward[] | (string | null)[] | null {
  switch (question.about) {
    case "members": {
      const group = question.id === null ? scene.map.items : scene.ids.findText(question.id);
      return group < 0 ? { total: 0, items: [] } : scene.members(group, question.offset, question.limit);
    }
    case "path": {
      const item = scene.ids.findText(question.id);
      return item < 0 ? [] : scene.path(item).map((p) => scene.describe(p));
    }
    case "step": {
      const from = question.id === null ? -1 : scene.ids.findText(question.id);
      const to = nearest(scene, from, question.direction);
      return to < 0 ? null : scene.describe(to);
    }
    case "way": {
      const [from, to] = [scene.ids.findText(question.from), scene.ids.findText(question.to)];
      return from < 0 || to < 0 ? [] : shortestWay(scene.map, scene.waysNow(), from, to).map((i) => scene.describe(i));
    }
    case "edges": {
      const [from, to] = [scene.ids.findText(question.from), scene.ids.findText(question.to)];
      return from < 0 || to < 0 ? null : edgesBetween(scene, from, to, question.limit);
    }
    case "ties": {
      const item = scene.ids.findText(question.id);
      if (item < 0) return [];
      const { other } = neighbourhood(scene.map, scene.presence, scene.standIn, item, mostTies);
      return Array.from(other, (i) => scene.describe(i));
    }
    case "outward": {
      const item = scene.ids.findText(question.id);
      return item < 0 ? [] : outward(scene, item, question.limit);
    }
    case "names":
      return question.ids.map((id) => {
        const item = scene.ids.findText(id);
        return item < 0 ? null : scene.map.names[item];
      });
  }
}

/** Answers any question about what is shown; a file that cannot be made is answered with the reason. */
export async function reply(shown: Shown, question: Exclude<Question, { about: "facet" }>): Promise<unknown> {
  if (question.about !== "export") return answer(shown.picture.scene, question);
  try {
    // Who saves nothing loads nothing for it.
    const { exportMap } = await import("./export/export");
    return await exportMap(shown, question.format, question.title, question.at);
  } catch (error) {
    return messageOf(error);
  }
}

import type { MapItem, MembersAnswer, Question } from "./protocol";
import type { Scene } from "./scene";
import { nearest } from "./step";
import { shortestWay } from "./ways";

/** Answers the page's questions about what is on the map at the time shown. */
export function answer(scene: Scene, question: Exclude<Question, { about: "export" }>): MembersAnswer | MapItem[] | MapItem | (string | null)[] | null {
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
    case "names":
      return question.ids.map((id) => {
        const item = scene.ids.findText(id);
        return item < 0 ? null : scene.map.names[item];
      });
  }
}

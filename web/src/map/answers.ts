import type { MapItem, MembersAnswer, Question } from "./protocol";
import type { Scene } from "./scene";
import { nearest } from "./step";

/** Answers the page's questions about what is on the map at the time shown. */
export function answer(scene: Scene, question: Question): MembersAnswer | MapItem[] | MapItem | (string | null)[] | null {
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
    case "names":
      return question.ids.map((id) => {
        const item = scene.ids.findText(id);
        return item < 0 ? null : scene.map.names[item];
      });
  }
}

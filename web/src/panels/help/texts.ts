import type { Side } from "../../state/view";

/** What each panel is for, in two sentences, and where more stands. */
export const panelHelp: Record<Side, { title: string; text: string; more: string }> = {
  details: { title: "Details", text: "All that is known of what is selected, each value with who states it. Why? leads to the event and the source behind a value; what you change yourself stands over every import.", more: "tutorial/first-tour.md" },
  events: { title: "Events", text: "Every change, the latest first; the filter takes words and fields such as type:node-renamed. Click one for what was before, what led to it and what it led to.", more: "how-to/follow-events.md" },
  sources: { title: "Sources", text: "Where the content comes from, and each reading of it, which can be taken back. The order decides whose word is shown where sources disagree; Settle accepts one side for many; Look shows what is probably the same thing.", more: "how-to/bring-in-and-settle.md" },
  ontology: { title: "Types", text: "The ontology: the types and relations of this workspace, how many there are of each, and which properties they have. Click a type to see only its things; propose, accept or rename a term.", more: "how-to/edit-the-graph.md" },
  activity: { title: "Activity", text: "What happened since you last looked at this workspace in this browser, by who did it. Click a line to fly there, or show all of it on the map.", more: "how-to/travel-in-time.md" },
  changes: { title: "Changes", text: "What was added, changed and removed between two moments; both are on the time slider and can be dragged. On the map what was added has a green ring, what changed an orange one.", more: "how-to/travel-in-time.md" },
};

export const docsPath = "/docs/";

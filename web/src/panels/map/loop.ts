import classes from "./MapView.module.css";

/** The line around what one is about to select. */
export function drawLoop(box: HTMLElement): { show: (polygon: readonly number[]) => void; hide: () => void; remove: () => void } {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const shape = document.createElementNS(space, "polygon");
  svg.setAttribute("class", classes.loop);
  svg.setAttribute("aria-hidden", "true");
  svg.style.display = "none";
  svg.append(shape);
  box.append(svg);
  return {
    show: (polygon) => {
      svg.style.display = "";
      shape.setAttribute("points", polygon.map((n) => n.toFixed(1)).join(" "));
    },
    hide: () => (svg.style.display = "none"),
    remove: () => svg.remove(),
  };
}

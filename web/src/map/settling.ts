const afterMs = [350, 1200];

/** A compositor that is behind drops pictures, the last one too: it is shown again a little later, where nothing changes. */
export class Settling {
  private shown = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Something changes: what comes last is not known yet. */
  stop(): void {
    clearTimeout(this.timer);
    this.shown = 0;
  }

  start(draw: () => void): void {
    const after = afterMs.at(this.shown);
    if (after === undefined) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.shown += 1;
      draw();
      this.start(draw);
    }, after);
  }
}

import type { EventRecord } from "../../api/contract";

const pageSize = 200;
const mostPages = 60;

/** Events by position, a page at a time; those looked at last are kept. */
export class EventPages {
  private readonly pages = new Map<number, EventRecord[]>();
  private readonly asked = new Set<number>();

  constructor(private readonly load: (from: number, to: number) => Promise<EventRecord[]>) {}

  at(position: number): EventRecord | undefined {
    return this.pages.get(this.pageOf(position))?.[(position - 1) % pageSize];
  }

  /** Brings in what is missing between two positions; true when something came. */
  async want(from: number, to: number, last: number): Promise<boolean> {
    const wanted: number[] = [];
    for (let page = this.pageOf(Math.max(1, from)); page <= this.pageOf(Math.max(1, to)); page++) {
      const known = this.pages.get(page);
      const most = Math.min(pageSize, last - page * pageSize);
      if (known) this.touch(page, known);
      if ((known?.length ?? 0) < most && !this.asked.has(page)) wanted.push(page);
    }
    if (wanted.length === 0) return false;
    await Promise.all(
      wanted.map(async (page) => {
        this.asked.add(page);
        try {
          this.touch(page, await this.load(page * pageSize + 1, (page + 1) * pageSize));
        } finally {
          this.asked.delete(page);
        }
      }),
    );
    return true;
  }

  private touch(page: number, events: EventRecord[]): void {
    this.pages.delete(page);
    this.pages.set(page, events);
    if (this.pages.size > mostPages) this.pages.delete(this.pages.keys().next().value!);
  }

  private pageOf(position: number): number {
    return Math.floor((position - 1) / pageSize);
  }
}

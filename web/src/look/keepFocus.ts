/** What an element that has the keys may give back once it is gone: after this moment nobody else has done so. */
const waitMs = 60;

const ways = "a[href], button:not(:disabled), [tabindex]:not([tabindex='-1'])";

/**
 * Gives the keys to what stands nearest, where that which had them is gone: the button of a notice, a row that was taken
 * back. Else who uses the keyboard would begin at the top of the page again. Forms and dialogs give them back themselves.
 */
export function keepFocus(): void {
  let last: Element | null = null;
  let around: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    last = target;
    around = [];
    for (let each = target.parentElement; each !== null && each !== document.body; each = each.parentElement) around.push(each);
  });
  const check = (): void => {
    timer = undefined;
    if (!isLost(last)) return;
    const home = around.map(placeIn).find((place) => place !== null);
    last = null;
    home?.focus({ preventScroll: true });
  };
  new MutationObserver(() => {
    if (timer === undefined && isLost(last)) timer = setTimeout(check, waitMs);
  }).observe(document.body, { childList: true, subtree: true });
}

function isLost(last: Element | null): boolean {
  return last !== null && !last.isConnected && (document.activeElement === null || document.activeElement === document.body);
}

/** What can have the keys: the place itself, or the first in it that is no field, in which keys would be letters; null: nothing, or the place is gone too. */
function placeIn(place: Element): HTMLElement | null {
  if (!place.isConnected) return null;
  if (place instanceof HTMLElement && place.matches("[tabindex]")) return place;
  return [...place.querySelectorAll<HTMLElement>(ways)].find((each) => !each.matches("input, textarea, select") && each.checkVisibility() && each.closest("[aria-hidden='true']") === null) ?? null;
}

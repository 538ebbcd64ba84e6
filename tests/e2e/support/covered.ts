import type { Page } from "@playwright/test";

/**
 * What can be read or tapped on the page and does not come to lie free: each control and each line of text is scrolled into view as
 * the focus would do it, and whatever is then found at the middle of a control has to be itself; over the middle of a line there may
 * be nothing that floats. Answers what was found instead, in words.
 */
export const findCovered = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const controls = "a[href]:not([href='#main']), button, input, select, textarea, summary";
    const wordsOf = (element: Element): string => {
      const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return `<${element.tagName.toLowerCase()}> ${words.trim().slice(0, 40)}`;
    };
    /** Also what only screen readers are told is not shown. */
    const isShown = (element: Element): boolean => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
      if (element.closest("[inert]")) return false;
      for (let each: Element | null = element; each; each = each.parentElement) {
        if (getComputedStyle(each).clipPath === "inset(50%)") return false;
      }
      return true;
    };
    const floatsOver = (hit: Element, owner: Element): boolean => {
      for (let each: Element | null = hit; each && !each.contains(owner); each = each.parentElement) {
        if (["fixed", "sticky"].includes(getComputedStyle(each).position)) return true;
      }
      return false;
    };
    /** What is wrong with where it lies, or null. */
    const look = (owner: Element, rect: DOMRect | undefined, isControl: boolean): string | null => {
      if (!rect || rect.width <= 2 || rect.height <= 2) return null;
      const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2];
      const hit = document.elementFromPoint(x, y);
      // A line that is cut short with an ellipsis may end outside of its box.
      if (!hit) return isControl ? `${wordsOf(owner)} lies outside of the window` : null;
      const isItself = owner.contains(hit) || hit.closest("label")?.control === owner;
      const isFree = isControl ? isItself : isItself || !floatsOver(hit, owner);
      return isFree ? null : `${wordsOf(owner)} lies under ${wordsOf(hit)}`;
    };
    const check = async (owner: Element, rectOf: () => DOMRect | undefined, isControl: boolean) => {
      owner.scrollIntoView({ block: "nearest", inline: "nearest" });
      if (look(owner, rectOf(), isControl) === null) return [];
      // What follows the scrolling is drawn a moment later.
      await new Promise((resolve) => setTimeout(resolve, 150));
      owner.scrollIntoView({ block: "nearest", inline: "nearest" });
      return look(owner, rectOf(), isControl) ?? [];
    };
    const found: string[] = [];
    for (const control of document.querySelectorAll(controls)) {
      if (isShown(control)) found.push(...[await check(control, () => control.getBoundingClientRect(), true)].flat());
    }
    const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const owner = text.parentElement;
      if (!owner || !text.textContent?.trim() || !isShown(owner)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      found.push(...[await check(owner, () => range.getClientRects()[0], false)].flat());
    }
    return found;
  });

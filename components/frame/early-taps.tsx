import { headers } from "next/headers";

/**
 * A page is seen before it can answer, on a slow phone by seconds. A form that is sent meanwhile would go to the page's own address, with
 * what was typed in it for every log to read, and a tap would be lost. Both wait here until React has taken the element over, and
 * are then done: once an element, however often it was tapped. What works without script is left alone: links, popovers, forms
 * with an action. React tells of an element that it is taken over only by what it hangs on it.
 */
const SCRIPT = `(() => {
  const isAnswered = (element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  const waiting = new Map();
  const lookAgain = () => {
    for (const [element, act] of waiting) {
      if (element.isConnected && !isAnswered(element)) continue;
      waiting.delete(element);
      if (element.isConnected) setTimeout(act);
    }
    if (waiting.size > 0) setTimeout(lookAgain, 50);
  };
  const keep = (element, act) => {
    if (waiting.size === 0) setTimeout(lookAgain, 50);
    waiting.set(element, act);
  };
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("action") || isAnswered(form)) return;
    event.preventDefault();
    keep(form, () => form.requestSubmit(event.submitter));
  }, true);
  addEventListener("click", (event) => {
    const control = event.target.closest?.("button[type=button], input[type=checkbox], input[type=radio]");
    if (!control || control.popoverTargetElement || control.form?.hasAttribute("action") || isAnswered(control)) return;
    event.preventDefault();
    keep(control, () => control.click());
  }, true);
})();`;

/** At the beginning of every page, before anything that could be tapped. */
export async function EarlyTaps() {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the text above, and nothing of anybody's.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SCRIPT }} />;
}

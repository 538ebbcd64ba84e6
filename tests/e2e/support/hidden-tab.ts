import type { Browser, CDPSession } from "@playwright/test";
import { expect } from "@playwright/test";
import { installEars, type Sound } from "./ears";

/** A guest's tab that another one is in front of. */
export type HiddenTab = {
  /** Runs in the tab as if the person had tapped. */
  run: <Value>(expression: string) => Promise<Value>;
  soundOf: (hz: number) => Promise<Sound>;
  hide: () => Promise<void>;
};

/**
 * Opens a tab that can be hidden. Playwright tells each of its own pages that it is in view whatever stands before it, so
 * this one is opened and spoken to past it, in the browser's own first window.
 */
export async function openHideableTab(browser: Browser): Promise<HiddenTab> {
  const session = await browser.newBrowserCDPSession();
  const { targetId } = await session.send("Target.createTarget", { url: "about:blank" });
  const send = await speakTo(session, targetId);
  await send("Page.enable");
  await send("Page.addScriptToEvaluateOnNewDocument", { source: `(${installEars})()` });
  const run = async <Value>(expression: string): Promise<Value> => {
    const evaluation = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await send<Evaluated<Value>>("Runtime.evaluate", evaluation);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    run,
    soundOf: (hz) => run(`earsOf().measure(${hz})`),
    hide: async () => {
      const other = await session.send("Target.createTarget", { url: "about:blank" });
      await session.send("Target.activateTarget", other);
      await expect.poll(() => run("document.visibilityState")).toBe("hidden");
    },
  };
}

type Evaluated<Value> = {
  result: { value: Value };
  exceptionDetails?: { text: string; exception?: { description?: string } };
};

type Send = <Answer>(method: string, params?: object) => Promise<Answer>;

/** Commands to one target, wrapped in messages: a session of its own would be Playwright's again. */
async function speakTo(session: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, (answer: unknown) => void>();
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    waiting.get(id)?.(result ?? Promise.reject(new Error(error?.message)));
    waiting.delete(id);
  });
  let last = 0;
  return async <Answer>(method: string, params: object = {}) => {
    const id = ++last;
    const answer = new Promise<unknown>((resolve) => waiting.set(id, resolve));
    await session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) });
    return (await answer) as Answer;
  };
}

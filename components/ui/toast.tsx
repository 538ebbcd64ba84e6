"use client";

import { useSyncExternalStore } from "react";
import { buttonClass } from "./button";

/** `key`: by which it can be dismissed once its action is of no use any more. */
type Action = { text: string; run: () => void; key?: string };

type Toast = { id: number; text: string; action?: Action };

const SHOWN_MS = 6_000;
/** With something to take back it stays long enough to read and to reach. */
const SHOWN_WITH_ACTION_MS = 10_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

/** Says one line at the bottom of the screen, to eyes and to screen readers; with an action it can be taken back. */
export function toast(text: string, action?: Action): void {
  const id = ++lastId;
  show([...toasts.slice(-2), { id, text, action }]);
  setTimeout(() => dismiss(id), action ? SHOWN_WITH_ACTION_MS : SHOWN_MS);
}

/** Where toasts appear; once, in the layout. */
export function Toasts() {
  const shown = useSyncExternalStore(
    watch,
    () => toasts,
    () => toasts,
  );
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--bar,0px)+1rem)] z-50 flex flex-col items-center gap-2 px-4"
    >
      {shown.map(({ id, text, action }) => (
        <div
          key={id}
          className="pointer-events-auto flex max-w-full animate-rise items-center gap-3 rounded-lg bg-act px-5 py-3 text-on-act shadow-float"
        >
          <span className="written min-w-0">{text}</span>
          {action && (
            <button
              type="button"
              className={`${buttonClass("quiet", "small")} text-on-act! underline underline-offset-4 hover:bg-transparent!`}
              onClick={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.text}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

/** Takes the line of that key away, where it still stands. */
export const dismissToast = (key: string): void => {
  if (toasts.some(({ action }) => action?.key === key)) show(toasts.filter(({ action }) => action?.key !== key));
};

const dismiss = (id: number): void => show(toasts.filter((one) => one.id !== id));

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const tell of watchers) tell();
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

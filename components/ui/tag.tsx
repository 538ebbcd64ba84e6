import type { ReactNode } from "react";

/** A short property: a language, a topic, a kind. */
export function Tag({ children, lang }: { children: ReactNode; lang?: string }) {
  return (
    <span
      lang={lang}
      dir="auto"
      className="written inline-block max-w-48 truncate rounded-sm border border-line px-1.5 text-xs leading-5 text-soft"
    >
      {children}
    </span>
  );
}

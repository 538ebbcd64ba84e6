import { useMemo } from "react";
import { messageParts } from "@/lib/client/chat/message-parts";

/** A message as it was typed; links lead out of the room in a tab of their own, and who is called stands out. */
export function MessageText({ text, ownHandle }: { text: string; ownHandle: string | null }) {
  const parts = useMemo(() => messageParts(text), [text]);
  return (
    <p dir="auto" className="written min-w-0 flex-1 whitespace-pre-line leading-snug">
      {parts.map((part, place) => {
        const key = `${place} ${part.text}`;
        if (part.kind === "text") return <span key={key}>{part.text}</span>;
        if (part.kind === "link") {
          return (
            <a
              key={key}
              href={part.href}
              target="_blank"
              rel="noopener noreferrer nofollow ugc"
              className="underline underline-offset-2"
            >
              {part.text}
            </a>
          );
        }
        const own = part.handle === ownHandle;
        return (
          <span key={key} className={own ? "rounded-sm bg-glow px-0.5 font-semibold text-light-ink" : "font-semibold"}>
            {part.text}
          </span>
        );
      })}
    </p>
  );
}

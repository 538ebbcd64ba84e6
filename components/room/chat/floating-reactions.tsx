import { useFormatter } from "next-intl";
import { REACTIONS } from "@/lib/domain/chat/reactions";
import { type Floating, useFloating } from "./use-floating";

/**
 * What the room feels, over the stage it stands in: it floats up, summed; where nothing may move it is a count that
 * appears and is gone. Not read out: a burst a second would talk over everybody.
 */
export function FloatingReactions() {
  const floating = useFloating();
  if (floating.length === 0) return null;
  return (
    <div aria-hidden="true" data-testid="reactions" className="pointer-events-none absolute inset-0 z-10">
      {floating.map((one) => (
        <Floats key={one.key} one={one} />
      ))}
      <Counts floating={floating} />
    </div>
  );
}

function Floats({ one: { reaction, count, from, delayMs } }: { one: Floating }) {
  const format = useFormatter();
  return (
    <span
      data-reaction={reaction}
      style={{ insetInlineStart: `${from}%`, animationDelay: `${delayMs}ms` }}
      className="absolute bottom-0 animate-float text-2xl motion-reduce:hidden"
    >
      {reaction}
      {count > 1 && (
        <span className="ms-1 rounded-full bg-raised px-1.5 align-middle text-xs font-semibold text-ink shadow-float">
          {format.number(count)}
        </span>
      )}
    </span>
  );
}

function Counts({ floating }: { floating: Floating[] }) {
  const format = useFormatter();
  return (
    <div className="absolute inset-x-0 bottom-0 hidden justify-center gap-2 motion-reduce:flex">
      {REACTIONS.map((reaction) => {
        const count = floating.reduce((sum, one) => sum + (one.reaction === reaction ? one.count : 0), 0);
        if (count === 0) return null;
        return (
          <span key={reaction} className="rounded-full border border-line bg-raised px-2 py-0.5 text-sm">
            {reaction} {format.number(count)}
          </span>
        );
      })}
    </div>
  );
}

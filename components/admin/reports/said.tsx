import { useFormatter } from "next-intl";
import type { ReactNode } from "react";

type SaidProps = { at: string | null; by: string | null; children: ReactNode };

/** What somebody wrote, when. */
export function Said({ at, by, children }: SaidProps) {
  const format = useFormatter();
  return (
    <div className="border-t border-line py-2.5">
      <p dir="auto" className="written whitespace-pre-line wrap-anywhere">
        {children}
      </p>
      <p className="text-sm text-soft">
        <bdi>{by}</bdi>
        {at && (
          <time dateTime={at} className="ms-2">
            {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" })}
          </time>
        )}
      </p>
    </div>
  );
}

import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

/** `wait`: it is being taken care of. `act`: something is to be done. `end`: over for this person. */
type Look = "wait" | "act" | "end";

const LOOKS: Record<Look, string> = { wait: "bg-card", act: "bg-glow border-light", end: "bg-stop-wash border-stop" };

/** What happened, what to do, and where there is something to do, the button for it. */
export function Banner({
  look,
  title,
  text,
  children,
}: {
  look: Look;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div
      className={classes(
        "mb-4 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border px-5 py-4 text-ink",
        LOOKS[look],
      )}
    >
      <div className="min-w-48 flex-1">
        <p className="font-semibold">{title}</p>
        <p className="text-sm">{text}</p>
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}

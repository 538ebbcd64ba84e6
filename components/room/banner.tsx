import ChevronDown from "lucide-react/icons/chevron-down";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";

/** `wait`: it is being taken care of. `act`: something is to be done. `end`: over for this person. */
type Look = "wait" | "act" | "end";

const LOOKS: Record<Look, string> = { wait: "bg-raised", act: "bg-glow border-light", end: "bg-stop-wash border-stop" };

type BannerProps = {
  look: Look;
  title: string;
  text: string;
  /** On a phone its text waits behind a tap, so that it covers no more than the line that is kept for it. */
  brief?: boolean;
  children?: ReactNode;
};

/** What happened, what to do, and where there is something to do, the button for it. */
export function Banner({ look, title, text, brief = false, children }: BannerProps) {
  const t = useTranslations("room.notices");
  const id = useId();
  const [open, setOpen] = useState(!brief);
  return (
    <div
      className={classes(
        "mb-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border px-4 py-2 text-ink shadow-float sm:gap-x-5",
        brief && "max-sm:py-0.5",
        LOOKS[look],
      )}
    >
      <div className="min-w-32 flex-1 leading-snug">
        <p className={`font-semibold max-sm:text-sm ${open ? "" : "max-sm:line-clamp-2"}`}>{title}</p>
        <p id={id} className={`text-sm ${open ? "" : "max-sm:hidden"}`}>
          {text}
        </p>
      </div>
      {brief && (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          aria-label={t("more")}
          onClick={() => setOpen(!open)}
          className={`${buttonClass("quiet", "icon")} -mx-2 -my-1 sm:hidden`}
        >
          <ChevronDown className={open ? "size-5 rotate-180" : "size-5"} aria-hidden="true" />
        </button>
      )}
      {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </div>
  );
}

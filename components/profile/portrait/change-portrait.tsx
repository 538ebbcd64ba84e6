"use client";

import Camera from "lucide-react/icons/camera";
import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { classes } from "@/components/ui/classes";
import { lazily } from "@/components/ui/lazily";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { PortraitSize } from "@/lib/domain/portraits/portrait";
import type { PersonFace } from "@/lib/wire/people/views";

const PortraitDialog = lazily(async () => (await import("./portrait-dialog")).PortraitDialog);

type ChangePortraitProps = { person: PersonFace; size?: PortraitSize; className: string };

/** One's own portrait; a tap leads to another. */
export function ChangePortrait({ person, size, className }: ChangePortraitProps) {
  const t = useTranslations("portrait");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={t("change")}
        className="group relative shrink-0 self-start rounded-lg"
      >
        <Portrait person={person} hat size={size} className={className} />
        <span
          className={classes(
            "absolute -bottom-1.5 -end-1.5 grid place-items-center rounded-full border border-line bg-card text-ink transition-colors duration-150 group-hover:border-edge",
            size === "large" ? "size-10" : "size-7",
          )}
        >
          <Camera className={size === "large" ? "size-5" : "size-4"} aria-hidden="true" />
        </span>
      </button>
      {open && (
        <Suspense>
          <PortraitDialog person={person} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

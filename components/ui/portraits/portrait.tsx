"use client";

import { useState } from "react";
import { classes } from "@/components/ui/classes";
import { PORTRAIT_SIZES, type PortraitSize, portraitAddress } from "@/lib/domain/portraits/portrait";
import type { PersonFace } from "@/lib/wire/people/views";
import { DrawnPortrait, PartyHat } from "./drawn-portrait";

type PortraitProps = {
  person: Pick<PersonFace, "portrait" | "portraitSeed" | "isNew">;
  /** Size and nothing else, e.g. `size-10`; the corners grow with it. */
  className?: string;
  /** In their first seven days here people wear a party hat. */
  hat?: boolean;
  /** `large` where it is looked at: on stage and on the person's own page. */
  size?: PortraitSize;
};

/**
 * How somebody looks: their picture, or the drawn one as long as they have none or it does not come. It has no accessible
 * name; the person's name always stands beside it.
 */
export function Portrait({ person, className, hat = false, size = "small" }: PortraitProps) {
  const { portrait, portraitSeed, isNew } = person;
  const [failed, setFailed] = useState<string | null>(null);
  const shape = classes("block shrink-0 rounded-face", className);
  const wears = hat && isNew;
  if (!portrait || portrait === failed) return <DrawnPortrait seed={portraitSeed} className={shape} hat={wears} />;
  const fail = (): void => setFailed(portrait);
  return (
    <span className={classes("relative overflow-hidden", shape)}>
      <img
        // One that failed before there was script says so when it is looked at.
        ref={(image) => void (image?.complete && image.currentSrc !== "" && image.naturalWidth === 0 && fail())}
        src={portraitAddress(portrait, size)}
        onError={fail}
        alt=""
        width={PORTRAIT_SIZES[size]}
        height={PORTRAIT_SIZES[size]}
        loading="lazy"
        decoding="async"
        draggable={false}
        className="size-full bg-line object-cover"
      />
      {wears && (
        <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 size-full">
          <g transform="translate(33 9) rotate(14 51 15) scale(.78)">
            <PartyHat />
          </g>
        </svg>
      )}
    </span>
  );
}

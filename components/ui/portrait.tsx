import { createElement } from "react";
import { classes } from "./classes";
import { portraitShapes } from "./portrait-shapes";

type PortraitProps = {
  seed: number;
  /** Size and nothing else, e.g. `size-10`; the corners grow with it. */
  className?: string;
  /** In their first seven days here people wear a party hat. */
  hat?: boolean;
};

/**
 * The drawn portrait that stands in until a picture is uploaded: the same face for the same seed, on server and in
 * browser. It has no accessible name; the person's name always stands beside it.
 */
export function Portrait({ seed, className, hat = false }: PortraitProps) {
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={classes("block shrink-0 rounded-face", className)}>
      {portraitShapes(seed, hat).map(({ shape, ...drawn }) =>
        createElement(shape, { key: String(drawn.d ?? shape), ...drawn }),
      )}
    </svg>
  );
}

import type { ComponentProps } from "react";
import { classes } from "./classes";
import { Spinner } from "./spinner";

/** `act`: the one thing to do here. `plain`: everything else. `quiet`: without a border. `end`: ends or removes. `leave`: the same, quietly. */
type Look = "act" | "plain" | "quiet" | "end" | "leave";
/** `large`: the one way into a room. `dock`, `dockIcon`: in a bar at the thumb. */
type Size = "normal" | "small" | "icon" | "large" | "dock" | "dockIcon";

const LOOKS: Record<Look, string> = {
  act: "bg-act text-on-act hover:bg-act-over",
  plain: "border border-line bg-card text-ink hover:border-edge",
  quiet: "text-ink hover:bg-line/60",
  end: "border border-line bg-card text-stop hover:border-stop hover:bg-stop-wash",
  leave: "text-stop hover:bg-line/60",
};

const SIZES: Record<Size, string> = {
  normal: "min-h-11 px-5 text-base",
  small: "min-h-9 px-3.5 text-sm pointer-coarse:min-h-11",
  icon: "size-11 shrink-0",
  large: "min-h-12 px-5 text-lg tall:min-h-14",
  dock: "min-h-12 px-3 text-base",
  dockIcon: "size-12 shrink-0",
};

/** The classes of a button, for links that look like one. */
export const buttonClass = (look: Look = "plain", size: Size = "normal"): string =>
  classes(
    "inline-flex select-none items-center justify-center gap-2 rounded-full font-semibold transition-colors duration-150",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50",
    LOOKS[look],
    SIZES[size],
  );

type ButtonProps = ComponentProps<"button"> & { look?: Look; size?: Size; busy?: boolean };

/** While `busy` it keeps its place, shows a spinner and takes no second tap. */
export function Button({ look, size, busy = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classes(buttonClass(look, size), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

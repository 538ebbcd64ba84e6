import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlClass, describedBy } from "./field";
import { keepTo, pasteAsLine } from "./typing";

/** `characters`: takes no more of them. */
type InputProps = ComponentProps<"input"> & { id: string; invalid?: boolean; characters?: number };

/** One line to fill in, inside a Field of the same id. */
export function Input({ invalid = false, characters, className, ...rest }: InputProps) {
  return (
    <input
      dir="auto"
      onPaste={pasteAsLine}
      onInput={keepTo(characters)}
      {...rest}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy(rest.id)}
      className={classes(controlClass, className)}
    />
  );
}

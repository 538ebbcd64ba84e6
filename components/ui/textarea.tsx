import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlClass, describedBy } from "./field";
import { keepTo } from "./typing";

/** `characters`: takes no more of them. */
type TextareaProps = ComponentProps<"textarea"> & { id: string; invalid?: boolean; characters?: number };

/** Several lines to fill in, inside a Field of the same id; grows with its text where the browser can. */
export function Textarea({ invalid = false, characters, className, ...rest }: TextareaProps) {
  return (
    <textarea
      rows={4}
      dir="auto"
      onInput={keepTo(characters)}
      {...rest}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy(rest.id)}
      className={classes(controlClass, "field-sizing-content min-h-24 max-h-80", className)}
    />
  );
}

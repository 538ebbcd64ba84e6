import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlClass, describedBy } from "./field";

type InputProps = ComponentProps<"input"> & { id: string; invalid?: boolean };

/** One line to fill in, inside a Field of the same id. */
export function Input({ invalid = false, className, ...rest }: InputProps) {
  return (
    <input
      {...rest}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy(rest.id)}
      className={classes(controlClass, className)}
    />
  );
}

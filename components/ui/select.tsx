import type { ComponentProps } from "react";
import { classes } from "./classes";
import { controlClass, describedBy } from "./field";

type SelectProps = Omit<ComponentProps<"select">, "children"> & {
  id: string;
  invalid?: boolean;
  options: readonly { value: string; text: string }[];
};

/** One of few, inside a Field of the same id. The system's own list: it works with thumbs, keys and readers. */
export function Select({ invalid = false, className, options, ...rest }: SelectProps) {
  return (
    <select
      {...rest}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy(rest.id)}
      className={classes(controlClass, "pe-9", className)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

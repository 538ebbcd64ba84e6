import type { ReactNode } from "react";

/** Yes or no, in a form; uncontrolled. */
export function Checkbox({ name, checked, children }: { name: string; checked: boolean; children: ReactNode }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input type="checkbox" name={name} defaultChecked={checked} className="size-5 shrink-0 accent-ink" />
      <span>{children}</span>
    </label>
  );
}

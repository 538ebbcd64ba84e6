import type { ReactNode } from "react";

type CheckboxProps = {
  name: string;
  checked: boolean;
  required?: boolean;
  onSwitch?: (on: boolean) => void;
  children: ReactNode;
};

/** Yes or no, in a form; uncontrolled. `onSwitch`: where it counts at once. */
export function Checkbox({ name, checked, required = false, onSwitch, children }: CheckboxProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        name={name}
        defaultChecked={checked}
        required={required}
        onChange={({ target }) => onSwitch?.(target.checked)}
        className="size-5 shrink-0 accent-ink"
      />
      <span>{children}</span>
    </label>
  );
}

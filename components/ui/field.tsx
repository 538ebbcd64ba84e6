import type { ReactNode } from "react";

type FieldProps = {
  id: string;
  label: string;
  hint?: string;
  /** What is wrong with the value and what to do; read out when it appears. */
  error?: string;
  /** The label stands before its control on one line, wherever that is wide enough. */
  beside?: boolean;
  children: ReactNode;
};

/** A label, what belongs under it, one hint and one error. Its control has the id and `describedBy(id)`. */
export function Field({ id, label, hint, error, beside = false, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className={beside ? "flex flex-wrap items-center gap-x-4 gap-y-1.5" : "contents"}>
        <label htmlFor={id} className={beside ? "min-w-28 font-semibold" : "font-semibold"}>
          {label}
        </label>
        {beside ? <div className="min-w-48 flex-1">{children}</div> : children}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} aria-live="polite" className="text-sm font-medium text-stop empty:hidden">
        {error}
      </p>
    </div>
  );
}

/** What a control of a Field points at with `aria-describedby`. */
export const describedBy = (id: string): string => `${id}-hint ${id}-error`;

/** The classes of everything that can be filled in. */
export const controlClass =
  "min-h-11 w-full rounded-md border border-edge bg-card px-3.5 py-2 text-base text-ink placeholder:text-soft aria-invalid:border-stop aria-invalid:ring-1 aria-invalid:ring-stop pointer-coarse:text-[1rem]";

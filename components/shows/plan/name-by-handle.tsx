import type { FormEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type NameByHandleProps = {
  /** Of the field, which is called `handle` in the form. */
  id: string;
  label: string;
  hint: string;
  act: string;
  naming: { submit: (event: FormEvent<HTMLFormElement>) => void; busy: boolean; error: string | undefined };
  /** What they are named as. */
  children: ReactNode;
};

/** Somebody's handle, what they are to be, and the button that makes them so. */
export function NameByHandle({ id, label, hint, act, naming: { submit, busy, error }, children }: NameByHandleProps) {
  return (
    <form onSubmit={submit} noValidate className="mt-4 flex max-w-lg flex-col gap-4">
      <Field id={id} label={label} hint={hint} error={error}>
        <Input
          id={id}
          name="handle"
          invalid={!!error}
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-40 flex-1">{children}</div>
        <Button type="submit" busy={busy}>
          {act}
        </Button>
      </div>
    </form>
  );
}

import { Field } from "./field";
import { Input } from "./input";

type TopicsFieldProps = { label: string; hint: string; error: string | undefined; chosen: readonly string[] };

/** The field `topics` of a form: parted by commas, as lib/wire/text.ts reads them. */
export const TopicsField = ({ label, hint, error, chosen }: TopicsFieldProps) => (
  <Field id="topics" label={label} hint={hint} error={error}>
    <Input id="topics" name="topics" defaultValue={chosen.join(", ")} invalid={!!error} autoComplete="off" />
  </Field>
);

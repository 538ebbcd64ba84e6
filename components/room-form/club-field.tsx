import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { RoomClub } from "@/lib/wire/clubs/views";

type ClubFieldProps = {
  id: string;
  label: string;
  hint: string;
  /** Said of being in no club. */
  none: string;
  chosen: string | null;
  choice: readonly RoomClub[] | null;
  error: string | undefined;
};

/** In which of one's clubs something is opened or planned; nothing for whoever has none to choose. */
export function ClubField({ id, label, hint, none, chosen, choice, error }: ClubFieldProps) {
  if (!choice || choice.length === 0) return null;
  const clubs = choice.map((club) => ({ value: club.id, text: club.name }));
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <Select id={id} name={id} defaultValue={chosen ?? ""} options={[{ value: "", text: none }, ...clubs]} />
    </Field>
  );
}

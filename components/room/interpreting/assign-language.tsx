import { useLocale, useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { languageOptions } from "@/components/room-form/language-options";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { PersonFace } from "@/lib/wire/people/views";
import { useInterpretingActs } from "./use-interpreting-acts";

/** Which language somebody interprets into; for who leads the main room. */
export default function AssignLanguage({ person }: { person: PersonFace }) {
  const scene = useRoomScene();
  const t = useTranslations("interpreting.desk");
  const locale = useLocale();
  const { room, channels } = scene.view;
  const acts = useInterpretingActs(room.id, scene.me?.personId ?? "");
  const present = channels.find(({ interpreters }) => interpreters.some((one) => one.person.id === person.id));
  const language = present?.language ?? "";
  const options = [{ value: "", text: t("nothing") }, ...languageOptions(locale, language ? [language] : [])];
  return (
    <Field id="interprets-into" label={t("assign")}>
      <Select
        id="interprets-into"
        value={language}
        onChange={({ target }) =>
          void (target.value ? acts.assignInterpreter(person, target.value) : acts.endInterpreter(person))
        }
        options={options}
      />
    </Field>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { PersonRow } from "@/components/profile/person-row";
import { useLanguageName } from "@/components/room/interpreting/use-language-name";
import { languageOptions } from "@/components/room-form/language-options";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { interpretingApi } from "@/lib/client/interpreting/interpreting-api";
import { isolated } from "@/lib/domain/text/isolated";
import type { ChannelView } from "@/lib/wire/interpreting/views";
import type { PersonFace } from "@/lib/wire/people/views";
import { NameByHandle } from "./name-by-handle";
import { useNameInterpreter } from "./use-name-interpreter";
import { usePlanAct } from "./use-plan-act";

type EpisodeInterpretersProps = { roomId: string; channels: readonly ChannelView[] };

/** Who interprets an episode to come, and into what; whoever leads it names them and takes them back. */
export function EpisodeInterpreters({ roomId, channels }: EpisodeInterpretersProps) {
  const t = useTranslations("shows.interpreters");
  const nameOf = useLanguageName();
  return (
    <section aria-labelledby="interpreters" className="mt-10">
      <h2 id="interpreters" className="scroll-mt-6 text-xl font-bold">
        {t("title")}
      </h2>
      <p className="mb-3 text-soft">{t("text")}</p>
      {channels.length > 0 && (
        <ul aria-labelledby="interpreters">
          {channels.flatMap(({ language, interpreters }) =>
            interpreters.map(({ person }) => (
              <PersonRow key={person.id} person={person}>
                <Tag>{nameOf(language)}</Tag>
                <TakeBack roomId={roomId} person={person} />
              </PersonRow>
            )),
          )}
        </ul>
      )}
      <NameInterpreter roomId={roomId} />
    </section>
  );
}

function TakeBack({ roomId, person }: { roomId: string; person: PersonFace }) {
  const t = useTranslations("shows.interpreters");
  const { busy, act } = usePlanAct();
  return (
    <Button
      size="small"
      look="end"
      busy={busy}
      aria-label={`${t("takeBack")}: ${isolated(person.name)}`}
      onClick={() => act(interpretingApi.endInterpreter(roomId, person.id), t("takenBack"))}
    >
      {t("takeBack")}
    </Button>
  );
}

function NameInterpreter({ roomId }: { roomId: string }) {
  const t = useTranslations("shows.interpreters");
  const locale = useLocale();
  const naming = useNameInterpreter(roomId);
  return (
    <NameByHandle id="interpreter" label={t("whom")} hint={t("whomHint")} act={t("name")} naming={naming}>
      <Field id="interpreter-language" label={t("into")}>
        <Select
          id="interpreter-language"
          name="language"
          defaultValue={locale}
          options={languageOptions(locale, [locale])}
        />
      </Field>
    </NameByHandle>
  );
}

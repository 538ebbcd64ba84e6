"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { NameLink } from "@/components/frame/name-link";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { toast } from "@/components/ui/toast";
import { notificationsApi } from "@/lib/client/notifications/notifications-api";
import type { PersonFace } from "@/lib/wire/people/views";

/** Of whom I am told nothing, and the way back. */
export function MutedPeople({ initial }: { initial: PersonFace[] }) {
  const t = useTranslations("notifications.settings");
  const said = useSaid();
  const sayRefusal = useRefusalText();
  const [people, setPeople] = useState(initial);
  const unmute = async (person: PersonFace): Promise<void> => {
    setPeople((now) => now.filter(({ id }) => id !== person.id));
    const answer = await notificationsApi.unmuteNotifications(person.id);
    if (answer.ok) return;
    setPeople((now) => [...now, person]);
    toast(sayRefusal(answer));
  };
  return (
    <section className="mt-5 border-t border-line pt-5" aria-labelledby="muted">
      <h3 id="muted" className="font-semibold">
        {t("muted")}
      </h3>
      {people.length === 0 && <p className="mt-1 text-soft">{t("nobodyMuted")}</p>}
      <ul className="mt-2">
        {people.map((person) => (
          <li key={person.id} className="flex items-center gap-3 py-1.5">
            <Portrait person={person} hat className="size-9 shrink-0" />
            <NameLink person={person} className="min-w-0 flex-1 truncate" />
            <Button aria-label={t("unmutePerson", { name: said(person) })} onClick={() => void unmute(person)}>
              {t("unmute")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

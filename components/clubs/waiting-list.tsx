"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { NameLink } from "@/components/frame/name-link";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Portrait } from "@/components/ui/portraits/portrait";
import { toast } from "@/components/ui/toast";
import { clubsApi } from "@/lib/client/clubs/clubs-api";
import type { ClubWaiting } from "@/lib/wire/clubs/views";
import type { PersonFace } from "@/lib/wire/people/views";
import { useClubAct } from "./use-club-act";

type WaitingListProps = { clubId: string; waiting: ClubWaiting };

/** For those who lead a club: who asks to come in, who is invited, and inviting somebody. */
export function WaitingList({ clubId, waiting: { requests, invited } }: WaitingListProps) {
  const t = useTranslations("clubs");
  const { busy, act } = useClubAct();
  return (
    <section aria-label={t("requests")} className="mt-10 flex flex-col gap-6 rounded-lg border border-line bg-card p-5">
      {requests.length > 0 && (
        <People title={t("requests")} people={requests}>
          {({ id }) => (
            <>
              <Button look="act" size="small" busy={busy} onClick={() => act(clubsApi.approveRequest(clubId, id))}>
                {t("approve")}
              </Button>
              <Button size="small" busy={busy} onClick={() => act(clubsApi.refuseRequest(clubId, id))}>
                {t("refuse")}
              </Button>
            </>
          )}
        </People>
      )}
      {invited.length > 0 && (
        <People title={t("waiting")} people={invited}>
          {({ id }) => (
            <Button size="small" busy={busy} onClick={() => act(clubsApi.withdrawInvitation(clubId, id))}>
              {t("withdrawInvitation")}
            </Button>
          )}
        </People>
      )}
      <InviteForm clubId={clubId} />
    </section>
  );
}

type PeopleProps = { title: string; people: readonly PersonFace[]; children: (person: PersonFace) => ReactNode };

function People({ title, people, children }: PeopleProps) {
  return (
    <div>
      <h2 className="mb-1 text-lg font-bold">{title}</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-3 border-t border-line py-2.5">
            <Portrait person={person} className="size-10 shrink-0" />
            <span className="min-w-32 flex-1 leading-tight">
              <NameLink person={person} className="block truncate font-semibold" />
              <span className="block truncate text-sm text-soft">
                <bdi>@{person.handle}</bdi>
              </span>
            </span>
            {children(person)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function InviteForm({ clubId }: { clubId: string }) {
  const t = useTranslations("clubs");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const invite = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const handle = String(new FormData(form).get("invite")).trim().replace(/^@/, "").toLowerCase();
    setBusy(true);
    const answer = await clubsApi.inviteToClub(clubId, handle);
    setBusy(false);
    const isNobody = !answer.ok && (answer.code === "not_found" || answer.code === "bad_input");
    setError(answer.ok ? undefined : isNobody ? t("inviteNobody") : refusalText(answer));
    if (!answer.ok) return;
    form.reset();
    toast(t("invitedDone"));
    router.refresh();
  };
  return (
    <form onSubmit={invite} noValidate className="flex flex-wrap items-start gap-3">
      <div className="min-w-56 flex-1">
        <Field id="invite" label={t("inviteLabel")} hint={t("inviteHint")} error={error}>
          <Input
            id="invite"
            name="invite"
            invalid={!!error}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
          />
        </Field>
      </div>
      <Button type="submit" busy={busy} className="sm:mt-7">
        {t("invite")}
      </Button>
    </form>
  );
}

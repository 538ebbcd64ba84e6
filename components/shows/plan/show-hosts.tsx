"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { PersonRow } from "@/components/profile/person-row";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { toast } from "@/components/ui/toast";
import { showsApi } from "@/lib/client/shows/shows-api";
import { SHOW_ROLES, type ShowRole } from "@/lib/domain/shows/show";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { isolated } from "@/lib/domain/text/isolated";
import type { ShowView } from "@/lib/wire/shows/views";
import { usePlanAct } from "./use-plan-act";

type ShowHostsProps = { show: Pick<ShowView, "id" | "hosts" | "role">; viewerId: string };

/** Who leads a show; its hosts add and take out, and each of them may leave. */
export function ShowHosts({ show, viewerId }: ShowHostsProps) {
  const t = useTranslations("shows");
  const mayChange = canWithShow(show.role, "changeHosts");
  return (
    <section aria-labelledby="hosts" className="mt-10">
      <h2 id="hosts" className="mb-2 text-xl font-bold">
        {t("hostsTitle")}
      </h2>
      <ul>
        {show.hosts.map((person) => (
          <PersonRow key={person.id} person={person}>
            <Tag>{t(`roles.${person.role}`)}</Tag>
            {(mayChange || person.id === viewerId) && (
              <Remove showId={show.id} person={person} isMe={person.id === viewerId} />
            )}
          </PersonRow>
        ))}
      </ul>
      {mayChange && <AddHost showId={show.id} />}
    </section>
  );
}

type RemoveProps = { showId: string; person: { id: string; name: string }; isMe: boolean };

function Remove({ showId, person, isMe }: RemoveProps) {
  const t = useTranslations("shows");
  const router = useRouter();
  const { busy, act } = usePlanAct();
  const leave = (): void => {
    if (isMe) router.replace("/shows");
    router.refresh();
  };
  return (
    <Button
      size="small"
      look="end"
      busy={busy}
      aria-label={`${t(isMe ? "leaveShow" : "removeHost")}: ${isolated(person.name)}`}
      onClick={() => act(showsApi.removeShowHost(showId, person.id), t("hostRemoved"), leave)}
    >
      {t(isMe ? "leaveShow" : "removeHost")}
    </Button>
  );
}

function AddHost({ showId }: { showId: string }) {
  const t = useTranslations("shows");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const handle = String(fields.get("handle") ?? "")
      .trim()
      .replace(/^@/, "")
      .toLowerCase();
    setBusy(true);
    setError(undefined);
    const answer = await showsApi.addShowHost(showId, handle, String(fields.get("role")) as ShowRole);
    setBusy(false);
    if (!answer.ok) {
      const isNobody = answer.code === "not_found" || answer.code === "bad_input";
      return setError(isNobody ? t("hostNobody") : refusalText(answer));
    }
    form.reset();
    toast(t("hostAdded"));
    router.refresh();
  };
  return (
    <form onSubmit={submit} noValidate className="mt-4 flex max-w-lg flex-col gap-4">
      <Field id="host" label={t("hostLabel")} hint={t("hostHint")} error={error}>
        <Input
          id="host"
          name="handle"
          invalid={!!error}
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-40 flex-1">
          <Field id="host-role" label={t("hostRole")}>
            <Select
              id="host-role"
              name="role"
              defaultValue="cohost"
              options={SHOW_ROLES.map((role) => ({ value: role, text: t(`roles.${role}`) }))}
            />
          </Field>
        </div>
        <Button type="submit" busy={busy}>
          {t("addHost")}
        </Button>
      </div>
    </form>
  );
}

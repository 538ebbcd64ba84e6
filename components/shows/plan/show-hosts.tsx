"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { PersonRow } from "@/components/profile/person-row";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";
import { showsApi } from "@/lib/client/shows/shows-api";
import { SHOW_ROLES, type ShowRole } from "@/lib/domain/shows/show";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { isolated } from "@/lib/domain/text/isolated";
import type { ShowView } from "@/lib/wire/shows/views";
import { NameByHandle } from "./name-by-handle";
import { useNameByHandle } from "./use-name-by-handle";
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
  const refusalText = useRefusalText();
  const naming = useNameByHandle(t("hostAdded"), async (handle, fields) => {
    const answer = await showsApi.addShowHost(showId, handle, String(fields.get("role")) as ShowRole);
    if (answer.ok) return null;
    return answer.code === "not_found" || answer.code === "bad_input" ? t("hostNobody") : refusalText(answer);
  });
  return (
    <NameByHandle id="host" label={t("hostLabel")} hint={t("hostHint")} act={t("addHost")} naming={naming}>
      <Field id="host-role" label={t("hostRole")}>
        <Select
          id="host-role"
          name="role"
          defaultValue="cohost"
          options={SHOW_ROLES.map((role) => ({ value: role, text: t(`roles.${role}`) }))}
        />
      </Field>
    </NameByHandle>
  );
}

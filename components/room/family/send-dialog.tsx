import { useTranslations } from "next-intl";
import { useState } from "react";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Select } from "@/components/ui/select";
import { MAX_PEOPLE_SEARCH } from "@/lib/domain/people/people-search";
import type { HallTile } from "@/lib/wire/family/views";
import type { HallActs } from "./use-hall-acts";
import { useHallName } from "./use-hall-name";
import { usePeopleSearch } from "./use-people-search";

type SendDialogProps = { hall: HallTile; halls: HallTile[]; open: boolean; onClose: () => void; acts: HallActs };

/** Finds somebody of the family, in the hall where they sit, and offers them a seat in this one. */
export function SendDialog({ hall, halls, open, onClose, acts }: SendDialogProps) {
  const t = useTranslations("halls");
  const said = useSaid();
  const common = useTranslations("common");
  const nameOf = useHallName();
  const others = halls.filter(({ id }) => id !== hall.id);
  const [from, setFrom] = useState(others[0]?.id ?? "");
  const [typed, setTyped] = useState("");
  const { found, failed } = usePeopleSearch(from, open ? typed : "");
  const title = t("sendTitle", { hall: hall.number });
  return (
    <Dialog open={open} onClose={onClose} title={title} closeLabel={common("close")}>
      <p className="text-soft">{t("sendText")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="send-from" label={t("from")}>
          <Select
            id="send-from"
            value={from}
            onChange={({ target }) => setFrom(target.value)}
            options={others.map(({ id, number }) => ({ value: id, text: nameOf(number) }))}
          />
        </Field>
        <Field id="send-search" label={t("search")}>
          <Input
            id="send-search"
            type="search"
            autoComplete="off"
            characters={MAX_PEOPLE_SEARCH}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </Field>
      </div>
      <ul aria-label={t("found")} aria-live="polite" className="flex flex-col gap-1">
        {found?.map((person) => (
          <li key={person.id} data-person={person.id} className="flex min-h-12 items-center gap-3">
            <Portrait person={person} hat className="size-10 shrink-0" />
            <span className="min-w-0 flex-1 truncate font-semibold">
              <NameLink person={person} />
            </span>
            <Button
              size="small"
              onClick={() => void acts.sendToHall(person, hall)}
              aria-label={t("offerTo", { name: said(person) })}
            >
              {t("offer")}
            </Button>
          </li>
        ))}
      </ul>
      {failed && <p className="text-soft">{t("failed")}</p>}
      {found?.length === 0 && <p className="text-soft">{t("nobody")}</p>}
    </Dialog>
  );
}

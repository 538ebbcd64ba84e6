import { useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { useRoomId } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { useFollowers } from "./use-followers";

type PingDialogProps = { open: boolean; onClose: () => void };

/** Calls people who follow me into this room. */
export function PingDialog({ open, onClose }: PingDialogProps) {
  const t = useTranslations("pings");
  const said = useSaid();
  const common = useTranslations("common");
  const { found, typed, setTyped, called, more, call } = useFollowers(useRoomId(), open);
  return (
    <Dialog open={open} onClose={onClose} title={t("title")} closeLabel={common("close")}>
      <Field id="follower-search" label={t("search")} hint={t("hint")}>
        <Input
          id="follower-search"
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      <ul aria-label={t("followers")} className="flex flex-col gap-1">
        {found?.people.map((person) => (
          <li key={person.id} className="flex min-h-12 items-center gap-3">
            <Portrait person={person} hat className="size-10 shrink-0" />
            <p className="min-w-0 flex-1">
              <NameLink person={person} className="block truncate font-semibold" />
              <span className="block truncate text-sm text-soft">
                <bdi>@{person.handle}</bdi>
              </span>
            </p>
            <Button
              size="small"
              disabled={called.includes(person.id)}
              onClick={() => void call(person)}
              aria-label={t(called.includes(person.id) ? "calledPerson" : "callPerson", { name: said(person) })}
            >
              {t(called.includes(person.id) ? "called" : "call")}
            </Button>
          </li>
        ))}
      </ul>
      {found?.people.length === 0 && <p className="text-soft">{t(typed === "" ? "noFollowers" : "nobody")}</p>}
      {found?.next && (
        <Button look="quiet" onClick={more}>
          {t("more")}
        </Button>
      )}
    </Dialog>
  );
}

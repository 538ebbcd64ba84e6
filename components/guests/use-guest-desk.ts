import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";
import type { ApiAnswer } from "@/lib/client/call";
import { guestsApi } from "@/lib/client/guests/guests-api";
import type { FreshGuestLink, GuestView } from "@/lib/wire/guests/views";

/** How often those who lead look whether a link was opened elsewhere. */
const READ_EVERY_MS = 20_000;

/** The guests of an episode for those who lead it: invited, sent a link again, shown, let in from another browser, taken back. */
export function useGuestDesk(roomId: string) {
  const t = useTranslations("guests.desk");
  const common = useTranslations("common");
  const refusalText = useRefusalText();
  const [guests, setGuests] = useState<GuestView[]>([]);
  const [fresh, setFresh] = useState<FreshGuestLink | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const read = (): void =>
      void guestsApi.readGuests(roomId).then((answer) => answer.ok && setGuests(answer.value.guests));
    read();
    const timer = setInterval(read, READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [roomId]);

  const put = (guest: GuestView): void =>
    setGuests((now) =>
      now.some(({ id }) => id === guest.id) ? now.map((one) => (one.id === guest.id ? guest : one)) : [...now, guest],
    );
  const run = async <Value>(asked: Promise<ApiAnswer<Value>>, done: (value: Value) => void): Promise<boolean> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    if (answer.ok) done(answer.value);
    else toast(refusalText(answer));
    return answer.ok;
  };
  const showLink = (link: FreshGuestLink): void => {
    put(link.guest);
    setFresh(link);
  };

  const invite = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const whom = String(fields.get("whom") ?? "").trim();
    const address = String(fields.get("address") ?? "").trim();
    const named = whom.startsWith("@") ? { handle: whom } : { name: whom, ...(address && { address }) };
    const accountNeeded = fields.get("accountNeeded") === "on";
    if (await run(guestsApi.inviteGuest(roomId, { ...named, accountNeeded }), showLink)) form.reset();
  };
  const copy = async (): Promise<void> => {
    const done = fresh !== null && (await copyText(fresh.url));
    toast(done ? t("copied") : common("notCopied"));
  };
  /** A line for somewhere else, with the way to the page. */
  const copyPost = async ({ name }: GuestView): Promise<void> => {
    const done = await copyText(t("postText", { name, url: `${location.origin}/rooms/${roomId}` }));
    toast(done ? t("postCopied") : common("notCopied"));
  };
  return {
    guests: guests.filter(({ state }) => state !== "revoked"),
    fresh,
    busy,
    invite: (event: FormEvent<HTMLFormElement>) => void invite(event),
    copy: () => void copy(),
    copyPost: (guest: GuestView) => void copyPost(guest),
    mail: (guest: GuestView) => void run(guestsApi.mailGuestLink(roomId, guest.id), showLink),
    replace: (guest: GuestView) => void run(guestsApi.replaceGuestLink(roomId, guest.id), showLink),
    show: (guest: GuestView, shown: boolean) =>
      void run(guestsApi.editGuest(roomId, guest.id, { shown }), (answer) => put(answer.guest)),
    answerClaim: (guest: GuestView, isGuest: boolean) =>
      void run(guestsApi.answerGuestClaim(roomId, guest.id, isGuest), (answer) => put(answer.guest)),
    revoke: (guest: GuestView) =>
      void run(guestsApi.revokeGuest(roomId, guest.id), () => {
        setFresh(null);
        setGuests((now) => now.filter(({ id }) => id !== guest.id));
      }),
  };
}

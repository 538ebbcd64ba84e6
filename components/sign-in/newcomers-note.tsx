import { useTranslations } from "next-intl";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { Newcomers } from "@/lib/wire/sign-in/views";

/** Who may make an account here, or who invites; nothing where everybody may. The same for every address. */
export function NewcomersNote({ newcomers: { mode, invitedBy } }: { newcomers: Newcomers }) {
  const t = useTranslations("signIn");
  if (mode !== "closed" && invitedBy) {
    return (
      <p className="flex items-center gap-3 rounded-md bg-glow px-4 py-3">
        <Portrait person={invitedBy} className="size-9" />
        <span className="min-w-0">{t.rich("invitedBy", { name: () => <Name key="name" person={invitedBy} /> })}</span>
      </p>
    );
  }
  return mode === "open" ? null : <p className="rounded-md bg-glow px-4 py-3">{t(`mode.${mode}`)}</p>;
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSaid } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { PersonFace } from "@/lib/wire/people/views";
import { BlockPerson } from "./block-person";

/** On a page that is not there any more for whoever has blocked its person. */
export function BlockFromProfile({ person }: { person: PersonFace }) {
  const t = useTranslations("blocks");
  const router = useRouter();
  const said = useSaid();
  const leave = (): void => {
    toast(t("done", { name: said(person) }));
    router.replace("/");
    router.refresh();
  };
  return <BlockPerson person={person} onBlocked={leave} />;
}

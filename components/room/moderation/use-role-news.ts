import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { nameWithHandle } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import type { NamesAlike } from "@/lib/client/room/held-room";
import type { Role } from "@/lib/domain/roles";

/** Tells people that they lead the room from now on, or are back in the audience, though they did nothing themselves. */
export function useRoleNews(role: Role | undefined): void {
  const t = useTranslations("room.moderation");
  const before = useRef(role);
  useEffect(() => {
    const was = before.current;
    before.current = role;
    if (was === undefined || was === role) return;
    if (role === "host") toast(t("nowHost"));
    if (role === "moderator" && was !== "host") toast(t("nowModerator"));
    if (role === "listener") toast(t("nowListener"));
  }, [role, t]);
}

/** Tells the leaders of the room when a name looks like that of somebody on stage. */
export function useAlikeNews(alike: NamesAlike | null): void {
  const t = useTranslations("room.moderation");
  useEffect(() => {
    if (!alike) return;
    const { person, like } = alike;
    toast(t("nameAlike", { name: nameWithHandle(person), like: nameWithHandle(like) }));
  }, [alike, t]);
}

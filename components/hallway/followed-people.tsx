import Link from "next/link";
import { useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { Portrait } from "@/components/ui/portraits/portrait";
import { isolated } from "@/lib/domain/text/isolated";
import type { FollowedPerson } from "@/lib/wire/hallway/views";

/** Where the people are that I follow; a tap goes to the room they are in, on their name to themselves. */
export function FollowedPeople({ people }: { people: FollowedPerson[] }) {
  const t = useTranslations("hallway");
  return (
    <section>
      <h2 className="pb-2 text-sm font-semibold text-soft">{t("followedNow")}</h2>
      {people.length === 0 && <p className="border-t border-line py-3 text-sm text-soft">{t("nobodyNow")}</p>}
      <ul>
        {people.map(({ person, role, room }) => (
          <li
            key={person.id}
            className="relative -mx-2 flex items-center gap-3 rounded-md px-2 py-2 hover:bg-line/50 has-focus-visible:bg-line/50"
          >
            <Portrait person={person} hat className="size-9" />
            <span className="flex min-w-0 flex-col items-start">
              <NameLink person={person} raised className="max-w-full truncate" />
              <Link
                href={`/rooms/${room.id}`}
                prefetch={false}
                className="written max-w-full truncate text-xs text-soft after:absolute after:inset-0"
              >
                {role === "listener" ? <bdi>{room.title}</bdi> : t("onStageIn", { title: isolated(room.title) })}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

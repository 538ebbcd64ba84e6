import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { RemoveForm } from "@/components/room/moderation/remove-form";
import { PersonWords } from "@/components/room/roster/person-words";
import { VolumeSlider } from "@/components/room/sound/volume-slider";
import type { Acts } from "@/components/room/use-acts";
import type { RoomScene } from "@/components/room/use-room";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portrait";
import type { PersonFace } from "@/lib/wire/people/views";
import { AdminTag } from "./admin-tag";
import { personActs } from "./person-acts";

/** Only those who lead a room ever need it. */
const AssignLanguage = lazy(() => import("@/components/room/interpreting/assign-language"));

type PersonSheetProps = { person: PersonFace | null; scene: RoomScene; acts: Acts; onClose: () => void };

/** Who somebody is, and what I may do about them here. Removing asks once more; the rest can be undone. */
export function PersonSheet({ person, scene, acts, onClose }: PersonSheetProps) {
  const t = useTranslations("room");
  const said = useSaid();
  return (
    <Dialog open={person !== null} onClose={onClose} title={person ? said(person) : ""} closeLabel={t("close")}>
      {person && <PersonSheetBody person={person} scene={scene} acts={acts} onClose={onClose} />}
    </Dialog>
  );
}

function PersonSheetBody({ person, scene, acts, onClose }: PersonSheetProps & { person: PersonFace }) {
  const t = useTranslations("room");
  const [removing, setRemoving] = useState(false);
  const ownStage = scene.stage.find(({ id }) => id === person.id);
  const onStage = ownStage ?? scene.heardStage?.find(({ id }) => id === person.id);
  const { moderation, mayRemove } = personActs(person, scene, acts);
  const doAndClose = (run: () => unknown) => (): void => {
    onClose();
    void run();
  };
  return (
    <>
      <div className="flex items-center gap-4">
        <Portrait seed={person.portraitSeed} hat={person.isNew} className="size-16" />
        <p className="text-soft">
          {person.handle && <span className="block">@{person.handle}</span>}
          {t(`roles.${onStage?.role ?? "listener"}`)}
          {person.isAdmin && <AdminTag />}
        </p>
      </div>
      <PersonWords key={person.id} person={person} mayFollow={scene.isMember && scene.me?.personId !== person.id} />
      {ownStage && !ownStage.isMe && <VolumeSlider person={person} />}
      {scene.may("assignInterpreter") && !scene.view.room.family && !person.isGuest && (
        <Suspense>
          <AssignLanguage scene={scene} person={person} />
        </Suspense>
      )}
      <div className="flex flex-col gap-2">
        {moderation.map(({ name, run }) => (
          <Button key={name} onClick={doAndClose(run)}>
            {t(`acts.${name}`)}
          </Button>
        ))}
        {person.handle && (
          <Link href={`/people/${person.handle}`} className={buttonClass("plain")} onClick={onClose}>
            {t("profile")}
          </Link>
        )}
        {mayRemove && !removing && (
          <Button look="end" onClick={() => setRemoving(true)}>
            {t("remove.act")}
          </Button>
        )}
        {mayRemove && removing && (
          <RemoveForm
            person={person}
            room={scene.view.room}
            mayShutOutGuests={scene.may("editRoom")}
            onRemove={(reason, guests) => doAndClose(() => acts.removePerson(person, reason, guests))()}
          />
        )}
      </div>
    </>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { BlockPerson } from "@/components/profile/block-person";
import { RemoveForm } from "@/components/room/moderation/remove-form";
import { useModerationActs } from "@/components/room/moderation/use-moderation-acts";
import { useOpened, useShow } from "@/components/room/open-context";
import { useRoomScene } from "@/components/room/room-context";
import { PersonWords } from "@/components/room/roster/person-words";
import { VolumeSlider } from "@/components/room/sound/volume-slider";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { roomActs } from "@/lib/client/room/room-acts";
import type { PersonFace } from "@/lib/wire/people/views";
import { AdminTag } from "./admin-tag";
import { usePersonActs } from "./use-person-acts";

/** Only those who lead a room ever need it. */
const AssignLanguage = lazy(() => import("@/components/room/interpreting/assign-language"));

/** Who somebody is, and what I may do about them here. Removing asks once more; the rest can be undone. */
export function PersonSheet() {
  const { person } = useOpened();
  const show = useShow();
  const close = (): void => show({ person: null });
  const t = useTranslations("room");
  const said = useSaid();
  return (
    <Dialog open={person !== null} onClose={close} title={person ? said(person) : ""} closeLabel={t("close")}>
      {person && <PersonSheetBody person={person} onClose={close} />}
    </Dialog>
  );
}

function PersonSheetBody({ person, onClose }: { person: PersonFace; onClose: () => void }) {
  const scene = useRoomScene();
  const t = useTranslations("room");
  const [removing, setRemoving] = useState(false);
  const ownStage = scene.stage.find(({ id }) => id === person.id);
  const onStage = ownStage ?? scene.heardStage?.find(({ id }) => id === person.id);
  const { removePerson } = useModerationActs();
  const { moderation, mayRemove } = usePersonActs(person);
  const doAndClose = (run: () => unknown) => (): void => {
    onClose();
    void run();
  };
  return (
    <>
      <div className="flex items-center gap-4">
        <Portrait person={person} size="large" hat className="size-16" />
        <p className="text-soft">
          {person.handle && <bdi className="block side-of-parent">@{person.handle}</bdi>}
          {t(`roles.${onStage?.role ?? "listener"}`)}
          {person.isAdmin && <AdminTag />}
        </p>
      </div>
      <PersonWords key={person.id} person={person} mayFollow={scene.isMember && scene.me?.personId !== person.id} />
      {ownStage && !ownStage.isMe && <VolumeSlider person={person} />}
      {scene.may("assignInterpreter") && !scene.view.room.family && !person.isGuest && (
        <Suspense>
          <AssignLanguage person={person} />
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
        {scene.isMember && person.handle && scene.me?.personId !== person.id && (
          <BlockPerson person={person} onBlocked={doAndClose(() => roomActs.keepApart(person.id))} />
        )}
        {mayRemove && !removing && (
          <Button look="end" onClick={() => setRemoving(true)}>
            {t("remove.act")}
          </Button>
        )}
        {mayRemove && removing && (
          <RemoveForm
            person={person}
            onRemove={(reason, guests) => doAndClose(() => removePerson(person, reason, guests))()}
          />
        )}
      </div>
    </>
  );
}

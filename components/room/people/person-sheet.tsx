import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { PersonWords } from "@/components/room/roster/person-words";
import { VolumeSlider } from "@/components/room/sound/volume-slider";
import type { Acts } from "@/components/room/use-acts";
import type { RoomScene } from "@/components/room/use-room";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { Portrait } from "@/components/ui/portrait";
import type { PersonFace } from "@/lib/wire/people/views";
import { personActs } from "./person-acts";

/** Of the reason for a removal, in characters. */
const LONGEST_REASON = 500;

/** Only those who lead a room ever need it. */
const AssignLanguage = lazy(() => import("@/components/room/interpreting/assign-language"));

type PersonSheetProps = { person: PersonFace | null; scene: RoomScene; acts: Acts; onClose: () => void };

/** Who somebody is, and what I may do about them here. Removing asks once more; the rest can be undone. */
export function PersonSheet({ person, scene, acts, onClose }: PersonSheetProps) {
  const t = useTranslations("room");
  return (
    <Dialog open={person !== null} onClose={onClose} title={person?.name ?? ""} closeLabel={t("close")}>
      {person && <PersonSheetBody person={person} scene={scene} acts={acts} onClose={onClose} />}
    </Dialog>
  );
}

function PersonSheetBody({ person, scene, acts, onClose }: PersonSheetProps & { person: PersonFace }) {
  const t = useTranslations("room");
  const [removing, setRemoving] = useState(false);
  const [reason, setReason] = useState("");
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
          <>
            <p className="mt-2 text-sm">{t("remove.text", { name: person.name })}</p>
            <Field id="remove-reason" label={t("moderation.reason")} hint={t("moderation.reasonHint")}>
              <Input
                id="remove-reason"
                value={reason}
                maxLength={LONGEST_REASON}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
            <Button look="end" onClick={doAndClose(() => acts.remove(person, reason))}>
              {t("remove.confirm")}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

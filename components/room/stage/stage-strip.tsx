import { useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { useSession } from "@/components/room/session/use-session";
import { usePushToTalk } from "@/components/room/sound/use-push-to-talk";
import type { ShownPerson } from "@/components/room/use-room";
import { useNamesInARow } from "@/components/ui/names-in-a-row";
import { Portrait } from "@/components/ui/portraits/portrait";
import { MicrophoneSwitch } from "./microphone-switch";
import { TalkButton } from "./talk-button";
import { useLevel } from "./use-level";
import { useSpeaking } from "./use-speaking";

/** As many faces as stand side by side on the narrowest phone, beside a name and a button. */
const FACES = 4;

/** The stage in one line: who stands there, lit by their voice, and the name of whoever speaks. Screen readers are told elsewhere. */
export function StageStrip() {
  const scene = useRoomScene();
  const t = useTranslations("room");
  const inARow = useNamesInARow();
  const speaking = useSpeaking();
  const people = [...(scene.heardStage ?? []), ...scene.stage];
  const speakers = people.filter(({ id }) => speaking.includes(id));
  // Whoever speaks is in view, however many stand there.
  const shown = [...people].sort((one, other) => Number(speakers.includes(other)) - Number(speakers.includes(one)));
  const faces = people.length > FACES ? shown : people;
  return (
    <div data-testid="stage-strip" aria-hidden="true" className="flex min-w-0 flex-1 items-center gap-3">
      <span className="flex gap-2.5 ps-1">
        {faces.slice(0, FACES).map((person) => (
          <Face key={person.id} person={person} />
        ))}
      </span>
      <span className="min-w-0 leading-tight">
        <bdi className="side-of-parent block truncate text-sm font-semibold">
          {speakers.length > 0 ? inARow(speakers.map(({ name }) => name)) : scene.view.room.title}
        </bdi>
        <span className="block truncate text-xs text-soft">
          {speakers.length > 0 ? t("speaksNow", { count: speakers.length }) : t("nobodySpeaks")}
        </span>
      </span>
    </div>
  );
}

function Face({ person }: { person: ShownPerson }) {
  return (
    <span
      ref={useLevel(person.id)}
      data-person={person.id}
      className={`rounded-face transition-shadow duration-150 data-speaking:[box-shadow:0_0_0_2px_var(--paper),0_0_0_calc(3px+3px*var(--level,0))_var(--light)] ${person.away ? "opacity-50" : ""}`}
    >
      <Portrait person={person} className="size-8" />
    </span>
  );
}

/** One's own microphone where the dock is covered; nothing in the audience. */
export function OwnMicrophone() {
  const scene = useRoomScene();
  const { microphone } = useSession();
  const muted = scene.mine?.seat?.muted ?? false;
  const on = microphone === "on" && !muted;
  const pushesToTalk = usePushToTalk(muted);
  if (!scene.amOnStage) return null;
  if (pushesToTalk) return <TalkButton on={on} small />;
  return <MicrophoneSwitch on={on} busy={microphone === "asking"} />;
}

import { interpreterIdentity } from "@/lib/domain/interpreting/spoken-back";
import type { PersonFace } from "@/lib/wire/people/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { StagePerson } from "@/lib/wire/stage/views";

type Stages = Pick<RoomView, "stage" | "main">;

/** Those on the family's stage who ask in that language, the longest there first. */
export const askersIn = (language: string, { stage, main }: Stages): StagePerson[] =>
  (main?.stage ?? stage).filter((person) => person.asksIn === language);

/** An interpreter who speaks on the family's stage for somebody. `identity`: under which they are heard there. */
export type SpokenBack = { identity: string; language: string; interpreter: PersonFace; asker: StagePerson };

/** Who speaks there for whom. Whoever asks no more is spoken for no more, whatever the server has told of it yet. */
export function spokenBack(view: Stages & Pick<RoomView, "channels">): SpokenBack[] {
  return view.channels.flatMap(({ language, interpreters }) => {
    const [asker] = askersIn(language, view);
    if (!asker) return [];
    return interpreters.flatMap(({ person, toStage }) =>
      toStage ? [{ identity: interpreterIdentity(person.id), language, interpreter: person, asker }] : [],
    );
  });
}

/** Whom an interpreter hears on the main stage from another hall while they speak there; null for the main hall's own. */
export function speakersElsewhere(view: RoomView, ownId: string): ReadonlySet<string> | null {
  if (!view.main) return null;
  const others = spokenBack(view).filter(({ interpreter }) => interpreter.id !== ownId);
  return new Set([...view.main.stage.map(({ id }) => id), ...others.map(({ identity }) => identity)]);
}

import { useLevel } from "@/components/room/stage/use-level";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { StagePerson } from "@/lib/wire/stage/views";

/** As many as stand side by side before the first row on a phone. */
const MOST = 6;

/** The stage seen from the seats: who stands there, lit by their voice. The stage itself names them, so this is for eyes only. */
export function StageAbove({ people }: { people: readonly StagePerson[] }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 top-0 flex items-center justify-center gap-1.5"
    >
      {people.slice(0, MOST).map((person) => (
        <Standing key={person.id} person={person} />
      ))}
      {people.length > MOST && <span className="text-xs font-semibold text-soft">+{people.length - MOST}</span>}
    </div>
  );
}

function Standing({ person }: { person: StagePerson }) {
  return (
    <span
      ref={useLevel(person.id)}
      className="rounded-face transition-shadow duration-150 data-speaking:[box-shadow:0_0_0_2px_var(--paper),0_0_0_calc(3px+3px*var(--level,0))_var(--light)]"
    >
      <Portrait person={person} className="size-7 sm:size-10" />
    </span>
  );
}

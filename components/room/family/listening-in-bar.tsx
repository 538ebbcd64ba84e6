import { ListeningIn } from "./listening-in";
import { useListeningIn } from "./use-listening-in";

/** The same over the room, where another panel is in front, or none on a phone. */
export function ListeningInBar() {
  const { now, stop } = useListeningIn();
  return <div className="mb-2 empty:hidden">{now && <ListeningIn now={now} onStop={stop} />}</div>;
}

import { writeCsv } from "@/lib/wire/csv";
import type { ComingOverTime } from "./views";

/** Who will be at an episode, as a table: how many there were by then, in UTC. */
export const comingCsv = ({ overTime }: ComingOverTime): string => writeCsv(["at", "members", "mails"], overTime);

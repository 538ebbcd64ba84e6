import type { ClubAdmission } from "@/lib/domain/clubs/club";

/** A club of the cast; people by handle. */
export type CastClub = {
  handle: string;
  name: string;
  description: string;
  rules: string;
  topics: string[];
  languages: string[];
  admission: ClubAdmission;
  founder: string;
  admins: string[];
  members: string[];
};

export const CAST_CLUBS: readonly CastClub[] = [
  {
    handle: "sleeping_car",
    name: "The Sleeping Car",
    description: "People who would rather arrive rested than early. Timetables, couplings, breakfast.",
    rules: "No plane jokes before the second coffee.\nWho has the timetable has the floor.",
    topics: ["trains", "travel"],
    languages: ["en", "de"],
    admission: "open",
    founder: "ada",
    admins: ["ben"],
    members: ["cleo", "dev", "tomasz", "noor", "oskar"],
  },
  {
    handle: "open_bench",
    name: "The Open Bench",
    description: "Broken things and the people who open them. We let in whoever has a screwdriver and a question.",
    rules: "Say before you solder.\nMains voltage is for those who have learnt it.",
    topics: ["repair", "music"],
    languages: ["en"],
    admission: "approval",
    founder: "mika",
    admins: ["ravi"],
    members: ["hana", "samuel", "pavel"],
  },
  {
    handle: "leserunde",
    name: "Leserunde",
    description: "Ein Buch im Monat, vorgelesen und besprochen. Spoiler nur nach Vorwarnung.",
    rules: "Wer vorliest, wird nicht unterbrochen.",
    topics: ["bücher", "vorlesen"],
    languages: ["de"],
    admission: "invitation",
    founder: "clara",
    admins: [],
    members: ["jonas", "greta", "amira"],
  },
];

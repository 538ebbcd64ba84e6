import { z } from "zod";
import { time } from "@/lib/wire/fields";

/** The most people at once within a stretch that begins then. */
const peopleAtOnce = z.strictObject({ at: time, people: z.int() });

/** An overflow room of the family, in the order of their opening. `people`: who was in it at all. */
const hallFigures = z.strictObject({ number: z.int(), openedAt: time, peak: z.int(), people: z.int() });

/** What people wrote when they raised their hand. `people`: how many wrote the same. */
const askedQuestion = z.strictObject({ text: z.string(), people: z.int(), calledUp: z.boolean(), at: time });

/** `spoken`: of the profiles of those who came; who names two counts in both. `heard`: the most at once who heard it interpreted. */
const languageFigures = z.strictObject({
  spoken: z.array(z.strictObject({ language: z.string(), people: z.int() })),
  heard: z.array(z.strictObject({ language: z.string(), peak: z.int() })),
});

/**
 * A room that is over, with its overflow rooms: who was seen in it by the media server, from going live until its end. `minutes`: of all
 * who were there, the stage among them. `newcomers`: never before in a room of the same show or by the same host.
 */
export const roomFigures = z.strictObject({
  title: z.string(),
  language: z.string(),
  from: time,
  to: time,
  people: z.int(),
  guests: z.int(),
  peak: z.int(),
  minutes: z.int(),
  newcomers: z.int(),
  hands: z.strictObject({ raised: z.int(), people: z.int(), calledUp: z.int() }),
  overTime: z.array(peopleAtOnce),
  halls: z.array(hallFigures),
  questions: z.array(askedQuestion),
  languages: languageFigures,
});

export type RoomFigures = z.infer<typeof roomFigures>;

/** Who will be at an episode, since when: of those who count today. `mails`: addresses without an account whose owner said yes. */
export type ComingOverTime = {
  members: number;
  mails: number;
  overTime: readonly { at: string; members: number; mails: number }[];
};

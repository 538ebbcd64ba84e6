/** LiveKit data topic on which the relay tells an overflow room who is heard on the stage. */
export const STAGE_TOPIC = "stage";

/**
 * What an overflow room cannot see for itself of the stage that it hears, as JSON in UTF-8, sent by the relay when it changes,
 * at most four times a second, and every two seconds for who came in meanwhile.
 * `speaking`: level from 0 to 1 by person id. `open`: whose microphone is on. `present`: whose sound is connected.
 * `reach`: whether the relay is connected to the main room; while it is not, nothing is heard.
 */
export type StageSignal = {
  reach: boolean;
  speaking: Record<string, number>;
  open: string[];
  present: string[];
};

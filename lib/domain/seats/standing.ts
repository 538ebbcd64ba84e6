import type { MediaConnection, MediaRights } from "./seat";

/** What somebody without a seat may be and do in a room of the media server. `agent`: the token's kind. */
export type Standing = MediaRights & { agent: boolean };

/** The relay listens to the main room unseen, and is the voice of the stage in every other hall. Source: mechanics, relay. */
export const relayStanding = (inMainRoom: boolean): Standing => ({
  agent: true,
  publish: !inMainRoom,
  hidden: inMainRoom,
});

/** An interpreter who turned to the stage speaks there, like everybody on it. Source: behaviours 28. */
export const INTERPRETER_STANDING: Standing = { agent: false, publish: true, hidden: false };

/** Somebody on a visit hears, and is neither seen nor heard. */
export const VISIT_STANDING: Standing = { agent: false, publish: false, hidden: true };

/** Whether a connection is just what its standing says; a participant without one may not be there at all. */
export const keepsTo = (connection: MediaConnection, standing: Standing | null): boolean =>
  standing !== null &&
  connection.usual &&
  connection.agent === standing.agent &&
  connection.rights.publish === standing.publish &&
  connection.rights.hidden === standing.hidden;

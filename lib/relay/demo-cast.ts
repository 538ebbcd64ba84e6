/**
 * The two who talk in the demo room, by handle; each has a recording of the same name in prisma/voices.
 * The first made the room and hosts it, the second is called to the stage by the first.
 */
export const DEMO_CAST = ["vera", "milan"] as const;

/**
 * The two speakers of the demo room, by handle. Each has a recording of the same name in prisma/voices.
 * The first made the room and hosts it. The first calls the second to the stage.
 */
export const DEMO_CAST = ["vera", "milan"] as const;

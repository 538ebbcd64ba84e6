import { db, hotPool, takeTime } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { plantCast } from "@/prisma/plant-cast";

/** `node .plenum/build/seed.mjs`: puts the cast into Postgres. `npm start` does it at every start without a public address. */
takeTime();
await plantCast();
log().info("seeded");
await Promise.all([db().$disconnect(), hotPool().end()]);

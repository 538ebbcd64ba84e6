import type { Table } from "@/tests/support/walk/row";
import { ADMIN } from "./table/admin";
import { CHAT } from "./table/chat";
import { CLUBS } from "./table/clubs";
import { FAMILY } from "./table/family";
import { GUESTS } from "./table/guests";
import { HOUSE } from "./table/house";
import { ME } from "./table/me";
import { MODERATION } from "./table/moderation";
import { NOTIFICATIONS } from "./table/notifications";
import { RECORDING } from "./table/recording";
import { REPORTS } from "./table/reports";
import { ROOMS } from "./table/rooms";
import { SHOWS } from "./table/shows";
import { SIGN_IN } from "./table/sign-in";
import { STAGE } from "./table/stage";

/** What every route answers to every caller. */
export const TABLE: Table = {
  ...ADMIN,
  ...CHAT,
  ...CLUBS,
  ...FAMILY,
  ...GUESTS,
  ...HOUSE,
  ...ME,
  ...MODERATION,
  ...NOTIFICATIONS,
  ...RECORDING,
  ...REPORTS,
  ...ROOMS,
  ...SHOWS,
  ...SIGN_IN,
  ...STAGE,
};

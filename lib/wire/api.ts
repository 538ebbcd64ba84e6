// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { AccountApi } from "./api/account";
import type { AdminApi } from "./api/admin";
import type { ChatApi } from "./api/chat";
import type { ClubsApi } from "./api/clubs";
import type { FamilyApi } from "./api/family";
import type { FiguresApi } from "./api/figures";
import type { GuestsApi } from "./api/guests";
import type { HallwayApi } from "./api/hallway";
import type { HandsApi } from "./api/hands";
import type { InterpretingApi } from "./api/interpreting";
import type { InviteCodesApi } from "./api/invite-codes";
import type { InvitesApi } from "./api/invites";
import type { ModerationApi } from "./api/moderation";
import type { NotificationsApi } from "./api/notifications";
import type { OnboardingApi } from "./api/onboarding";
import type { OperatingApi } from "./api/operating";
import type { PeopleApi } from "./api/people";
import type { RecordingApi } from "./api/recording";
import type { RemindersApi } from "./api/reminders";
import type { ReportsApi } from "./api/reports";
import type { RoomsApi } from "./api/rooms";
import type { RosterApi } from "./api/roster";
import type { SearchApi } from "./api/search";
import type { SeatsApi } from "./api/seats";
import type { SharingApi } from "./api/sharing";
import type { ShowsApi } from "./api/shows";
import type { SignInApi } from "./api/sign-in";
import type { StageApi } from "./api/stage";
import type { SuggestionsApi } from "./api/suggestions";

/** Every operation of the API: the names in its path, what stands behind the question mark, its body, and what a success answers. */
export type Api = AccountApi &
  AdminApi &
  ChatApi &
  ClubsApi &
  FamilyApi &
  FiguresApi &
  GuestsApi &
  HallwayApi &
  HandsApi &
  InterpretingApi &
  InviteCodesApi &
  InvitesApi &
  ModerationApi &
  NotificationsApi &
  OnboardingApi &
  OperatingApi &
  PeopleApi &
  RecordingApi &
  RemindersApi &
  ReportsApi &
  RoomsApi &
  RosterApi &
  SearchApi &
  SeatsApi &
  SharingApi &
  ShowsApi &
  SignInApi &
  StageApi &
  SuggestionsApi;

import { createClub } from "@/lib/server/commands/clubs/create-club";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { clubs } from "@/lib/server/queries/clubs/clubs";
import { clubPageInput } from "@/lib/wire/clubs/inputs";
import { clubPage } from "@/lib/wire/clubs/views";

export const GET = query({
  summary: "The clubs, the newest first",
  who: "anyone",
  asked: clubPageInput,
  output: clubPage,
  ask: ({ caller, asked }) => clubs(caller, asked.after ?? null),
});

export const POST = command(createClub);

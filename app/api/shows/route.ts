import { createShow } from "@/lib/server/commands/shows/create-show";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { shows } from "@/lib/server/queries/shows/shows";
import { showPageInput } from "@/lib/wire/shows/inputs";
import { showPage } from "@/lib/wire/shows/views";

export const GET = query({
  summary: "The shows, the newest first",
  who: "anyone",
  asked: showPageInput,
  output: showPage,
  ask: ({ caller, asked }) => shows(caller, asked.after ?? null),
});

export const POST = command(createShow);

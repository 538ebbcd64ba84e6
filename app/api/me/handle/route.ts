import { query } from "@/lib/server/http/query";
import { handleState } from "@/lib/server/queries/onboarding/handle-state";
import { handleInput } from "@/lib/wire/onboarding/inputs";
import { handleAnswer } from "@/lib/wire/onboarding/views";

export const GET = query({
  summary: "Whether I can have a handle",
  who: "member",
  asked: handleInput,
  searches: true,
  output: handleAnswer,
  ask: ({ caller, asked }) => handleState(caller, asked.wanted),
});

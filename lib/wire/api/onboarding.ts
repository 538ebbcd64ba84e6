// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as onboardingInputs from "@/lib/wire/onboarding/inputs";
import type * as onboardingViews from "@/lib/wire/onboarding/views";

export type OnboardingApi = {
  "GET /api/me/handle": {
    asked: z.input<typeof onboardingInputs.handleInput>;
    answer: z.output<typeof onboardingViews.handleAnswer>;
  };
  "DELETE /api/me/welcome": { answer: z.output<typeof fields.nothing> };
};

// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as inviteCodesInputs from "@/lib/wire/invite-codes/inputs";
import type * as inviteCodesViews from "@/lib/wire/invite-codes/views";

export type InviteCodesApi = {
  "DELETE /api/me/invite-codes/:codeId": {
    params: { codeId: string };
    answer: z.output<typeof inviteCodesViews.revokedInviteCode>;
  };
  "GET /api/me/invite-codes": { answer: z.output<typeof inviteCodesViews.inviteCodeList> };
  "POST /api/me/invite-codes": {
    input: z.input<typeof inviteCodesInputs.inviteCodeInput>;
    answer: z.output<typeof inviteCodesViews.madeInviteCode>;
  };
  "POST /api/sign-in/invite-code": {
    input: z.input<typeof inviteCodesInputs.codeBroughtInput>;
    answer: z.output<typeof inviteCodesViews.codeBrought>;
  };
};

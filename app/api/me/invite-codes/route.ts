import { makeInviteCode } from "@/lib/server/commands/invite-codes/make-invite-code";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { myInviteCodes } from "@/lib/server/queries/invite-codes/my-invite-codes";
import { inviteCodeList } from "@/lib/wire/invite-codes/views";

export const GET = query({
  summary: "My invite codes that can still bring somebody",
  who: "member",
  output: inviteCodeList,
  // Who holds a leaked token must open no account.
  ask: async ({ caller }) => (caller.scopes ? null : myInviteCodes(caller.id)),
});

export const POST = command(makeInviteCode);

import { call } from "@/lib/client/call";
import type { ClubFields } from "@/lib/wire/clubs/inputs";

/** What one does about clubs. */
export const clubsApi = {
  createClub: (input: ClubFields) => call("POST /api/clubs", { input }),
  editClub: (clubId: string, input: Partial<Omit<ClubFields, "handle">>) =>
    call("PATCH /api/clubs/:clubId", { params: { clubId }, input }),
  closeClub: (clubId: string) => call("DELETE /api/clubs/:clubId", { params: { clubId } }),
  joinClub: (clubId: string) => call("POST /api/clubs/:clubId/membership", { params: { clubId } }),
  leaveClub: (clubId: string) => call("DELETE /api/clubs/:clubId/membership", { params: { clubId } }),
  askToJoin: (clubId: string) => call("POST /api/clubs/:clubId/request", { params: { clubId } }),
  withdrawRequest: (clubId: string) => call("DELETE /api/clubs/:clubId/request", { params: { clubId } }),
  declineInvitation: (clubId: string) => call("DELETE /api/clubs/:clubId/invitation", { params: { clubId } }),
  approveRequest: (clubId: string, personId: string) =>
    call("PUT /api/clubs/:clubId/requests/:personId", { params: { clubId, personId } }),
  refuseRequest: (clubId: string, personId: string) =>
    call("DELETE /api/clubs/:clubId/requests/:personId", { params: { clubId, personId } }),
  inviteToClub: (clubId: string, handle: string) =>
    call("POST /api/clubs/:clubId/invitations", { params: { clubId }, input: { handle } }),
  withdrawInvitation: (clubId: string, personId: string) =>
    call("DELETE /api/clubs/:clubId/invitations/:personId", { params: { clubId, personId } }),
  removeMember: (clubId: string, personId: string) =>
    call("DELETE /api/clubs/:clubId/members/:personId", { params: { clubId, personId } }),
  changeMemberRole: (clubId: string, personId: string, role: "admin" | "member") =>
    call("PATCH /api/clubs/:clubId/members/:personId", { params: { clubId, personId }, input: { role } }),
  passOnClub: (clubId: string, personId: string) =>
    call("PUT /api/clubs/:clubId/founder", { params: { clubId }, input: { personId } }),
};

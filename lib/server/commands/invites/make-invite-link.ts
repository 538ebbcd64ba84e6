import { randomBytes } from "node:crypto";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { env } from "@/lib/env";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { hashOf } from "@/lib/server/callers/secrets";
import { defineCommand } from "@/lib/server/http/command";
import { inviteLinkInput } from "@/lib/wire/invites/inputs";
import { freshInviteLink } from "@/lib/wire/invites/views";

/** 192 bits; the floor is 128. Source: behaviours 8. */
const SECRET_BYTES = 24;

const HOUR_MS = 60 * 60 * 1_000;

/** Makes a link that lets people in, as listeners or to the stage. Its secret is told this once, and only its hash kept. */
export const makeInviteLink = defineCommand({
  who: "member",
  limit: "inviteLinksOfPerson",
  input: inviteLinkInput,
  output: freshInviteLink,
  refusals: [...SCENE_REFUSALS, "not_allowed", "too_many"],
  status: 201,
  summary: "Make an invitation link",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      if (!can(actor, "inviteByLink")) return refused("not_allowed");
      const { role, hours, maxUses } = ask.input;
      const secret = randomBytes(SECRET_BYTES).toString("base64url");
      const expiresAt = new Date(now.getTime() + hours * HOUR_MS);
      const row = { roomId, role, maxUses, expiresAt, createdAt: now, createdById: actor.personId };
      const { id } = await tx.inviteLink.create({ data: { ...row, secretHash: hashOf(secret) }, select: { id: true } });
      const maker = await tx.person.findUniqueOrThrow({ where: { id: actor.personId }, select: FACE_COLUMNS });
      const times = { madeAt: now.toISOString(), expiresAt: expiresAt.toISOString(), revokedAt: null };
      return granted({
        value: {
          link: { id, role, madeBy: toFace(maker), uses: 0, maxUses, ...times },
          url: `${env().PLENUM_URL}/rooms/${roomId}?invite=${secret}`,
        },
        events: [{ audience: "moderators", happening: { type: "invite_link_made", linkId: id, role } }],
      });
    }),
});

import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";

/** One file of the archive: its name, and the rows in it, of the person $1. `single`: there is one, and it is no list. */
export type ExportFile = { name: string; sql: string; single?: true };

/** Of somebody else only what their page tells the person, too. */
const OTHER = `CASE WHEN ${personVisibleSql("$1::uuid")} THEN p.handle END AS handle,
  CASE WHEN ${personVisibleSql("$1::uuid")} THEN p.name END AS name`;

/** All that is kept of a person, without secrets. Every file is written, also where nothing stands in it. */
export const EXPORT_FILES: readonly ExportFile[] = [
  {
    name: "profile.json",
    single: true,
    sql: `SELECT me.id, me.handle, me.name, me.bio, me.languages, me.topics, me.links, me.email, me.email_verified_at, me.created_at,
      me.quiet_since, me.hat_hidden_at, me.protected_at, me.whereabouts, me.portrait_seed, me.portrait_key,
      coalesce((SELECT json_agg(json_build_object('provider', a.provider, 'linked_at', a.created_at)) FROM oauth_account a
        WHERE a.person_id = me.id), '[]') AS sign_in_providers
      FROM person me WHERE me.id = $1::uuid`,
  },
  {
    name: "follows.json",
    sql: `SELECT p.id, ${OTHER}, f.created_at AS since FROM follow f JOIN person p ON p.id = f.followee_id
      WHERE f.follower_id = $1::uuid AND ${personVisibleSql("$1::uuid")} ORDER BY f.created_at`,
  },
  {
    name: "followers.json",
    sql: `SELECT p.id, ${OTHER}, f.created_at AS since FROM follow f JOIN person p ON p.id = f.follower_id
      WHERE f.followee_id = $1::uuid AND ${personVisibleSql("$1::uuid")} ORDER BY f.created_at`,
  },
  {
    name: "blocks.json",
    sql: `SELECT p.id, p.handle, p.name, b.blocked_at FROM block b JOIN person p ON p.id = b.blocked_id
      WHERE b.blocker_id = $1::uuid AND p.given_up_at IS NULL ORDER BY b.blocked_at`,
  },
  {
    name: "seats.json",
    sql: `SELECT s.room_id, r.title, s.role, s.opened_at, s.closed_at, s.closed_reason FROM seat s JOIN room r ON r.id = s.room_id
      WHERE s.person_id = $1::uuid ORDER BY s.opened_at`,
  },
  {
    name: "rooms.json",
    sql: `SELECT r.id, r.title, r.description, r.topics, r.language, r.kind, r.status, r.capacity, r.created_at,
      r.scheduled_for, r.live_at, r.ended_at FROM room r WHERE r.created_by_id = $1::uuid ORDER BY r.created_at`,
  },
  {
    name: "chat.json",
    sql: `SELECT l.room_id, l.channel, l.text, l.written_at, l.deleted_at FROM chat_line l
      WHERE l.person_id = $1::uuid ORDER BY l.written_at`,
  },
  {
    name: "hands.json",
    sql: `SELECT h.room_id, h.question, h.raised_at, h.closed_at, h.outcome FROM hand h
      WHERE h.person_id = $1::uuid ORDER BY h.raised_at`,
  },
  {
    name: "pings.json",
    sql: `SELECT g.room_id, CASE WHEN g.by_id = $1::uuid THEN 'sent' ELSE 'received' END AS direction, p.id AS with_id, ${OTHER},
      g.at, g.seen_at FROM ping g JOIN person p ON p.id = CASE WHEN g.by_id = $1::uuid THEN g.person_id ELSE g.by_id END
      WHERE g.by_id = $1::uuid OR g.person_id = $1::uuid ORDER BY g.at`,
  },
  {
    name: "invitations.json",
    sql: `SELECT i.room_id, r.title, i.role, i.invited_at, i.risen_at FROM invitation i JOIN room r ON r.id = i.room_id
      WHERE i.person_id = $1::uuid ORDER BY i.invited_at`,
  },
  {
    name: "guests.json",
    sql: `SELECT CASE WHEN g.invited_by_id = $1::uuid THEN 'invited by me' ELSE 'invited me' END AS direction, g.room_id, r.title,
      g.name, CASE WHEN g.invited_by_id = $1::uuid THEN g.address END AS address, g.state, g.words, g.invited_at, g.answered_at
      FROM episode_guest g JOIN room r ON r.id = g.room_id WHERE g.person_id = $1::uuid OR g.invited_by_id = $1::uuid ORDER BY g.invited_at`,
  },
  {
    name: "clubs.json",
    sql: `SELECT c.handle, c.name, w.standing, w.at FROM (
        SELECT club_id, role::text AS standing, joined_at AS at FROM club_member WHERE person_id = $1::uuid
        UNION ALL SELECT club_id, 'asked', asked_at FROM club_request WHERE person_id = $1::uuid
        UNION ALL SELECT club_id, 'invited', invited_at FROM club_invitation WHERE person_id = $1::uuid
        UNION ALL SELECT club_id, 'removed', removed_at FROM club_removal WHERE person_id = $1::uuid) w
      JOIN club c ON c.id = w.club_id ORDER BY w.at`,
  },
  {
    name: "episodes.json",
    sql: `SELECT 'asked' AS what, v.room_id AS id, r.title, v.at, v.remind, v.locale AS language, v.time_zone FROM rsvp v
        JOIN room r ON r.id = v.room_id WHERE v.person_id = $1::uuid
      UNION ALL SELECT 'show followed', f.show_id, sh.title, f.followed_at, NULL, NULL, f.time_zone FROM show_follow f
        JOIN show sh ON sh.id = f.show_id WHERE f.person_id = $1::uuid
      UNION ALL SELECT 'reminded by mail', coalesce(m.room_id, m.show_id), coalesce(r.title, sh.title), m.asked_at,
        m.confirmed_at IS NOT NULL, m.locale, m.time_zone FROM person me JOIN mail_reminder m ON m.address = me.email
        LEFT JOIN room r ON r.id = m.room_id LEFT JOIN show sh ON sh.id = m.show_id
        WHERE me.id = $1::uuid AND me.email_verified_at IS NOT NULL ORDER BY at`,
  },
  {
    name: "invite-codes.json",
    sql: `SELECT c.uses, c.max_uses, c.created_at, c.expires_at, c.revoked_at FROM invite_code c
      WHERE c.person_id = $1::uuid ORDER BY c.created_at`,
  },
  {
    name: "recordings.json",
    sql: `SELECT a.recording_id, g.room_id, a.agrees, a.answered_at FROM recording_answer a
      JOIN recording g ON g.id = a.recording_id WHERE a.person_id = $1::uuid ORDER BY a.answered_at`,
  },
  {
    name: "notifications.json",
    sql: `SELECT s.changed, s.paused_until, s.quiet_from, s.quiet_until, s.time_zone, s.seen_at,
      coalesce((SELECT json_agg(json_build_object('id', m.muted_id, 'muted_at', m.muted_at)) FROM notification_mute m
        WHERE m.person_id = me.id), '[]') AS muted_people,
      coalesce((SELECT json_agg(json_build_object('language', b.locale, 'created_at', b.created_at, 'active_at', b.active_at))
        FROM push_subscription b WHERE b.person_id = me.id), '[]') AS browsers_with_push,
      (SELECT json_build_object('rhythm', d.rhythm, 'time_zone', d.time_zone, 'language', d.locale, 'chosen_at', d.chosen_at,
        'sent_at', d.sent_at) FROM mail_digest d WHERE d.person_id = me.id) AS mail_digest
      FROM person me LEFT JOIN notification_settings s ON s.person_id = me.id WHERE me.id = $1::uuid`,
    single: true,
  },
  {
    name: "hidden.json",
    sql: `SELECT 'room' AS what, h.room_id AS id, h.hidden_at FROM hidden_room h WHERE h.person_id = $1::uuid
      UNION ALL SELECT 'suggestion', d.suggested_id, d.dismissed_at FROM dismissed_suggestion d
      WHERE d.person_id = $1::uuid ORDER BY hidden_at`,
  },
  {
    name: "sessions.json",
    sql: `SELECT s.browser, s.system, s.created_at, s.used_at, s.expires_at FROM session s
      WHERE s.person_id = $1::uuid ORDER BY s.created_at`,
  },
  {
    name: "access-tokens.json",
    sql: `SELECT t.name, t.scopes, t.created_at, t.revoked_at FROM access_token t
      WHERE t.person_id = $1::uuid ORDER BY t.created_at`,
  },
];

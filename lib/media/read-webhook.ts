import { WebhookReceiver } from "livekit-server-sdk";
import { env } from "@/lib/env";
import { type MediaPresence, toPresence } from "./mirror";

/** What LiveKit tells by webhook, as far as it matters here. Only ever a hint: hints are lost, late and swapped. */
export type MediaHint =
  | { type: "joined"; roomId: string; presence: MediaPresence }
  | { type: "left"; roomId: string; presence: MediaPresence }
  | { type: "track_published"; roomId: string; presence: MediaPresence }
  | { type: "room_finished"; roomId: string }
  | { type: "other" };

/**
 * Verifies the signature (a JWT of our key that holds the SHA-256 of the raw body) and translates.
 * Null where the body is not LiveKit's word.
 */
export async function readWebhook(rawBody: string, authorization: string | null): Promise<MediaHint | null> {
  const receiver = new WebhookReceiver(env().LIVEKIT_API_KEY, env().LIVEKIT_API_SECRET);
  try {
    const event = await receiver.receive(rawBody, authorization ?? "");
    return toHint(event);
  } catch {
    return null;
  }
}

type Heard = Awaited<ReturnType<WebhookReceiver["receive"]>>;

function toHint({ event, room, participant }: Heard): MediaHint {
  if (!room) return { type: "other" };
  if (event === "room_finished") return { type: "room_finished", roomId: room.name };
  if (!participant) return { type: "other" };
  const presence = toPresence(participant);
  if (event === "participant_joined") return { type: "joined", roomId: room.name, presence };
  if (event === "participant_left") return { type: "left", roomId: room.name, presence };
  if (event === "track_published") return { type: "track_published", roomId: room.name, presence };
  return { type: "other" };
}

import { env } from "@/lib/env";

/** The ws:// or wss:// address at which browsers reach LiveKit. */
export const mediaUrl = (): string => env().LIVEKIT_PUBLIC_URL ?? env().LIVEKIT_URL;

import { startRecording } from "@/lib/server/commands/recording/start-recording";
import { stopRecording } from "@/lib/server/commands/recording/stop-recording";
import { command } from "@/lib/server/http/command";

export const POST = command(startRecording);
export const DELETE = command(stopRecording);

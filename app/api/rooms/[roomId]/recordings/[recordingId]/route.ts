import { changeRecording } from "@/lib/server/commands/recording/change-recording";
import { deleteRecording } from "@/lib/server/commands/recording/delete-recording";
import { command } from "@/lib/server/http/command";

export const PATCH = command(changeRecording);
export const DELETE = command(deleteRecording);

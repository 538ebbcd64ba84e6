import { answerRecording } from "@/lib/server/commands/recording/answer-recording";
import { command } from "@/lib/server/http/command";

export const PUT = command(answerRecording);

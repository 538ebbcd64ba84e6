import { answerReplay } from "@/lib/server/recording/answer-replay";

export const GET = answerReplay;
export const HEAD = answerReplay;

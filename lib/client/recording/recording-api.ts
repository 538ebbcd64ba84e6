import { call } from "@/lib/client/call";

type OfRecording = { roomId: string; recordingId: string };

/** What the browser asks about recordings, by its verbs. */
export const recordingApi = {
  startRecording: (roomId: string) => call("POST /api/rooms/:roomId/recording", { params: { roomId } }),
  stopRecording: (roomId: string) => call("DELETE /api/rooms/:roomId/recording", { params: { roomId } }),
  answerRecording: (roomId: string, agrees: boolean) =>
    call("PUT /api/rooms/:roomId/recording/answer", { params: { roomId }, input: { agrees } }),
  changeRecording: (params: OfRecording, input: { downloadable: boolean }) =>
    call("PATCH /api/rooms/:roomId/recordings/:recordingId", { params, input }),
  readReplayChat: (params: OfRecording, asked: { before?: number; after?: number; at?: number }) =>
    call("GET /api/rooms/:roomId/recordings/:recordingId/chat", { params, asked }),
  deleteRecording: (params: OfRecording) => call("DELETE /api/rooms/:roomId/recordings/:recordingId", { params }),
};

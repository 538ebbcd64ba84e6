import { useMemo } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { useRoomId } from "@/components/room/room-context";
import { recordingApi } from "@/lib/client/recording/recording-api";

/** What the host does about the recording of the stage. */
export function useRecordingActs() {
  const roomId = useRoomId();
  const attempt = useAttempt();
  return useMemo(
    () => ({
      startRecording: () => attempt(recordingApi.startRecording(roomId)),
      stopRecording: () => attempt(recordingApi.stopRecording(roomId)),
    }),
    [roomId, attempt],
  );
}

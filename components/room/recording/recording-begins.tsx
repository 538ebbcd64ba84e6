import { useEffect, useRef } from "react";
import { useShow } from "@/components/room/open-context";
import { useRoomScene } from "@/components/room/room-context";
import { playRecordingTone } from "@/lib/client/recording/recording-tone";

/** When a recording begins everybody hears it; who is on the stage, or comes up, is asked whether they may be in it. */
export function RecordingBegins() {
  const { stageRoom, view, amOnStage, mine, inside } = useRoomScene();
  const show = useShow();
  const heardOf = stageRoom.recording?.id ?? null;
  const before = useRef(heardOf);
  useEffect(() => {
    if (heardOf !== null && before.current === null) playRecordingTone();
    before.current = heardOf;
  }, [heardOf]);
  const asked = inside && amOnStage && mine?.agreesToRecording === null ? (view.room.recording?.id ?? null) : null;
  useEffect(() => {
    if (asked !== null) show({ dialog: "recording" });
  }, [asked, show]);
  return null;
}

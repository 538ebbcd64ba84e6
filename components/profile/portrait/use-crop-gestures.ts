import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import type { OpenPicture } from "@/lib/client/people/open-picture";
import { type Crop, keyCrop, moveCrop, resizeCrop } from "@/lib/domain/portraits/crop";

type CropGestures = { picture: OpenPicture; crop: Crop; onCrop: (crop: Crop) => void };

type Point = { x: number; y: number };

/** How much one notch of a wheel enlarges. */
const WHEEL = 0.0015;

/** What fingers, mouse, wheel and keys do to the square: the picture follows the finger, two fingers enlarge it. */
export function useCropGestures(now: CropGestures) {
  const box = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, Point>());
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  useEffect(() => {
    const zoom = (event: WheelEvent): void => {
      event.preventDefault();
      const { picture, crop, onCrop } = latest.current;
      onCrop(resizeCrop(crop, picture, crop.size * (1 + event.deltaY * WHEEL)));
    };
    // React's own would be passive, and the page would scroll.
    box.current?.addEventListener("wheel", zoom, { passive: false });
    const watched = box.current;
    return () => watched?.removeEventListener("wheel", zoom);
  }, []);

  const { picture, crop, onCrop } = now;
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });
  const letGo = ({ pointerId }: PointerEvent): void => void fingers.current.delete(pointerId);
  return {
    ref: box,
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, pointOf(event));
    },
    onPointerMove: (event: PointerEvent) => {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const at = pointOf(event);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, at);
      if (other) return onCrop(resizeCrop(crop, picture, (crop.size * apart(before, other)) / apart(at, other)));
      const side = event.currentTarget.clientWidth;
      onCrop(moveCrop(crop, picture, { x: (before.x - at.x) / side, y: (before.y - at.y) / side }));
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onKeyDown: (event: KeyboardEvent) => {
      const next = keyCrop(event.key, crop, picture);
      if (!next) return;
      event.preventDefault();
      onCrop(next);
    },
  };
}

const apart = (one: Point, other: Point): number => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));

import type { HallPlan } from "./places";

/** What a place shows: free, taken, somebody I follow, me. */
export type SeatLook = "free" | "taken" | "followed" | "me";

const TOKENS: Record<SeatLook, string> = { free: "--seat", taken: "--seat-on", followed: "--light", me: "--ink" };

/** Draws only the places whose look changed; `shown` is what the canvas holds, and is brought up to date. */
export function drawSeats(
  canvas: HTMLCanvasElement,
  plan: HallPlan,
  looks: readonly SeatLook[],
  shown: (SeatLook | undefined)[],
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const scale = canvas.width / plan.width;
  const style = getComputedStyle(canvas);
  const half = (plan.step / 2) * scale;
  const changed = new Map<SeatLook, number[]>();
  looks.forEach((look, place) => {
    if (shown[place] === look) return;
    const at = plan.places[place];
    // A dot drawn over another would keep its rim.
    if (at && shown[place]) context.clearRect(at.x * scale - half, at.y * scale - half, 2 * half, 2 * half);
    shown[place] = look;
    const places = changed.get(look);
    if (places) places.push(place);
    else changed.set(look, [place]);
  });
  for (const [look, places] of changed) {
    context.fillStyle = style.getPropertyValue(TOKENS[look]);
    context.beginPath();
    for (const place of places) {
      const at = plan.places[place];
      if (!at) continue;
      context.moveTo(at.x * scale + half * 0.72, at.y * scale);
      context.arc(at.x * scale, at.y * scale, half * 0.72, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

import { useTranslations } from "next-intl";
import { type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { useShow } from "@/components/room/open-context";
import { useRoomScene } from "@/components/room/room-context";
import type { RoomScene } from "@/components/room/use-room";
import { useSaid } from "@/components/ui/name";
import { roster } from "@/lib/client/roster/roster";
import type { PersonFace } from "@/lib/wire/people/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import { drawSeats, type SeatLook } from "./draw-seats";
import { type HallPlan, planHall } from "./places";
import { StageAbove } from "./stage-above";
import { useSeats } from "./use-seats";

/** Sharper than this no eye tells apart, and each step costs memory. */
const SHARPEST = 2;
/** A finger or a pointer that only passes names nobody. */
const REST_MS = 150;

/** The hall from above, one dot a seat. The list of faces beside it is the same for keyboards and screen readers. */
export function SeatMap() {
  const { view, me, unblocked } = useRoomScene();
  const t = useTranslations("roster");
  const plan = useMemo(() => planHall(view.room.capacity), [view.room.capacity]);
  const { canvas, seats, named, point, open, leave } = useSeatMap(view, plan, me?.personId ?? null, unblocked);
  return (
    <figure className="relative mx-auto mt-4 max-w-3xl" data-testid="seat-map" data-seats={seats.places.size}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("summary", { taken: seats.places.size, followed: seats.followed.size })}
        data-followed={seats.followed.size}
        onPointerMove={point}
        onPointerLeave={leave}
        onClick={open}
        style={{ aspectRatio: `${plan.width} / ${plan.height}` }}
        className="block w-full cursor-pointer touch-manipulation"
      />
      <StageAbove people={(view.main ?? view).stage} />
      {named && (
        <span
          dir="auto"
          aria-hidden="true"
          style={{ left: `${named.left}%`, top: `${named.top}%` }}
          className="written pointer-events-none absolute -translate-x-1/2 -translate-y-[150%] max-w-60 truncate rounded-sm bg-raised px-2 py-1 text-xs font-semibold shadow-float"
        >
          {named.name}
        </span>
      )}
      {seats.state === "loading" && <p className="text-center text-soft">{t("loading")}</p>}
      {seats.state === "failed" && <p className="text-center text-soft">{t("failed")}</p>}
    </figure>
  );
}

function useSeatMap(view: RoomView, plan: HallPlan, myId: string | null, unblocked: RoomScene["unblocked"]) {
  const show = useShow();
  const t = useTranslations("room");
  const said = useSaid();
  const seats = useSeats(view.room.id, view.room.capacity);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [named, setNamed] = useState<{ left: number; top: number; name: string } | null>(null);
  const known = useRef(new Map<string, PersonFace>());
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const looks = useMemo(() => {
    const all: SeatLook[] = plan.places.map(() => "free");
    for (const [id, place] of seats.places)
      all[place] = id === myId ? "me" : seats.followed.has(id) ? "followed" : "taken";
    return all;
  }, [plan, seats, myId]);
  useDrawing(canvas, plan, looks);
  useEffect(() => () => clearTimeout(resting.current), []);

  const seatUnder = (event: { clientX: number; clientY: number }): { id: string; place: number } | null => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return null;
    const x = ((event.clientX - box.left) / box.width) * plan.width;
    const y = ((event.clientY - box.top) / box.width) * plan.width;
    let nearest: { id: string; place: number } | null = null;
    let least = Math.max(plan.step, 8) ** 2;
    for (const [id, place] of seats.places) {
      const at = plan.places[place];
      const far = at ? (at.x - x) ** 2 + (at.y - y) ** 2 : least;
      if (far < least) [least, nearest] = [far, { id, place }];
    }
    return nearest;
  };
  const nameOf = async (id: string): Promise<PersonFace | null> => {
    const held = known.current.get(id);
    if (held) return held;
    const answer = await roster.readPerson(view.room.id, id);
    const person = answer.ok ? answer.value.people[0] : undefined;
    if (person) known.current.set(id, person);
    return person ?? null;
  };
  const label = async (seat: { id: string; place: number }): Promise<PersonFace | null> => {
    const found = await nameOf(seat.id);
    const person = found && unblocked([found])[0];
    const at = plan.places[seat.place];
    if (!person || !at) return null;
    const name = person.isGuest ? t("guest") : said(person);
    setNamed({ left: (100 * at.x) / plan.width, top: (100 * at.y) / plan.height, name });
    return person;
  };
  return {
    canvas,
    seats,
    named,
    point: (event: PointerEvent) => {
      clearTimeout(resting.current);
      const seat = seatUnder(event);
      if (!seat) return setNamed(null);
      resting.current = setTimeout(() => void label(seat), known.current.has(seat.id) ? 0 : REST_MS);
    },
    open: async (event: { clientX: number; clientY: number }) => {
      const seat = seatUnder(event);
      const person = seat && (await label(seat));
      if (person) show({ person });
    },
    leave: () => {
      clearTimeout(resting.current);
      setNamed(null);
    },
  };
}

/** Draws what changed; all of it after a new size or another theme. */
function useDrawing(canvas: { current: HTMLCanvasElement | null }, plan: HallPlan, looks: SeatLook[]): void {
  const shown = useRef<(SeatLook | undefined)[]>([]);
  const wanted = useRef(looks);
  useEffect(() => {
    wanted.current = looks;
    if (canvas.current) drawSeats(canvas.current, plan, looks, shown.current);
  }, [canvas, plan, looks]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const drawAll = (): void => {
      const sharpness = Math.min(SHARPEST, devicePixelRatio);
      element.width = Math.round(element.clientWidth * sharpness);
      element.height = Math.round(element.clientHeight * sharpness);
      shown.current = [];
      drawSeats(element, plan, wanted.current, shown.current);
    };
    const size = new ResizeObserver(drawAll);
    size.observe(element);
    const theme = new MutationObserver(drawAll);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const night = matchMedia("(prefers-color-scheme: dark)");
    night.addEventListener("change", drawAll);
    return () => {
      size.disconnect();
      theme.disconnect();
      night.removeEventListener("change", drawAll);
    };
  }, [canvas, plan]);
}

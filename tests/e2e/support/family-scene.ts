import { expect } from "@playwright/test";
import type { Hall } from "@/lib/wire/family/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { type Person, test as people } from "./people";
import { listen, openTheStage } from "./room-page";

/** How soon a seat that is only claimed is asked for again, so that nobody it stands for has to connect. */
const CLAIM_ANEW_MS = 10_000;

export type Family = {
  ada: Person;
  mainId: string;
  /** So many guests take seats, as the door gives them, and keep them without listening. */
  crowd: (count: number) => Promise<void>;
  /** The halls as the product counts them now, the main hall first. */
  halls: () => Promise<Hall[]>;
};

/** Tests with a main hall of four places, of which `reserve` are kept for the stage, in which Ada talks. */
export const test = people.extend<{ family: Family; reserve: number }>({
  reserve: [1, { option: true }],
  family: async ({ arrive, product, reserve }, use) => {
    const ada = await arrive("ada");
    const input = { title: "Can a rocket company run a city?", capacity: 4, reserve, overflowRooms: 2 };
    const { room } = await ada.call<{ room: { id: string } }>("POST", "/api/rooms", input, 201);
    const claims: ReturnType<typeof setInterval>[] = [];
    const crowd = async (count: number): Promise<void> => {
      for (let guest = 0; guest < count; guest++) claims.push(await claimSeat(product.url, room.id));
    };
    const halls = async () => (await ada.call<RoomView>("GET", `/api/rooms/${room.id}`)).halls;
    try {
      await openTheStage(ada, room.id);
      await use({ ada, mainId: room.id, crowd, halls });
    } finally {
      for (const claim of claims) clearInterval(claim);
      await ada.context.request.delete(`/api/rooms/${room.id}`);
    }
  },
});

/** A guest without a browser. Answers what keeps their seat until it is cleared. */
async function claimSeat(url: string, roomId: string): Promise<ReturnType<typeof setInterval>> {
  const ask = (asked: string, cookie = "") =>
    fetch(`${url}/api/rooms/${asked}/seat`, { method: "POST", headers: { Origin: url, cookie } });
  const first = await ask(roomId);
  if (!first.ok) throw new Error(`A guest was answered ${first.status}: ${await first.text()}`);
  const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { seat } = (await first.json()) as JoinAnswer;
  return setInterval(() => void ask(seat.roomId, cookie).catch(() => {}), CLAIM_ANEW_MS);
}

/** Opens the main hall's page, taps *Listen*, and is placed. Answers the room that the page then is of. */
export async function listenInFamily(person: Person, mainId: string): Promise<string> {
  await listen(person, mainId);
  await expect(person.page).not.toHaveURL(new RegExp(mainId));
  return person.page.url().split("/rooms/")[1] ?? "";
}

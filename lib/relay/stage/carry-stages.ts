import { relayIdentity } from "@/lib/domain/family/relay";
import { log } from "@/lib/server/postgres/log";
import { claimEachWork, releaseWork, WORK_RENEW_MS } from "@/lib/server/postgres/work-lease";
import { type LiveFamily, liveFamilies } from "@/lib/server/relaying/live-families";
import { whoIsHeard } from "@/lib/server/relaying/who-is-heard";
import { ClaimShare } from "./claim-share";
import { FamilyRelay } from "./family-relay";
import { Looks, lookUntil } from "./looks";

/**
 * A relay that lost a family to another carries on for so long, unless the other pushes it out before: until then nobody else does.
 * Longer than a lease, in case the other relay died at once.
 */
const LINGER_MS = 4_000;

/**
 * Carries the stages of families until `signal`. Any number of processes may: each family is one process's at a time, by a lease
 * of three seconds that is renewed each second. `holder` names this process, and the one that it was started in place of: what that
 * one carried is taken over without waiting for its lease to run out.
 * While Postgres is away everything is carried on as it was: nobody else can claim it either.
 */
export async function carryStages(holder: string, signal: AbortSignal): Promise<void> {
  const stages = new Stages(holder);
  await lookUntil(signal, stages);
}

class Stages {
  readonly #relays = new Map<string, FamilyRelay>();
  readonly #lingering = new Set<FamilyRelay>();
  readonly #share = new ClaimShare();
  #renewAtMs = 0;
  readonly #looks = new Looks(() => this.#lookOnce(), "families not read");
  readonly #holder: string;

  constructor(holder: string) {
    this.#holder = holder;
  }

  concerns(roomId: string): boolean {
    return this.#relays.has(roomId);
  }

  look(): Promise<void> {
    return this.#looks.look();
  }

  async close(): Promise<void> {
    await this.#looks.close();
    const carried = [...this.#relays].map(async ([mainRoomId, relay]) => {
      await releaseWork(relayIdentity(mainRoomId), this.#holder).catch(() => undefined);
      await relay.close();
    });
    await Promise.all([...carried, ...[...this.#lingering].map((relay) => relay.close())]);
  }

  async #lookOnce(): Promise<void> {
    await this.#renew();
    const families = new Map((await liveFamilies(this.#holder)).map((family) => [family.main.roomId, family]));
    for (const mainRoomId of this.#relays.keys()) if (!families.has(mainRoomId)) this.#end(mainRoomId);
    await this.#claim([...families.values()]);
    const heard = await whoIsHeard([...this.#relays.keys()]);
    for (const [mainRoomId, relay] of this.#relays) {
      const [family, voices] = [families.get(mainRoomId), heard.get(mainRoomId)];
      if (family && voices) relay.follow(family, voices);
    }
  }

  /** Each second, and at once where somebody may have taken a family over. */
  async #renew(): Promise<void> {
    if (performance.now() < this.#renewAtMs) return;
    const mine = [...this.#relays.keys()];
    const held = await claimEachWork(mine.map(relayIdentity), this.#holder);
    this.#renewAtMs = performance.now() + WORK_RENEW_MS;
    for (const mainRoomId of mine) {
      if (held.has(relayIdentity(mainRoomId))) continue;
      log().warn({ mainRoomId }, "family lost to another relay");
      this.#linger(mainRoomId);
    }
  }

  async #claim(families: LiveFamily[]): Promise<void> {
    const free = families.filter(({ claimedElsewhere, main }) => !claimedElsewhere && !this.#relays.has(main.roomId));
    const carried = [...this.#relays.values()].reduce((rooms, { size }) => rooms + size, 0);
    const chosen = this.#share.choose(
      free.map(({ main }) => main.roomId),
      carried,
      performance.now(),
    );
    const held = await claimEachWork(chosen.map(relayIdentity), this.#holder);
    for (const { main } of free) {
      const fence = held.get(relayIdentity(main.roomId));
      if (fence === undefined) continue;
      log().info({ mainRoomId: main.roomId, fence: Number(fence) }, "family claimed");
      this.#relays.set(main.roomId, new FamilyRelay(main, () => this.#askWhose()));
    }
  }

  /** Resolves when it is known which families are still this process's. The others are left. */
  #askWhose(): Promise<void> {
    this.#renewAtMs = 0;
    return this.look();
  }

  /** The stage or its last hall has ended. */
  #end(mainRoomId: string): void {
    void this.#relays.get(mainRoomId)?.close();
    this.#relays.delete(mainRoomId);
    void releaseWork(relayIdentity(mainRoomId), this.#holder).catch(() => undefined);
  }

  /** Tells the relay nothing further, so that it comes back to no room that the other pushes it out of. */
  #linger(mainRoomId: string): void {
    const relay = this.#relays.get(mainRoomId);
    this.#relays.delete(mainRoomId);
    if (!relay) return;
    this.#lingering.add(relay);
    setTimeout(() => {
      this.#lingering.delete(relay);
      void relay.close();
    }, LINGER_MS).unref();
  }
}

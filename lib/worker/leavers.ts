import { accountsToErase, eraseAccount } from "@/lib/server/account/erase-account";
import { goEverywhere, goneButNotOut } from "@/lib/server/account/go-everywhere";
import { log } from "@/lib/server/postgres/log";

/** Takes people who gave their account up out of the rooms in which a process that died left them. */
export async function finishGoing(): Promise<void> {
  for (const id of await goneButNotOut()) await going(id, goEverywhere);
}

/** Empties the accounts whose week is over. */
export async function eraseAccounts(): Promise<void> {
  for (const id of await accountsToErase()) await going(id, eraseAccount);
}

/** One that fails keeps the others from nothing; the next round tries it again. */
async function going<Id>(id: Id, act: (id: Id) => Promise<void>): Promise<void> {
  await act(id).catch((fault: unknown) => log().error({ err: fault, personId: id }, "an account was not let go"));
}

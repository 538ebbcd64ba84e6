import { readdirSync } from "node:fs";
import { expect } from "@playwright/test";
import { test } from "@/tests/e2e/support/people";
import { PAGES } from "./page-table";
import { HIDDEN_WORDS, openPageWalk, PAGE_CALLERS } from "./page-walk";

/** Those for whom what is hidden is not there. */
const IN_THE_DARK: readonly string[] = ["nobody", "guest", "stranger", "banned", "leader"];

const fill = (text: string, names: Record<string, string>): string =>
  text.replaceAll(/~(\w+)~/g, (unnamed, name: string) => names[name] ?? unnamed);

/** Pages and files of the app beside the API, as folders: those without a name in them first, as Next finds them. */
const inApp = (): string[] =>
  readdirSync("app", { recursive: true })
    .map(String)
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file) && !file.startsWith("api/"))
    .map((file) => `/${file.split("/").slice(0, -1).join("/")}`)
    .toSorted((one, other) => one.split("[").length - other.split("[").length);

const pageAt = (path: string, pages: string[]): string | undefined =>
  pages.find((page) => new RegExp(`^${page.replaceAll(/\[\w+\]/g, "[^/]+")}$`).test(path.split("?")[0] ?? ""));

test("the table has every page of the app, and none that is not there", () => {
  const pages = inApp();
  const reached = Object.keys(PAGES).map((path) => pageAt(path, pages) ?? `nothing is at ${path}`);
  expect([...new Set(reached)].toSorted()).toEqual(pages.toSorted());
});

test("every page answers every caller as the table says, and says nothing of what is hidden", async ({ product }) => {
  const walk = await openPageWalk(product);
  try {
    expect(await faultsOf(walk)).toEqual([]);
  } finally {
    await walk.close();
  }
});

async function faultsOf(walk: Awaited<ReturnType<typeof openPageWalk>>): Promise<string[]> {
  const faults: string[] = [];
  for (const [path, statuses] of Object.entries(PAGES)) {
    const [real, unknown] = [fill(path, walk.names), fill(path, walk.unknown)];
    const answers: number[] = [];
    for (const as of PAGE_CALLERS) {
      const { status, text } = await walk.get(as, real);
      answers.push(status);
      if (!IN_THE_DARK.includes(as)) continue;
      faults.push(
        ...HIDDEN_WORDS.filter((word) => text.includes(word)).map((word) => `${as} reads “${word}” at ${path}`),
      );
      if (real === unknown) continue;
      const other = await walk.get(as, unknown);
      const same = status === other.status && told(text, walk.names) === told(other.text, walk.unknown);
      if (!same) faults.push(`${as} can tell ${path} from what is not there`);
    }
    if (answers.join(" ") !== statuses) faults.push(`${path} answers ${answers.join(" ")} instead of ${statuses}`);
  }
  return faults;
}

/**
 * What a page tells: how long it is, and its words. What was asked for is named in it; each answer has a nonce of its own, and
 * its parts come in the order in which they were ready.
 */
function told(text: string, names: Record<string, string>): string {
  const unnamed = Object.entries(names).reduce((left, [name, value]) => left.replaceAll(value, `~${name}~`), text);
  const words = unnamed.replaceAll(/nonce-?[="\\:]*[\w+/=-]+/g, "nonce").match(/\p{L}{4,}/gu) ?? [];
  return `${unnamed.length} ${words.toSorted().join(" ")}`;
}

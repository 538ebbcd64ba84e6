import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe finds on the page as it is now; `where` says which. */
export async function expectNoViolation(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => ({ rule: id, at: nodes.map(({ target }) => target.join(" ")) }));
  expect(found, `axe, ${where}`).toEqual([]);
}

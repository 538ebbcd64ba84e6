/** Signs somebody new up by a mailed code; answers their page, before their welcome. `look`: makes the address one of its own. */
export async function signUp(context, name, look) {
  const email = `${name}-${look}@example.org`.toLowerCase();
  const page = await context.newPage();
  await send(context, "/api/sign-in/codes", { email });
  await page.goto("/dev/mail");
  const mail = page.getByRole("article").filter({ hasText: email }).first();
  const code = /\d{6}/.exec(await mail.textContent())?.[0];
  await send(context, "/api/sessions", { email, code, name });
  return page;
}

async function send(context, path, data) {
  const answer = await context.request.post(path, { data });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
}

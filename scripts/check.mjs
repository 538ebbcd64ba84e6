import { checks, quickTests } from "./test/checks.mjs";
import { runShown } from "./test/run-shown.mjs";

/** `npm run check`: what can be said of the code without running the product. Every check runs, also after one failed. */
let failed = 0;
for (const { name, command } of [...checks(), ...quickTests()]) {
  process.stdout.write(`\n— ${name}\n`);
  if ((await runShown(command)) !== 0) failed++;
}
process.stdout.write(failed === 0 ? "\nAll checks passed.\n" : `\n${failed} of the checks failed.\n`);
process.exit(failed === 0 ? 0 : 1);

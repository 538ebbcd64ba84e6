import { readFileSync, writeFileSync } from "node:fs";

/**
 * Writes into package-lock.json what a registry that serves only this platform left out: for each optional package of
 * another platform an entry with version, system and processor. Without them `npm ci` refuses the lock file, and a Mac
 * would miss its builds. Run it after every `npm install`; safe to run twice.
 */
const SYSTEMS = {
  darwin: "darwin",
  linux: "linux",
  win32: "win32",
  windows: "win32",
  android: "android",
  freebsd: "freebsd",
};
const PROCESSORS = ["arm64", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "arm", "wasm32"];

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const packages = lock.packages;
const added = [];
for (const [place, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(place, name)) continue;
    packages[`node_modules/${name}`] = { version: version.replace(/^[\^~]/, ""), ...platformOf(name), optional: true };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "package-lock.json is complete." : `Added ${added.length}: ${added.join(", ")}`);

/** As Node looks for packages: in the package's own folder, then in each one above. */
function isLocked(place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

/** Platform packages carry their platform in their name: @next/swc-darwin-arm64. */
function platformOf(name) {
  const words = name.split("/").pop().split(/[-.]/);
  const system = words.find((word) => word in SYSTEMS);
  const processor = PROCESSORS.find((known) =>
    words.some((word) => word === known || (known === "arm" && word === "gnueabihf")),
  );
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : undefined;
  return {
    ...(processor && { cpu: [processor] }),
    ...(libc && { libc }),
    ...(system && { os: [SYSTEMS[system]] }),
  };
}

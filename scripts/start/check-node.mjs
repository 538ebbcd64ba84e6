const NEEDED = [20, 19];

/** One clear line when this Node is too old, else null. */
export function nodeFault(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  return `Plenum needs Node ${NEEDED.join(".")} or newer; this is ${version}. See https://nodejs.org`;
}

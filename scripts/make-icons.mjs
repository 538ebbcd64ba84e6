import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

/** `node scripts/make-icons.mjs`: draws the pictures of the installed app from app/icon.svg into public/icons. They are committed. */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const icon = readFileSync(`${ROOT}app/icon.svg`, "utf8");

/** The plate to all edges, and what is on it within the circle that a system may cut out. */
const maskable = icon
  .replace(/rx="9"/, "")
  .replace(/viewBox="0 0 32 32"/, 'viewBox="-6 -6 44 44"')
  .replace('<rect width="32" height="32"', '<rect x="-6" y="-6" width="44" height="44"');

/** For the bar of a phone, which takes the shape alone. */
const badge = icon.replace(/<rect[^>]*\/>/, "").replaceAll(/#fffdf8|#ffb52e/g, "#fff");

mkdirSync(`${ROOT}public/icons`, { recursive: true });
for (const [name, svg, size] of [
  ["192", icon, 192],
  ["512", icon, 512],
  ["maskable-192", maskable, 192],
  ["maskable-512", maskable, 512],
  ["badge", badge, 96],
]) {
  await sharp(Buffer.from(svg), { density: 72 * (size / 32) })
    .resize(size, size)
    .png({ palette: true })
    .toFile(`${ROOT}public/icons/${name}.png`);
}

/** `size`: modules along a side, the quiet border among them. `path`: the black ones, as the path of an SVG in those units. */
export type QrCode = { size: number; path: string };

/** White modules around a code, as its standard wants them. Source: ISO/IEC 18004. */
const QUIET_MODULES = 4;

/** The code that a camera reads `text` from, whatever a quarter of a print has lost. */
export async function qrCodeOf(text: string): Promise<QrCode> {
  const { encode } = await import("uqr");
  const { size, data } = encode(text, { ecc: "Q", border: QUIET_MODULES });
  const rows = data.flatMap((row, y) => row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: rows.join("") };
}

/** A file of its own, black on white for any printer. */
export const qrFile = ({ size, path }: QrCode): Blob =>
  new Blob(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`,
    ],
    { type: "image/svg+xml" },
  );

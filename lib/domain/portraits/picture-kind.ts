type PictureKind = "jpeg" | "png" | "webp" | "gif" | "heif";

/** AVIF and HEIC are both HEIF; the brand says so. */
const HEIF_BRANDS = new Set(["avif", "avis", "heic", "heix", "mif1", "msf1"]);

/**
 * What kind of picture these bytes begin as, whatever their sender calls them; null for everything that is none of ours, such
 * as SVG, PDF and TIFF, so that no parser of theirs ever sees them.
 * Source: the signatures of ISO 10918-1, PNG 3 § 5.2, GIF 89a, RFC 9649 (WebP), ISO 23008-12 (HEIF).
 */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const begin = String.fromCharCode(...bytes.subarray(0, 16));
  if (begin.startsWith("\xff\xd8\xff")) return "jpeg";
  if (begin.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (begin.startsWith("GIF87a") || begin.startsWith("GIF89a")) return "gif";
  if (begin.startsWith("RIFF") && begin.slice(8, 12) === "WEBP") return "webp";
  return begin.slice(4, 8) === "ftyp" && HEIF_BRANDS.has(begin.slice(8, 12)) ? "heif" : null;
}

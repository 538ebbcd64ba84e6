/** As many addresses as one file may hold. Source: sitemaps.org. */
export const ADDRESSES_A_FILE = 50_000;

const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The file that names the other files. */
export const sitemapIndex = (files: readonly string[]): string =>
  document(
    "sitemapindex",
    files.map((file) => `<sitemap><loc>${escaped(file)}</loc></sitemap>`),
  );

/** A file of pages. */
export const sitemapFile = (pages: readonly string[]): string =>
  document(
    "urlset",
    pages.map((page) => `<url><loc>${escaped(page)}</loc></url>`),
  );

const document = (name: string, lines: string[]): string =>
  [`<?xml version="1.0" encoding="UTF-8"?>`, `<${name} ${SPACE}>`, ...lines, `</${name}>`, ""].join("\n");

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escaped = (address: string): string => address.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");

/** The part of linkify-it that is used here; the package brings no types. */
declare module "linkify-it" {
  type Match = { index: number; lastIndex: number; url: string; schema: string };
  export default class LinkifyIt {
    constructor(options?: { fuzzyEmail?: boolean; fuzzyIP?: boolean; fuzzyLink?: boolean });
    add(schema: string, definition: null): this;
    match(text: string): Match[] | null;
  }
}

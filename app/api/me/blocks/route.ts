import { query } from "@/lib/server/http/query";
import { myBlocks } from "@/lib/server/queries/account/my-blocks";
import { blocksInput } from "@/lib/wire/account/inputs";
import { blockList } from "@/lib/wire/account/views";

export const GET = query({
  summary: "The people whom I blocked",
  who: "member",
  asked: blocksInput,
  output: blockList,
  ask: ({ caller, asked }) => myBlocks(caller, asked.after ?? null),
});

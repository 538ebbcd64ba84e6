import { line } from "./fields";
export const personName = line(1, 60);

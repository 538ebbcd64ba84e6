import type { ReactNode } from "react";
import { SeatArc } from "./seats/seat-arc";

type EmptyProps = {
  title: string;
  text?: string;
  /** It is all that the page has, so its title is the page's. */
  wholePage?: boolean;
  children?: ReactNode;
};

/** What stands where a list would: an empty hall, one line that says why, and what to do about it. */
export function Empty({ title, text, wholePage = false, children }: EmptyProps) {
  const Title = wholePage ? "h1" : "p";
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-line bg-card px-6 py-12 text-center">
      <SeatArc taken={0} capacity={1} stage={0} rows={5} className="mb-4 w-40" />
      <Title className="text-xl font-semibold">{title}</Title>
      {text && <p className="max-w-md text-soft">{text}</p>}
      {children && <div className="mt-4 flex flex-wrap justify-center gap-3">{children}</div>}
    </div>
  );
}

import type { ReactNode } from "react";

/** The way to the mail of an instance without a mail server, beside the page that waits for its code. */
export const DevMailLink = ({ children }: { children: ReactNode }) => (
  <a href="/dev/mail" target="_blank" rel="noreferrer" className="font-semibold underline underline-offset-4">
    {children}
  </a>
);

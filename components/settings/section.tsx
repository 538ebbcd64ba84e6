import type { ReactNode } from "react";

/** One matter of the settings: what it is, one line about it, and what can be done. */
export function Section({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section className="rounded-lg border border-line bg-card p-5 sm:p-7">
      <h2 className="text-xl font-semibold">{title}</h2>
      <p className="mb-5 mt-1 text-soft">{lead}</p>
      {children}
    </section>
  );
}

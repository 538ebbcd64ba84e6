import type { ReactNode } from "react";

/** One matter of the settings: what it is, one line about it, and what can be done. `id`: by which other pages lead here. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  id?: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className="scroll-mt-6 rounded-lg border border-line bg-card p-5 sm:p-7">
      <h2 className="text-xl font-semibold">{title}</h2>
      <p className="mb-5 mt-1 text-soft">{lead}</p>
      {children}
    </section>
  );
}

import ChevronDown from "lucide-react/icons/chevron-down";
import type { ReactNode } from "react";

type DisclosureProps = { title: string; onOpen?: () => void; children: ReactNode };

/** Something more, which is there for whoever opens it. */
export function Disclosure({ title, onOpen, children }: DisclosureProps) {
  return (
    <details
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
      className="group -my-1.5 border-t border-line pt-1.5"
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-4 font-semibold [&::-webkit-details-marker]:hidden">
        {title}
        <ChevronDown
          className="size-5 text-soft transition-transform duration-150 group-open:rotate-180 motion-reduce:transition-none"
          aria-hidden="true"
        />
      </summary>
      <div className="flex flex-col gap-3 pb-2 pt-1">{children}</div>
    </details>
  );
}

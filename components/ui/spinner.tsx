import { classes } from "./classes";

/** Something is under way. Says so in words where it stands alone; beside a text it is an ornament. */
export function Spinner({ text, className }: { text?: string; className?: string }) {
  return (
    <span role={text ? "status" : undefined} className={classes("inline-flex items-center gap-3", className)}>
      <svg viewBox="0 0 20 20" className="size-5 shrink-0 animate-turn" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" fill="none" strokeWidth="2.5" className="stroke-current opacity-20" />
        <path
          d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5"
          fill="none"
          strokeWidth="2.5"
          strokeLinecap="round"
          className="stroke-light"
        />
      </svg>
      {text && <span className="text-soft">{text}</span>}
    </span>
  );
}

/** Two rows of seats and the one who speaks. */
export function Logo() {
  return (
    <svg width="28" height="22" viewBox="0 0 26 20" aria-hidden="true" className="shrink-0">
      <g fill="none" strokeWidth="2.6" strokeLinecap="round" className="stroke-current">
        <path d="M2 4a11.5 13 0 0 0 22 0" />
        <path d="M7.2 4a6 7 0 0 0 11.6 0" />
      </g>
      <circle cx="13" cy="3.2" r="2.6" className="fill-light" />
    </svg>
  );
}

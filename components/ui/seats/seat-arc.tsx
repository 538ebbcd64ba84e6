import { classes } from "@/components/ui/classes";
import { type ArcRow, arcRows, CENTRE, FIRST_ROW, rowPath, STEP, stageLights } from "./arc-geometry";

type SeatArcProps = {
  /** People in the rows: the listeners, the stage apart. */
  taken: number;
  capacity: number;
  /** People on stage, drawn as lights in front of the rows. */
  stage: number;
  rows?: number;
  className?: string;
};

/**
 * A room from above: the stage's lights and rows of seats that fill with it. Each row is one dashed line, so that
 * a card costs a dozen elements however many seats it shows. The figures stand beside it as text.
 */
export function SeatArc({ taken, capacity, stage, rows = 6, className }: SeatArcProps) {
  const drawn = arcRows(taken, capacity, rows, STEP, FIRST_ROW);
  const height = CENTRE.y + (drawn.at(-1)?.radius ?? 0) + 6;
  const width = 2 * (drawn.at(-1)?.radius ?? 0);
  return (
    <svg
      viewBox={`${CENTRE.x - width / 2} -4 ${width} ${height + 4}`}
      aria-hidden="true"
      className={classes("block h-auto", className)}
    >
      <g fill="none" strokeWidth="8" strokeLinecap="round">
        {drawn.map((row) => (
          <Row key={row.radius} row={row} />
        ))}
      </g>
      <g className="fill-light">
        {stageLights(stage).map((x) => (
          <circle key={x} cx={x} cy="14" r="5.5" />
        ))}
      </g>
    </svg>
  );
}

function Row({ row }: { row: ArcRow }) {
  const first = Math.floor((row.places - row.taken) / 2);
  const last = first + row.taken - 1;
  if (row.taken === 0) return <Dots row={row} from={0} to={row.places - 1} free />;
  return (
    <>
      {first > 0 && <Dots row={row} from={0} to={first - 1} free />}
      <Dots row={row} from={first} to={last} />
      {last < row.places - 1 && <Dots row={row} from={last + 1} to={row.places - 1} free />}
    </>
  );
}

/** The last unit is a hair longer, so that rounding never swallows the last dot. */
function Dots({ row, from, to, free = false }: { row: ArcRow; from: number; to: number; free?: boolean }) {
  return (
    <path
      d={rowPath(row, from, to)}
      pathLength={to === from ? undefined : to - from + 0.01}
      strokeDasharray={to === from ? undefined : "0 1"}
      className={free ? "stroke-seat" : "stroke-seat-on"}
    />
  );
}

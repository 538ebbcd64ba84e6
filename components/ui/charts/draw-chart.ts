import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

/** What a chart of numbers over time shows. `times`: rising; `series`: a value for each of them. */
export type Drawing = {
  times: readonly Date[];
  series: readonly (readonly number[])[];
  /** A value holds until the next one, instead of a line between the two. */
  stepped: boolean;
  zone: string;
  /** What stands below the time axis; `everySeconds`: so far apart. */
  timeText: (at: Date, everySeconds: number) => string;
  numberText: (value: number) => string;
  /** The pointer is at that time, counted from 0; null once it is at none. */
  onPoint: (index: number | null) => void;
};

const HEIGHT = 240;

/** Colours of the series, by their tokens in app/globals.css; charts-legend of time-chart.tsx has the same. */
const TOKENS = ["--light", "--ink"] as const;

/** People are counted in whole numbers. */
const WHOLE_STEPS = Array.from({ length: 9 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat();

const LEAST_AT_TOP = 4;

/** One line of text below the chart. */
const TIMES_HIGH = 28;

/** Draws into `place`, as wide as that is and by the theme that holds. Answers what takes it away. */
export function drawChart(place: HTMLElement, drawing: Drawing): () => void {
  const chart = new uPlot(optionsOf(place, drawing), dataOf(drawing), place);
  const size = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: HEIGHT }));
  size.observe(place);
  const redraw = (): void => chart.redraw();
  const theme = new MutationObserver(redraw);
  theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const night = matchMedia("(prefers-color-scheme: dark)");
  night.addEventListener("change", redraw);
  return () => {
    size.disconnect();
    theme.disconnect();
    night.removeEventListener("change", redraw);
    chart.destroy();
  };
}

const dataOf = ({ times, series }: Drawing): uPlot.AlignedData => [
  times.map((time) => time.getTime() / 1_000),
  ...series.map((values) => [...values]),
];

function optionsOf(place: HTMLElement, drawing: Drawing): uPlot.Options {
  const { series, stepped, zone, timeText, numberText, onPoint } = drawing;
  const styles = getComputedStyle(document.documentElement);
  // Read at each drawing: a theme that changes only draws anew.
  const colour = (token: string) => () => styles.getPropertyValue(token).trim();
  const font = `12px ${getComputedStyle(place).fontFamily}`;
  const axis = { font, stroke: colour("--soft"), ticks: { show: false }, grid: { stroke: colour("--line"), width: 1 } };
  const paths = stepped ? uPlot.paths.stepped?.({ align: 1 }) : uPlot.paths.linear?.();
  return {
    ...{ width: place.clientWidth, height: HEIGHT },
    padding: [10, 12, 0, 0],
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), zone),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
    scales: { y: { range: (_, __, most) => [0, Math.max(LEAST_AT_TOP, Math.ceil(most * 1.1))] } },
    axes: [
      {
        ...axis,
        space: 90,
        size: TIMES_HIGH,
        grid: { show: false },
        values: (_, at, __, ___, every) => at.map(timeAt(timeText, every)),
      },
      { ...axis, incrs: WHOLE_STEPS, size: wideEnough, values: (_, at) => at.map(numberText) },
    ],
    series: [
      {},
      ...series.map((_, place) => ({
        ...{ paths, width: 2, points: { show: false } },
        stroke: colour(TOKENS[place % TOKENS.length] ?? TOKENS[0]),
        ...(series.length === 1 && { fill: colour("--glow") }),
      })),
    ],
  };
}

const timeAt = (text: Drawing["timeText"], every: number) => (seconds: number) =>
  text(new Date(seconds * 1_000), every);

/** For the longest number beside the axis. */
const wideEnough = (_: uPlot, texts: readonly string[] | null): number =>
  18 + 8 * Math.max(2, ...(texts ?? []).map((text) => text.length));

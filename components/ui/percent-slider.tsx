const STEP = 5;

type Props = { level: number; onLevel: (level: number) => void; label: string; hint: string };

/** A level from 0 to 1, shown and read out in per cent, with what it is and what it does. */
export function PercentSlider({ level, onLevel, label, hint }: Props) {
  const percent = Math.round(level * 100);
  return (
    <label className="flex flex-col gap-1">
      <span className="flex justify-between gap-4 text-sm font-semibold">
        {label}
        <bdi aria-hidden="true" className="tabular-nums text-soft">
          {percent} %
        </bdi>
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={STEP}
        value={percent}
        aria-valuetext={`${percent} %`}
        onChange={({ target }) => onLevel(target.valueAsNumber / 100)}
        className="h-11 w-full accent-ink"
      />
      <span className="text-sm text-soft">{hint}</span>
    </label>
  );
}

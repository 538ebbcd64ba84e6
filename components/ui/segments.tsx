"use client";

type SegmentsProps<Value extends string> = {
  name: string;
  label: string;
  chosen: Value;
  options: readonly { value: Value; text: string; lang?: string }[];
  onChoose: (value: Value) => void;
};

/** One of two to four, all in view. Radio buttons underneath, so arrow keys and screen readers know them. */
export function Segments<Value extends string>({ name, label, chosen, options, onChoose }: SegmentsProps<Value>) {
  return (
    <fieldset>
      <legend className="px-2 pb-1.5 text-xs font-semibold text-soft">{label}</legend>
      <div className="flex gap-1 rounded-md bg-paper p-1">
        {options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className="flex min-h-11 flex-1 cursor-pointer items-center justify-center rounded-sm px-2 text-sm has-checked:bg-card has-checked:font-semibold has-checked:shadow-[0_0_0_1px_var(--line)] has-focus-visible:outline-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              onChange={() => onChoose(option.value)}
              className="sr-only"
            />
            {option.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

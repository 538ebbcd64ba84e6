"use client";

import { useId, useState } from "react";

type SegmentsProps<Value extends string> = {
  name: string;
  label: string;
  chosen: Value;
  options: readonly { value: Value; text: string; lang?: string }[];
  onChoose: (value: Value) => void;
  /** Its label is read out only. */
  quiet?: boolean;
};

/** One of two to four, all in view, beside what they are of; below it where that is too narrow; a choice shows at once, and so does a `chosen` that changes from elsewhere. Radio buttons underneath, so arrow keys and screen readers know them. */
export function Segments<Value extends string>({
  name,
  label,
  chosen,
  options,
  onChoose,
  quiet = false,
}: SegmentsProps<Value>) {
  const id = useId();
  const [shown, setShown] = useState(chosen);
  const [followed, setFollowed] = useState(chosen);
  if (followed !== chosen) {
    setFollowed(chosen);
    setShown(chosen);
  }
  const choose = (value: Value): void => {
    setShown(value);
    onChoose(value);
  };
  return (
    <div role="radiogroup" aria-labelledby={id} className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <span id={id} className={quiet ? "sr-only" : "min-w-20 px-1 text-sm font-semibold text-soft"}>
        {label}
      </span>
      <div className="flex min-w-fit flex-1 gap-1 rounded-md bg-paper p-1">
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
              checked={option.value === shown}
              onChange={() => choose(option.value)}
              className="sr-only"
            />
            {option.text}
          </label>
        ))}
      </div>
    </div>
  );
}

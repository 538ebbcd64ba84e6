type ChoicesProps = {
  name: string;
  label: string;
  chosen: string;
  options: readonly { value: string; text: string; hint: string }[];
};

/** One of a few, each with a line that says what it means. Radio buttons in a form; uncontrolled. */
export function Choices({ name, label, chosen, options }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="pb-1.5 font-semibold">{label}</legend>
      <div className="overflow-hidden rounded-md border border-edge bg-card">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 cursor-pointer items-start gap-3 border-line px-3.5 py-2.5 not-first:border-t has-checked:bg-paper has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              className="mt-1 size-4 shrink-0 accent-ink"
            />
            <span>
              <span className="block font-medium">{option.text}</span>
              <span className="block text-sm text-soft">{option.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

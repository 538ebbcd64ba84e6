import { useFormatter, useTranslations } from "next-intl";
import type { RoomFigures } from "@/lib/wire/figures/views";

/** The overflow rooms, in the order of their opening. */
export function HallsTable({ halls }: Pick<RoomFigures, "halls">) {
  const t = useTranslations("figures.halls");
  const format = useFormatter();
  return (
    <section aria-labelledby="halls" className="mt-10">
      <h2 id="halls" className="mb-2 text-xl font-bold">
        {t("title", { count: halls.length })}
      </h2>
      <table className="w-full tabular-nums">
        <thead>
          <tr className="text-sm text-soft">
            {([t("hall"), t("opened"), t("people"), t("peak")] as const).map((name) => (
              <th key={name} scope="col" className="py-2 pe-3 text-start align-bottom font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {halls.map(({ number, openedAt, people, peak }) => (
            <tr key={number} className="border-t border-line">
              <th scope="row" className="py-2 pe-3 text-start font-semibold">
                {format.number(number)}
              </th>
              <td className="py-2 pe-3">
                <time dateTime={openedAt}>
                  {format.dateTime(new Date(openedAt), { timeStyle: "short", hourCycle: "h23" })}
                </time>
              </td>
              <td className="py-2 pe-3">{format.number(people)}</td>
              <td className="py-2">{format.number(peak)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { notificationsApi } from "@/lib/client/notifications/notifications-api";
import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_KINDS,
  type NotificationChannel,
  type NotificationKind,
} from "@/lib/domain/notifications/settings";
import type { NotificationSettingsView } from "@/lib/wire/notifications/views";
import { MailDigest } from "./mail-digest";
import { QuietHours } from "./quiet-hours";

/** A pause of an hour, of a working day, of a day. */
const PAUSES = [1, 8, 24] as const;

type Changes = Parameters<typeof notificationsApi.changeNotifications>[0];

/** How I am told: a table of kinds and channels, a pause, and the hours of quiet. Each tap holds at once. */
export function NotificationSettings({ initial }: { initial: NotificationSettingsView }) {
  const t = useTranslations("notifications.settings");
  const format = useFormatter();
  const { settings, isSaving, change, turn } = useSettings(initial);
  const { pausedUntil, digest } = settings;
  const channels = NOTIFICATION_CHANNELS.filter(
    (channel) => channel !== "mail" || NOTIFICATION_KINDS.some((kind) => sendsMail(settings, kind)),
  );
  return (
    <div aria-busy={isSaving}>
      <table className="w-full">
        <caption className="sr-only">{t("table")}</caption>
        <thead>
          <tr className="text-sm text-soft">
            <th scope="col" className="pb-1 text-start font-normal">
              {t("kind")}
            </th>
            {channels.map((channel) => (
              <th key={channel} scope="col" className="w-16 pb-1 text-center font-normal">
                {t(`channels.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NOTIFICATION_KINDS.map((kind) => (
            <tr key={kind} className="border-t border-line">
              <th scope="row" className="py-1 pe-2 text-start font-normal">
                {t(`kinds.${kind}`)}
              </th>
              {channels.map((channel) => (
                <td key={channel} className="text-center">
                  {(channel !== "mail" || sendsMail(settings, kind)) && (
                    <label className="inline-flex size-11 cursor-pointer items-center justify-center">
                      <span className="sr-only">{`${t(`kinds.${kind}`)}: ${t(`channels.${channel}`)}`}</span>
                      <input
                        type="checkbox"
                        checked={settings.wishes[kind][channel]}
                        onChange={(event) => turn(kind, channel, event.currentTarget.checked)}
                        className="size-5 accent-ink"
                      />
                    </label>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-5">
        <p className="flex-1 basis-56">
          {pausedUntil
            ? t("pausedUntil", {
                until: format.dateTime(new Date(pausedUntil), { dateStyle: "short", timeStyle: "short" }),
              })
            : t("pause")}
        </p>
        <div className="flex flex-wrap gap-2">
          {pausedUntil ? (
            <Button onClick={() => change({ pauseHours: 0 })}>{t("goOn")}</Button>
          ) : (
            PAUSES.map((hours) => (
              <Button key={hours} aria-label={t("pauseFor", { hours })} onClick={() => change({ pauseHours: hours })}>
                {t("hours", { hours })}
              </Button>
            ))
          )}
        </div>
      </div>
      <QuietHours quiet={settings.quiet} onChange={(quiet) => change({ quiet })} />
      {digest && <MailDigest digest={digest} onChange={(chosen) => change({ digest: chosen })} />}
    </div>
  );
}

/** Of what a mail tells is asked once there is one; of an episode it tells by itself, and needs an address alone. */
function sendsMail({ digest }: NotificationSettingsView, kind: NotificationKind): boolean {
  if (kind === "episode" || kind === "episode_change") return digest !== null && digest.address !== null;
  return digest !== null && digest.rhythm !== "never";
}

function useSettings(initial: NotificationSettingsView) {
  const sayRefusal = useRefusalText();
  const [settings, setSettings] = useState(initial);
  const [isSaving, setSaving] = useState(false);
  const acts = useRef({ under: 0, last: Promise.resolve(), held: initial });
  /** One after the other, since each answer tells all of it; what is shown meanwhile is what was tapped last. */
  const change = (changes: Changes, show?: (shown: NotificationSettingsView) => NotificationSettingsView): void => {
    const { current } = acts;
    current.under += 1;
    setSaving(true);
    if (show) setSettings(show);
    current.last = current.last.then(async () => {
      const answer = await notificationsApi.changeNotifications(changes);
      if (answer.ok) current.held = answer.value;
      else toast(sayRefusal(answer));
      current.under -= 1;
      if (current.under > 0) return;
      setSettings(current.held);
      setSaving(false);
    });
  };
  const turn = (kind: NotificationKind, channel: NotificationChannel, wanted: boolean): void =>
    change({ wishes: { [`${kind}.${channel}`]: wanted } }, (shown) => ({
      ...shown,
      wishes: { ...shown.wishes, [kind]: { ...shown.wishes[kind], [channel]: wanted } },
    }));
  return { settings, isSaving, change, turn };
}

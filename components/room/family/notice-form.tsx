import SendHorizontal from "lucide-react/icons/send-horizontal";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MAX_NOTICE_LENGTH } from "@/lib/domain/family/hall";
import { cleanText } from "@/lib/domain/text/clean-text";
import { lengthOf } from "@/lib/domain/text/length";
import type { HallActs } from "./use-hall-acts";

/** A line to everyone in every hall. What was refused stays as it was typed. */
export function NoticeForm({ acts }: { acts: HallActs }) {
  const t = useTranslations("halls");
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const say = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    if (await acts.sendNotice(text)) setText("");
    setBusy(false);
  };
  const length = lengthOf(cleanText(text));
  const tooLong = length > MAX_NOTICE_LENGTH;
  return (
    <form onSubmit={say}>
      <Field
        id="notice"
        label={t("sayToAll")}
        error={tooLong ? t("tooLong", { count: length - MAX_NOTICE_LENGTH }) : undefined}
      >
        <div className="flex items-center gap-1.5">
          <Input
            id="notice"
            value={text}
            onChange={({ target }) => setText(target.value)}
            placeholder={t("sayHint")}
            autoComplete="off"
            enterKeyHint="send"
            dir="auto"
            invalid={tooLong}
          />
          <button
            type="submit"
            disabled={busy || length === 0 || tooLong}
            aria-label={t("say")}
            className={buttonClass("act", "icon")}
          >
            <SendHorizontal className="size-5 rtl:rotate-180" aria-hidden="true" />
          </button>
        </div>
      </Field>
    </form>
  );
}

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Dialog } from "@/components/ui/layers/dialog";
import { Textarea } from "@/components/ui/textarea";
import { MAX_REASON } from "@/lib/domain/moderation/removal";
import { isolated } from "@/lib/domain/text/isolated";
import type { Admin } from "./use-admin";

/** What an admin is about to do, and to what or to whom. It needs a reason. */
export type ToBeReasoned = { act: "end" | "ban"; id: string; name: string };

type ReasonDialogProps = { asked: ToBeReasoned | null; admin: Admin; onClose: () => void };

/** Asks why before anything is ended or banned; the reason stays in the log. */
export function ReasonDialog({ asked, admin, onClose }: ReasonDialogProps) {
  const t = useTranslations("admin");
  const carryOut = async (reason: string): Promise<void> => {
    if (!asked) return;
    const done = await (asked.act === "end" ? admin.endRoomAsAdmin : admin.banFromInstance)(asked.id, reason);
    if (done) onClose();
  };
  return (
    <Dialog
      open={asked !== null}
      onClose={onClose}
      title={asked ? t(asked.act === "end" ? "endTitle" : "banTitle", { name: isolated(asked.name) }) : ""}
      closeLabel={t("close")}
    >
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void carryOut(String(new FormData(event.currentTarget).get("reason")));
        }}
      >
        <Field id="reason" label={t("reason")} hint={t(asked?.act === "ban" ? "banHint" : "endHint")}>
          <Textarea id="reason" name="reason" required characters={MAX_REASON} rows={3} />
        </Field>
        <Button type="submit" look="end">
          {t(asked?.act === "ban" ? "banConfirm" : "endConfirm")}
        </Button>
      </form>
    </Dialog>
  );
}

import Image from "next/image";
import { useTranslations } from "next-intl";
import { ShareLink } from "@/components/sharing/share-link";
import { Dialog } from "@/components/ui/layers/dialog";
import { isolated } from "@/lib/domain/text/isolated";
import type { PersonProfile } from "@/lib/wire/people/views";

type ShareProfileDialogProps = { person: Pick<PersonProfile, "name" | "handle">; onClose: () => void };

/** A member's link, what it looks like where it is sent, and the ways to hand it on. */
export default function ShareProfileDialog({ person, onClose }: ShareProfileDialogProps) {
  const t = useTranslations("sharing");
  const common = useTranslations("common");
  const path = `/people/${person.handle}`;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("personTitle", { name: isolated(person.name) })}
      closeLabel={common("close")}
    >
      <Image
        src={`${path}/card.png`}
        alt=""
        width={1200}
        height={630}
        className="h-auto w-full rounded-lg border border-line bg-paper"
      />
      <ShareLink
        url={`${location.origin}${path}`}
        title={person.name}
        label={t("personLink")}
        fileName={`plenum-${person.handle}`}
      />
    </Dialog>
  );
}

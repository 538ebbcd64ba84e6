import Image from "next/image";
import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/layers/dialog";
import { isolated } from "@/lib/domain/text/isolated";
import { ShareLink } from "./share-link";

/** Whose page it is: somebody's, a club's or a show's. `handle`: the last part of its address. */
export type SharedPage = { of: "person" | "club" | "show"; name: string; handle: string };

const FOLDERS = { person: "people", club: "clubs", show: "shows" } as const satisfies Record<SharedPage["of"], string>;

type SharePageDialogProps = { page: SharedPage; onClose: () => void };

/** A page's link, what it looks like where it is sent, and the ways to hand it on. */
export default function SharePageDialog({ page: { of, name, handle }, onClose }: SharePageDialogProps) {
  const t = useTranslations("sharing");
  const common = useTranslations("common");
  const path = `/${FOLDERS[of]}/${handle}`;
  return (
    <Dialog open onClose={onClose} title={t("pageTitle", { name: isolated(name) })} closeLabel={common("close")}>
      <Image
        src={`${path}/card.png`}
        alt=""
        width={1200}
        height={630}
        className="h-auto w-full rounded-lg border border-line bg-paper"
      />
      <ShareLink
        url={`${location.origin}${path}`}
        title={name}
        label={t(`pageLink.${of}`)}
        fileName={`plenum-${handle}`}
      />
    </Dialog>
  );
}

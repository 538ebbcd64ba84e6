import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type DeviceSelectProps = {
  id: string;
  label: string;
  hint?: string;
  devices: MediaDeviceInfo[];
  /** Null: whichever the system prefers. */
  chosen: string | null;
  onChoose: (deviceId: string | null) => void;
};

/** One of the devices that are plugged in. The system's own choice stands first, so its double, which some browsers list, is left out. */
export function DeviceSelect({ id, label, hint, devices, chosen, onChoose }: DeviceSelectProps) {
  const t = useTranslations("sound");
  const others = devices.filter(({ deviceId }) => deviceId !== "default");
  const known = chosen !== null && others.some(({ deviceId }) => deviceId === chosen);
  return (
    <Field id={id} label={label} hint={hint} beside>
      <Select
        id={id}
        value={known ? chosen : ""}
        onChange={(event) => onChoose(event.target.value === "" ? null : event.target.value)}
        options={[
          { value: "", text: t("systemDevice") },
          ...others.map(({ deviceId, label: name }, index) => ({
            value: deviceId,
            text: name || t("unnamedDevice", { number: index + 1 }),
          })),
        ]}
      />
    </Field>
  );
}

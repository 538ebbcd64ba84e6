import { useRouter } from "next/navigation";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { guestsApi } from "@/lib/client/guests/guests-api";

export type Answering = ReturnType<typeof useAnswer>;

/** A guest's answer by their link. The page then shows what became of it. */
export function useAnswer(secret: string, known: string | null) {
  const router = useRouter();
  const refusalText = useRefusalText();
  const [name, setName] = useState(known);
  const [error, setError] = useState("");
  const [step, setStep] = useState<"idle" | "accept" | "decline" | "claim">("idle");

  const run = async (which: "accept" | "decline" | "claim"): Promise<void> => {
    setStep(which);
    setError("");
    const named = which === "accept" && name !== null ? { name } : {};
    const answer =
      which === "claim"
        ? await guestsApi.claimGuestInvitation(secret)
        : await guestsApi.answerGuestInvitation({ secret, answer: which, ...named });
    setStep("idle");
    if (answer.ok) return router.refresh();
    if (answer.code === "bad_input") setError(refusalText(answer));
    else toast(refusalText(answer));
  };

  return {
    name,
    setName,
    error,
    step,
    accept: () => void run("accept"),
    decline: () => void run("decline"),
    claim: () => void run("claim"),
  };
}

"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { type Filled, welcomeMemory } from "@/lib/client/onboarding/welcome-memory";
import { stepAfter, type WelcomeStep, welcomePath } from "@/lib/domain/onboarding/welcome";

/**
 * One screen of the welcome: what was filled in before a reload, and the way on. `kept` is null at first, since the server knows nothing
 * of it; `formKey` changes with it, so that the form begins anew from there.
 */
export function useScreen(step: WelcomeStep, next: string) {
  const router = useRouter();
  const [kept, setKept] = useState<Filled | null>(null);
  useEffect(() => setKept(welcomeMemory.read(step)), [step]);
  const onChange = ({ currentTarget }: FormEvent<HTMLFormElement>): void => {
    const fields = new FormData(currentTarget);
    const names = [...new Set(fields.keys())];
    welcomeMemory.keep(step, Object.fromEntries(names.map((name) => [name, fields.getAll(name).map(String)])));
  };
  const goOn = (): void => {
    welcomeMemory.clear(step);
    const after = stepAfter(step);
    router.push(after ? welcomePath(next, after) : next);
  };
  return { kept, formKey: kept === null ? "new" : "kept", onChange, goOn };
}

"use client";

import { Button } from "@/components/ui/button";
import { install, putInstallAway } from "@/lib/client/install/install-hint";

type InstallHintProps = {
  texts: { title: string; text: string; install: string; notNow: string };
  onDone: () => void;
};

/** What the app is good for, a tap that installs it, and one that puts this away for good. Above the bar of a room that plays on. */
export function InstallHint({ texts, onDone }: InstallHintProps) {
  const choose = (act: () => unknown) => () => {
    void act();
    onDone();
  };
  return (
    <section
      aria-labelledby="install"
      className="fixed inset-x-3 bottom-[calc(var(--bar,0px)+0.75rem)] z-40 mx-auto max-w-md animate-rise rounded-lg border border-line bg-raised p-4 shadow-float"
    >
      <h2 id="install" className="font-semibold">
        {texts.title}
      </h2>
      <p className="mt-1 text-soft">{texts.text}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button look="act" onClick={choose(install)} className="flex-1">
          {texts.install}
        </Button>
        <Button onClick={choose(putInstallAway)} className="flex-1">
          {texts.notNow}
        </Button>
      </div>
    </section>
  );
}

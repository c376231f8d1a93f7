import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { revealReasons } from '../api/people.ts';
import type { RevealReason } from '../api/people.ts';
import { Instant } from '../format/instant.tsx';
import { useWords, words } from '../words/words.ts';
import { Dialog } from './dialog.tsx';
import { Seal } from './seal.tsx';
import { useAct } from './use-act.ts';

const revealWords = words({
  masked: [
    'Sealed. Your role shows names and addresses masked.',
    'Versiegelt. Deine Rolle zeigt Namen und Adressen verdeckt.',
  ],
  reveal: ['Reveal, because…', 'Zeigen, weil …'],
  title: ['Why do you need to read this?', 'Warum musst du das lesen?'],
  reason: ['Reason', 'Grund'],
  'buyer-asked': ['The buyer asked for it', 'Die Kundschaft hat darum gebeten'],
  'delivery-problem': ['The delivery has a problem', 'Es gibt ein Problem mit der Lieferung'],
  'payment-question': ['There is a question about the payment', 'Es gibt eine Frage zur Zahlung'],
  'fraud-suspected': ['I suspect fraud', 'Ich vermute Betrug'],
  'authority-asked': ['An authority asked for it', 'Eine Behörde hat darum gebeten'],
  recorded: [
    'Your name, the time and this reason are recorded and cannot be taken back.',
    'Dein Name, die Zeit und dieser Grund werden vermerkt und lassen sich nicht zurücknehmen.',
  ],
  limit: ['You can read twenty people within an hour.', 'Du kannst in einer Stunde zwanzig Personen lesen.'],
  show: ['Reveal and record', 'Zeigen und vermerken'],
  readAt: ['You read this at', 'Gelesen hast du das:'],
});

interface RevealProps<Result> {
  /** Asks the server, which records the reason. */
  reveal: (because: RevealReason) => Promise<Result>;
  onRevealed: (result: Result) => void;
}

/** Masked people and the way to read them: a reason, which is recorded. */
export function Reveal<Result>({ reveal, onRevealed }: RevealProps<Result>) {
  const t = useWords(revealWords);
  const [isAsking, setAsking] = useState(false);
  const [because, setBecause] = useState<RevealReason | null>(null);
  const act = useAct(reveal, {
    onDone: (result) => {
      setAsking(false);
      onRevealed(result);
    },
    showsFailure: true,
  });
  return (
    <div className="stack stack-tight">
      <Seal>{t.masked}</Seal>
      <div>
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {t.reveal}
        </Button>
      </div>
      {isAsking ? (
        <Dialog
          title={t.title}
          isOpen
          onClose={() => setAsking(false)}
          does={t.show}
          onDo={() => because && act.mutate(because)}
          isBusy={act.isPending}
          isDisabled={because === null}
          failure={act.error}
          consequences={[t.recorded, t.limit]}
        >
          <Radio.Group
            label={t.reason}
            value={because}
            onChange={(value) => setBecause(revealReasons.find((one) => one === value) ?? null)}
          >
            <div className="choices">
              {revealReasons.map((reason) => (
                <Radio key={reason} value={reason} label={t[reason]} />
              ))}
            </div>
          </Radio.Group>
        </Dialog>
      ) : null}
    </div>
  );
}

/** Beside what was revealed: that its reading is on record. */
export function ReadAt({ at }: { at: string }) {
  const t = useWords(revealWords);
  return (
    <Seal>
      {t.readAt} <Instant at={at} />
    </Seal>
  );
}

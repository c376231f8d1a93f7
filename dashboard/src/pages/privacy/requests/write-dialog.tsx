import { useState } from 'react';
import { openOnBehalf } from '../../../api/rights.ts';
import type { RightsKind } from '../../../api/rights.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Select, TextInput, Textarea } from '../../../parts/fields.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { kindWords, requestsWords, said } from './requests-words.ts';

/** Takes a request down that came by letter or phone. */
export function WriteDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(requestsWords);
  const { language } = useReader();
  const [kind, setKind] = useState<RightsKind>('access');
  const [email, setEmail] = useState('');
  const [text, setText] = useState('');
  const [reached, setReached] = useState('');
  const act = useAct(
    () =>
      openOnBehalf({
        kind,
        email: email.trim(),
        ...(text.trim() && { text }),
        ...(reached && { receivedAt: `${reached}T12:00:00Z` }),
      }),
    { changes: [['rights']], says: t.written, onDone: onClose, showsFailure: true },
  );
  return (
    <Dialog
      title={t.writeTitle}
      isOpen
      onClose={onClose}
      does={t.write}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={!email.includes('@')}
      failure={act.error}
      consequences={[t.writeSays]}
    >
      <Select
        name="kind"
        label={t.kind}
        value={kind}
        onChange={(value) => setKind((value ?? 'access') as RightsKind)}
        allowDeselect={false}
        data={Object.keys(kindWords).map((value) => ({ value, label: said(kindWords, value, language) }))}
      />
      <TextInput
        name="email"
        label={t.email}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        required
      />
      <Textarea
        name="text"
        label={t.text}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={5000}
      />
      <TextInput
        name="receivedAt"
        max={new Date().toISOString().slice(0, 10)}
        label={t.reached}
        type="date"
        value={reached}
        onChange={(event) => setReached(event.currentTarget.value)}
      />
    </Dialog>
  );
}

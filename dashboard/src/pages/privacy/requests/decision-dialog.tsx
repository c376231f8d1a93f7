import { useState } from 'react';
import {
  answerRequest,
  approveRequest,
  denials,
  extendRequest,
  readAs,
  refuseRequest,
} from '../../../api/rights.ts';
import type { Delay, Denial, RightsKind, RightsRequest } from '../../../api/rights.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Select, Textarea } from '../../../parts/fields.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { denialWords, kindWords, requestsWords, said } from './requests-words.ts';

export type Decision = 'approve' | 'answer' | 'extend' | 'refuse' | 'read as';

interface Props {
  readonly request: RightsRequest;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** What staff decides about a request: each says what will happen, and the words go to the person. */
export function DecisionDialog({ request, decision, onClose }: Props) {
  const t = useWords(requestsWords);
  const { language } = useReader();
  const [text, setText] = useState('');
  const [delay, setDelay] = useState<Delay>('complex');
  const [denial, setDenial] = useState<Denial>('no-ground');
  const [kind, setKind] = useState<RightsKind>('access');

  const deeds = {
    approve: () => approveRequest(request),
    answer: () => answerRequest(request, text),
    extend: () => extendRequest(request, delay, text),
    refuse: () => refuseRequest(request, denial, text),
    'read as': () => readAs(request, kind),
  } as const;
  const says = {
    approve: { title: t.approveTitle, does: t.approve, done: t.approved, will: t.approveSays },
    answer: { title: t.answerTitle, does: t.answer, done: t.answered, will: undefined },
    extend: { title: t.extendTitle, does: t.extend, done: t.extended, will: t.extendSays },
    refuse: { title: t.refuseTitle, does: t.refuse, done: t.refused, will: t.refuseSays },
    'read as': { title: t.readAsTitle, does: t.readAs, done: t.readAsDone, will: t.readAsSays },
  }[decision];
  const act = useAct(deeds[decision], {
    changes: [['rights']],
    says: says.done,
    onDone: onClose,
    showsFailure: true,
  });
  const needsText = decision === 'answer' || decision === 'extend' || decision === 'refuse';
  return (
    <Dialog
      title={says.title}
      isOpen
      onClose={onClose}
      does={says.does}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={needsText && text.trim() === ''}
      isDangerous={decision === 'refuse' || (decision === 'approve' && request.kind === 'erase')}
      failure={act.error}
      consequences={[says.will, decision === 'approve' && request.kind === 'erase' && t.approveErase]}
    >
      {decision === 'extend' ? (
        <Select
          name="reason"
          label={t.because}
          value={delay}
          onChange={(value) => setDelay((value ?? 'complex') as Delay)}
          allowDeselect={false}
          data={[
            { value: 'complex', label: t.complex },
            { value: 'numerous', label: t.numerous },
          ]}
        />
      ) : null}
      {decision === 'refuse' ? (
        <Select
          name="reason"
          label={t.because}
          value={denial}
          onChange={(value) => setDenial((value ?? 'no-ground') as Denial)}
          allowDeselect={false}
          data={denials.map((value) => ({ value, label: said(denialWords, value, language) }))}
        />
      ) : null}
      {decision === 'read as' ? (
        <Select
          name="kind"
          label={t.kind}
          value={kind}
          onChange={(value) => setKind((value ?? 'access') as RightsKind)}
          allowDeselect={false}
          data={Object.keys(kindWords)
            .filter((value) => value !== 'question')
            .map((value) => ({ value, label: said(kindWords, value, language) }))}
        />
      ) : null}
      {needsText ? (
        <Textarea
          name="text"
          label={t.answerText}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={5}
          maxLength={5000}
          required
        />
      ) : null}
    </Dialog>
  );
}

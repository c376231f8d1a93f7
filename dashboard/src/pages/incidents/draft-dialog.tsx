import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getDraft, noteStep } from '../../api/incidents.ts';
import type { DraftKind, Step, WholeIncident } from '../../api/incidents.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextInput, Textarea } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { incidentWords } from './incident-words.ts';

/** The step that a draft is for; people are told by the house itself. */
const stepOf = (incident: WholeIncident, kind: DraftKind): Step | undefined => {
  if (kind === 'people') return undefined;
  if (incident.track !== 'vulnerability') return kind;
  const next = incident.clocks.find(({ state }) => state === 'waiting')?.step;
  return next === undefined || next === 'people' ? 'final report' : next;
};

/** A notice as it can be sent now, and the place to write down that it was. */
export function DraftDialog({
  incident,
  mayNote,
  onClose,
}: {
  incident: WholeIncident;
  mayNote: boolean;
  onClose: () => void;
}) {
  const t = useWords(incidentWords);
  const { language } = useReader();
  const [kind, setKind] = useState<DraftKind>(incident.role === 'processor' ? 'controller' : 'authority');
  const [reference, setReference] = useState('');
  const draft = useQuery({
    queryKey: ['incidents', 'draft', incident.id, incident.version, kind, language],
    queryFn: () => getDraft(incident.id, kind, language),
  });
  const note = useAct(noteStep, {
    changes: [['incidents']],
    says: t.noted,
    onDone: onClose,
    showsFailure: true,
  });
  const text = draft.data?.text ?? '';
  const step = stepOf(incident, kind);
  return (
    <Dialog
      title={t.draft}
      isOpen
      onClose={onClose}
      does={t.noteSent}
      onDo={() => step && note.mutate({ id: incident.id, step, text, reference })}
      isBusy={note.isPending}
      isDisabled={!mayNote || step === undefined || text === ''}
      failure={note.error ?? draft.error}
      size="xl"
    >
      <SegmentedControl
        value={kind}
        onChange={(chosen) => setKind(chosen as DraftKind)}
        data={[
          { value: 'authority', label: t['step authority'] },
          { value: 'people', label: t['step people'] },
          { value: 'controller', label: t['step controller'] },
        ]}
      />
      <Textarea name="text" aria-label={t.draft} value={text} readOnly autosize minRows={10} maxRows={22} />
      <div>
        <Button
          variant="default"
          size="xs"
          disabled={text === ''}
          onClick={() => void navigator.clipboard.writeText(text)}
        >
          {t.copy}
        </Button>
      </div>
      {step === undefined ? null : (
        <TextInput
          name="reference"
          label={t.reference}
          maxLength={200}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}

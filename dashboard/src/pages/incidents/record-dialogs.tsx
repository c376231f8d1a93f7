import { useState } from 'react';
import { keepRecord, recordDuty } from '../../api/incidents.ts';
import type { NewRecord } from '../../api/incidents.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextInput, Textarea } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { recordWords } from './record-words.ts';

const kinds = [
  'security audit',
  'processor review',
  'attestation',
  'incident drill',
  'restore drill',
  'vulnerability scan',
] as const;
const outcomes = ['passed', 'findings', 'failed'] as const;
const today = (): string => new Date().toISOString().slice(0, 10);
const startOf = (day: string): string => new Date(`${day}T00:00:00Z`).toISOString();

/** Writes an audit, a review, an attestation or a rehearsal down. */
export function KeepRecord({ onClose }: { onClose: () => void }) {
  const t = useWords(recordWords);
  const [wish, setWish] = useState<NewRecord>({
    kind: 'security audit',
    about: '',
    outcome: 'passed',
    heldAt: today(),
    reference: '',
    findings: '',
  });
  const act = useAct(keepRecord, {
    changes: [['records']],
    says: t.recorded,
    onDone: onClose,
    showsFailure: true,
  });
  const needsCompany = wish.kind === 'processor review' || wish.kind === 'attestation';
  return (
    <Dialog
      title={t.record}
      isOpen
      onClose={onClose}
      does={t.record}
      onDo={() => act.mutate({ ...wish, heldAt: startOf(wish.heldAt) })}
      isBusy={act.isPending}
      isDisabled={
        wish.reference.trim() === '' || wish.heldAt === '' || (needsCompany && wish.about.trim() === '')
      }
      failure={act.error}
      size="lg"
    >
      <div className="fields">
        <Select
          name="kind"
          label={t.kind}
          allowDeselect={false}
          value={wish.kind}
          onChange={(value) => setWish({ ...wish, kind: kinds.find((one) => one === value) ?? wish.kind })}
          data={kinds.map((value) => ({ value, label: t[value] }))}
        />
        <Select
          name="outcome"
          label={t.outcome}
          allowDeselect={false}
          value={wish.outcome}
          onChange={(value) =>
            setWish({ ...wish, outcome: outcomes.find((one) => one === value) ?? wish.outcome })
          }
          data={outcomes.map((value) => ({ value, label: t[value] }))}
        />
        <TextInput
          name="heldAt"
          required
          type="date"
          label={t.heldAt}
          max={today()}
          value={wish.heldAt}
          onChange={(event) => setWish({ ...wish, heldAt: event.currentTarget.value })}
        />
        {needsCompany ? (
          <TextInput
            name="about"
            label={t.about}
            value={wish.about}
            onChange={(event) => setWish({ ...wish, about: event.currentTarget.value })}
          />
        ) : null}
      </div>
      <TextInput
        name="reference"
        required
        label={t.reference}
        maxLength={200}
        value={wish.reference}
        onChange={(event) => setWish({ ...wish, reference: event.currentTarget.value })}
      />
      <Textarea
        name="findings"
        label={t.found}
        autosize
        minRows={2}
        value={wish.findings}
        onChange={(event) => setWish({ ...wish, findings: event.currentTarget.value })}
      />
    </Dialog>
  );
}

/** Writes down that a colleague was trained, or promised confidentiality on paper. */
export function RecordDuty({ account, onClose }: { account: string; onClose: () => void }) {
  const t = useWords(recordWords);
  const [duty, setDuty] = useState<'training' | 'confidentiality'>('training');
  const [doneAt, setDoneAt] = useState(today());
  const [reference, setReference] = useState('');
  const act = useAct(recordDuty, {
    changes: [['records'], ['session']],
    says: t.recorded,
    onDone: onClose,
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.record}
      isOpen
      onClose={onClose}
      does={t.record}
      onDo={() => act.mutate({ account, duty, doneAt: startOf(doneAt), reference })}
      isBusy={act.isPending}
      isDisabled={reference.trim() === '' || doneAt === ''}
      failure={act.error}
    >
      <Select
        name="duty"
        label={t.duty}
        allowDeselect={false}
        value={duty}
        onChange={(value) => setDuty(value === 'confidentiality' ? 'confidentiality' : 'training')}
        data={[
          { value: 'training', label: t.training },
          { value: 'confidentiality', label: t.confidentiality },
        ]}
      />
      <TextInput
        name="doneAt"
        required
        type="date"
        label={t.heldAt}
        max={today()}
        value={doneAt}
        onChange={(event) => setDoneAt(event.currentTarget.value)}
      />
      <TextInput
        name="reference"
        required
        label={t.reference}
        maxLength={200}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </Dialog>
  );
}

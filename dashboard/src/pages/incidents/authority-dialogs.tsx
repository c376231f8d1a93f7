import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { decideLegalRequest, exportLegalRequest, openLegalRequest } from '../../api/incidents.ts';
import type { Category, LegalRequest, WholeLegalRequest } from '../../api/incidents.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextInput, Textarea } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { authorityWords } from './authority-words.ts';
import { kindWords } from './incident-words.ts';
import './incidents.css';

const grounds = [
  'court order',
  'law',
  'investigation',
  'protect rights',
  'protect property',
  'protect safety',
] as const;
const offered: readonly Category[] = [
  'identity.name',
  'contact.email',
  'contact.phone',
  'contact.address',
  'identity.company',
  'identity.taxId',
  'order.reference',
  'content.freetext',
  'content.message',
  'tech.ip',
  'tech.device',
];

/** Enters a request: who asks, on which ground, why, about whom, and what at most. */
export function EnterRequest({
  onClose,
  onEntered,
}: {
  onClose: () => void;
  onEntered: (id: string) => void;
}) {
  const t = useWords(authorityWords);
  const { language } = useReader();
  const [ground, setGround] = useState<LegalRequest['ground']>('court order');
  const [authority, setAuthority] = useState('');
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const [emails, setEmails] = useState('');
  const [chosen, setChosen] = useState<readonly Category[]>([]);
  const [isForbidden, setForbidden] = useState(false);
  const [until, setUntil] = useState('');
  const [because, setBecause] = useState('');
  const act = useAct(openLegalRequest, {
    changes: [['legal-requests']],
    says: t.enteredSays,
    onDone: ({ id }) => {
      onClose();
      onEntered(id);
    },
    showsFailure: true,
  });
  const people = emails
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isSilent = isForbidden && (until === '' || because.trim() === '');
  return (
    <Dialog
      title={t.open}
      isOpen
      onClose={onClose}
      does={t.enter}
      onDo={() =>
        act.mutate({
          ground,
          authority,
          reference,
          reason,
          emails: people,
          categories: [...chosen],
          ...(isForbidden && { forbidden: { until: new Date(`${until}T00:00:00Z`).toISOString(), because } }),
        })
      }
      isBusy={act.isPending}
      isDisabled={
        authority.trim() === '' ||
        reason.trim() === '' ||
        people.length === 0 ||
        chosen.length === 0 ||
        isSilent
      }
      failure={act.error}
      size="lg"
    >
      <div className="fields">
        <TextInput
          name="authority"
          required
          label={t.authority}
          maxLength={300}
          value={authority}
          onChange={(event) => setAuthority(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          name="reference"
          label={t.reference}
          maxLength={200}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Select
          name="ground"
          label={t.ground}
          allowDeselect={false}
          value={ground}
          onChange={(value) => setGround(grounds.find((one) => one === value) ?? ground)}
          data={grounds.map((value) => ({ value, label: t[value] }))}
        />
      </div>
      <Textarea
        name="reason"
        required
        label={t.reason}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Textarea
        name="emails"
        required
        label={t.emails}
        autosize
        minRows={2}
        value={emails}
        onChange={(event) => setEmails(event.currentTarget.value)}
      />
      <fieldset className="quantities">
        <legend className="strong">{t.kinds}</legend>
        <div className="choices">
          {offered.map((kind) => (
            <Checkbox
              key={kind}
              label={kindWords[kind]?.[language === 'de' ? 1 : 0] ?? kind}
              checked={chosen.includes(kind)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind),
                )
              }
            />
          ))}
        </div>
      </fieldset>
      <Checkbox
        label={t.forbidden}
        checked={isForbidden}
        onChange={(event) => setForbidden(event.currentTarget.checked)}
      />
      {isForbidden ? (
        <div className="fields">
          <TextInput
            name="forbidden.until"
            type="date"
            label={t.forbiddenUntil}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <TextInput
            name="forbidden.because"
            label={t.forbiddenBecause}
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
        </div>
      ) : null}
    </Dialog>
  );
}

/** The second yes, or the no, with its reason. */
export function DecideRequest({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(authorityWords);
  const [reason, setReason] = useState('');
  const act = useAct(decideLegalRequest, {
    changes: [['legal-requests']],
    says: t.decided,
    onDone: onClose,
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.decide}
      isOpen
      onClose={onClose}
      does={t.yes}
      onDo={() => act.mutate({ id, yes: true, reason })}
      isBusy={act.isPending}
      isDisabled={reason.trim() === ''}
      failure={act.error}
    >
      <Textarea
        name="reason"
        required
        label={t.reason}
        autosize
        minRows={3}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <div>
        <Button
          variant="default"
          size="xs"
          disabled={reason.trim() === '' || act.isPending}
          onClick={() => act.mutate({ id, yes: false, reason })}
        >
          {t.no}
        </Button>
      </div>
    </Dialog>
  );
}

/** Hands out exactly what the request names, as a file. */
export function TakeExport({ request, onClose }: { request: WholeLegalRequest; onClose: () => void }) {
  const t = useWords(authorityWords);
  const act = useAct(exportLegalRequest, {
    changes: [['legal-requests']],
    onDone: (given) => {
      const file = new Blob([JSON.stringify(given, null, 2)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `disclosure-${request.number}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
      onClose();
    },
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.take}
      isOpen
      onClose={onClose}
      does={t.take}
      onDo={() => act.mutate(request.id)}
      isBusy={act.isPending}
      failure={act.error}
      consequences={[t.takeSays]}
    />
  );
}

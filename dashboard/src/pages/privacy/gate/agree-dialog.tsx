import { useState } from 'react';
import { agree } from '../../../api/gate.ts';
import type { Agreement, Company } from '../../../api/gate.ts';
import { countryOptions } from '../../../format/countries.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { MultiSelect, Select, TextInput } from '../../../parts/fields.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { companyWords, gateWords, inWords, mechanismWords, purposeNames } from './gate-words.ts';

const mechanisms = ['inside the EEA', 'adequacy', 'scc'] as const;
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const instantOf = (day: string): string => `${day}T00:00:00Z`;

interface Fields {
  reference: string;
  host: string;
  purposes: Agreement['purposes'];
  country: string;
  mechanism: Agreement['mechanism'];
  module: '1' | '2' | '3' | '4';
  certificate: string;
  signed: string;
  assessed: string;
  until: string;
  reviewBy: string;
}

/** What was agreed with a company: for what, where, under which paper, until when. */
export function AgreeDialog({ company, onClose }: { company: Company; onClose: () => void }) {
  const t = useWords(gateWords);
  const { language, locale } = useReader();
  const before = company.agreements[0];
  const [fields, setFields] = useState<Fields>(() => ({
    reference: '',
    host: before?.host ?? '',
    purposes: before?.purposes ?? company.purposes,
    country: before?.country ?? 'DE',
    mechanism: before?.mechanism ?? 'inside the EEA',
    module: before?.paper?.module ?? '2',
    certificate: before?.paper?.certificate ?? '',
    signed: before?.paper?.date ?? dayIn(0),
    assessed: dayIn(0),
    until: '',
    reviewBy: dayIn(365),
  }));
  const set = (change: Partial<Fields>) => setFields({ ...fields, ...change });
  const act = useAct(() => agree(bodyOf(company.name, fields)), {
    changes: [['companies']],
    says: t.done,
    onDone: onClose,
    showsFailure: true,
  });
  const isMail = company.role === 'mail';
  const isTransfer = fields.mechanism === 'scc' || fields.mechanism === 'adequacy';
  return (
    <Dialog
      title={t.agreeTitle(inWords(companyWords, company.company, language))}
      size="lg"
      isOpen
      onClose={onClose}
      does={t.save}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={fields.reference.trim() === '' || fields.purposes.length === 0 || fields.reviewBy === ''}
      failure={act.error}
    >
      <TextInput
        name="reference"
        required
        label={t.reference}
        description={t.referenceSays}
        maxLength={300}
        value={fields.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
        data-autofocus
      />
      {isMail ? null : (
        <TextInput
          name="host"
          label={t.host}
          description={t.hostSays}
          maxLength={253}
          value={fields.host}
          onChange={(event) => set({ host: event.currentTarget.value })}
        />
      )}
      <MultiSelect
        name="purposes"
        label={t.forWhat}
        data={company.purposes.map((value) => ({ value, label: inWords(purposeNames, value, language) }))}
        value={fields.purposes}
        onChange={(purposes) => set({ purposes: purposes as Agreement['purposes'] })}
      />
      <Select
        name="country"
        label={t.country}
        searchable
        allowDeselect={false}
        data={countryOptions(locale, [fields.country])}
        value={fields.country}
        onChange={(country) => set({ country: country ?? 'DE' })}
      />
      <Select
        name="mechanism"
        label={t.mechanism}
        allowDeselect={false}
        data={mechanisms.map((value) => ({ value, label: inWords(mechanismWords, value, language) }))}
        value={fields.mechanism}
        onChange={(mechanism) => set({ mechanism: (mechanism ?? 'scc') as Agreement['mechanism'] })}
      />
      {fields.mechanism === 'scc' ? (
        <Select
          name="paper.module"
          label={t.module}
          allowDeselect={false}
          data={['1', '2', '3', '4']}
          value={fields.module}
          onChange={(module) => set({ module: (module ?? '2') as Fields['module'] })}
        />
      ) : null}
      {fields.mechanism === 'adequacy' ? (
        <TextInput
          name="paper.certificate"
          label={t.certificate}
          maxLength={200}
          value={fields.certificate}
          onChange={(event) => set({ certificate: event.currentTarget.value })}
        />
      ) : null}
      {isTransfer ? (
        <>
          <TextInput
            name="paper.date"
            label={t.signed}
            type="date"
            value={fields.signed}
            onChange={(event) => set({ signed: event.currentTarget.value })}
          />
          <TextInput
            name="assessmentAt"
            label={t.assessed}
            type="date"
            value={fields.assessed}
            onChange={(event) => set({ assessed: event.currentTarget.value })}
          />
        </>
      ) : null}
      <TextInput
        name="validUntil"
        label={t.until}
        type="date"
        value={fields.until}
        onChange={(event) => set({ until: event.currentTarget.value })}
      />
      <TextInput
        name="reviewBy"
        required
        min={dayIn(1)}
        label={t.reviewBy}
        type="date"
        value={fields.reviewBy}
        onChange={(event) => set({ reviewBy: event.currentTarget.value })}
      />
    </Dialog>
  );
}

/** What the register is told; papers only where a transfer needs them. */
function bodyOf(processor: string, fields: Fields): Parameters<typeof agree>[0] {
  const { reference, host, purposes, country, mechanism, module, certificate, signed, assessed } = fields;
  const isScc = mechanism === 'scc';
  const isTransfer = isScc || mechanism === 'adequacy';
  return {
    processor,
    ...(host !== '' && { host }),
    reference: reference.trim(),
    purposes,
    country,
    mechanism,
    ...(isTransfer &&
      signed !== '' && {
        paper: {
          ...(isScc && { module }),
          ...(!isScc && certificate.trim() !== '' && { certificate: certificate.trim() }),
          date: signed,
        },
      }),
    ...(isTransfer && assessed !== '' && { assessmentAt: instantOf(assessed) }),
    ...(fields.until !== '' && { validUntil: instantOf(fields.until) }),
    reviewBy: instantOf(fields.reviewBy),
  };
}

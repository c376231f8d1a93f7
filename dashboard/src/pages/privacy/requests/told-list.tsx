import { Button } from '@mantine/core';
import { useState } from 'react';
import { noteCompany } from '../../../api/rights.ts';
import type { CompanySaid, RightsRequest } from '../../../api/rights.ts';
import { formatDay } from '../../../format/instant.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Select, TextInput } from '../../../parts/fields.tsx';
import { Facts } from '../../../parts/note.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { endWords, requestsWords, said } from './requests-words.ts';

/** The companies that are told, what each said, and what staff has to tell by letter. */
export function ToldList({ request }: { request: RightsRequest }) {
  const t = useWords(requestsWords);
  const { language, locale } = useReader();
  const [company, setCompany] = useState<RightsRequest['told'][number] | null>(null);
  if (request.told.length === 0) return null;
  const isOpen = request.closedAt === null && request.state === 'awaiting_processor';
  return (
    <>
      <Facts
        lines={request.told.map((one) => ({
          says: `${t.told}: ${one.company}`,
          value: (
            <>
              {said(endWords, one.end, language)} {one.until ? formatDay(one.until, locale) : ''}{' '}
              {one.reason ?? ''}
              {isOpen && one.end === 'awaiting' ? (
                <Button size="compact-xs" variant="default" onClick={() => setCompany(one)}>
                  {t.byHand}
                </Button>
              ) : null}
            </>
          ),
        }))}
      />
      {company ? <ByHand request={request} company={company} onClose={() => setCompany(null)} /> : null}
    </>
  );
}

interface ByHandProps {
  readonly request: RightsRequest;
  readonly company: RightsRequest['told'][number];
  readonly onClose: () => void;
}

function ByHand({ request, company, onClose }: ByHandProps) {
  const t = useWords(requestsWords);
  const [end, setEnd] = useState<CompanySaid['end']>('told');
  const [evidence, setEvidence] = useState('');
  const act = useAct(() => noteCompany(request, { processor: company.processor, end, evidence }), {
    changes: [['rights']],
    says: t.byHandDone,
    onDone: onClose,
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.byHandTitle}
      isOpen
      onClose={onClose}
      does={t.byHand}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={evidence.trim() === ''}
      failure={act.error}
      consequences={[t.byHandSays]}
    >
      <Select
        name="end"
        label={company.company}
        value={end}
        onChange={(value) => setEnd(value === 'refused' ? 'refused' : 'told')}
        allowDeselect={false}
        data={[
          { value: 'told', label: t.byHandTold },
          { value: 'refused', label: t.byHandRefused },
        ]}
      />
      <TextInput
        name="evidence"
        label={t.byHandEvidence}
        description={t.byHandHint}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        maxLength={200}
        required
      />
    </Dialog>
  );
}

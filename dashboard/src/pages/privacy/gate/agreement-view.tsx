import { Button } from '@mantine/core';
import { useState } from 'react';
import { changeAgreement, reviewAgreement } from '../../../api/gate.ts';
import type { Agreement } from '../../../api/gate.ts';
import { useSession } from '../../../api/session.ts';
import { countryName } from '../../../format/countries.ts';
import { formatDay } from '../../../format/instant.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Facts, Note } from '../../../parts/note.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { faultWords, gateWords, inWords, mechanismWords, purposeNames } from './gate-words.ts';
import './gate.css';

const dayMs = 86_400_000;
/** The gate stays open for thirty days after a review was due. */
const lastDay = (reviewBy: string): string => new Date(Date.parse(reviewBy) + 30 * dayMs).toISOString();

/** One agreement: where the data goes, what allows it, until when, and why the gate is closed if it is. */
export function AgreementView({ agreement }: { agreement: Agreement }) {
  const t = useWords(gateWords);
  const { language, locale } = useReader();
  const session = useSession();
  const { id, state, fault, country, mechanism, paper } = agreement;
  const papers = [paper?.module && t.modulePaper(paper.module), paper?.certificate, paper?.date];
  return (
    <section className="agreement">
      {fault ? (
        <Note tone="red">
          {t.closed}: {inWords(faultWords, fault, language)}
        </Note>
      ) : agreement.reviewDue ? (
        <Note tone="amber">{t.dueSays(formatDay(lastDay(agreement.reviewBy), locale))}</Note>
      ) : null}
      <Facts
        lines={[
          { says: t.reference, value: agreement.reference },
          { says: t.host, value: agreement.host || t.settings },
          country !== 'ZZ' && {
            says: t.where,
            value: [
              countryName(country, locale),
              inWords(mechanismWords, mechanism, language),
              ...papers.filter(Boolean),
            ].join(', '),
          },
          {
            says: t.agreedFor,
            value: agreement.purposes.map((one) => inWords(purposeNames, one, language)).join(', '),
          },
          {
            says: t.until,
            value: agreement.validUntil ? formatDay(agreement.validUntil, locale) : t.openEnd,
          },
          { says: t.reviewBy, value: formatDay(agreement.reviewBy, locale) },
        ]}
      />
      {session.may('privacy.write') && state !== 'ended' ? <Steps id={id} isOpen={state === 'open'} /> : null}
    </section>
  );
}

function Steps({ id, isOpen }: { id: string; isOpen: boolean }) {
  const t = useWords(gateWords);
  const [isEnding, setEnding] = useState(false);
  const changes = [['companies']];
  const step = useAct((to: 'pause' | 'resume') => changeAgreement(id, to), { changes, says: t.done });
  const review = useAct(() => reviewAgreement(id, new Date(Date.now() + 365 * dayMs).toISOString()), {
    changes,
    says: t.done,
  });
  const end = useAct(() => changeAgreement(id, 'end'), {
    changes,
    says: t.done,
    onDone: () => setEnding(false),
    showsFailure: true,
  });
  return (
    <div className="row">
      <Button size="xs" variant="default" loading={review.isPending} onClick={() => review.mutate(undefined)}>
        {t.review}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={step.isPending}
        onClick={() => step.mutate(isOpen ? 'pause' : 'resume')}
      >
        {isOpen ? t.pause : t.resume}
      </Button>
      <Button size="xs" variant="subtle" color="red" onClick={() => setEnding(true)}>
        {t.end}
      </Button>
      <Dialog
        title={t.endTitle}
        isOpen={isEnding}
        onClose={() => setEnding(false)}
        does={t.end}
        onDo={() => end.mutate(undefined)}
        isBusy={end.isPending}
        isDangerous
        failure={end.error}
        consequences={[t.endWill, t.endNoUndo]}
      />
    </div>
  );
}

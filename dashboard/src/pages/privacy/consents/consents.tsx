import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getConsents, reportMinor, turnFeature } from '../../../api/consents.ts';
import type { ConsentCount, Consents as Answer, Feature } from '../../../api/consents.ts';
import { useSession } from '../../../api/session.ts';
import { formatDay } from '../../../format/instant.tsx';
import { Figure } from '../../../format/number.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { TextInput } from '../../../parts/fields.tsx';
import { Note } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { consentsWords } from './consents-words.ts';
import { GuestAnswers } from './guest-answers.tsx';

/** How many people answered what, what visitors are asked about at all, and what to do about a child. */
export function Consents() {
  const t = useWords(consentsWords);
  const { locale } = useReader();
  const session = useSession();
  const answer = useQuery({ queryKey: ['consents'], queryFn: getConsents });
  if (answer.error) return <Failure of={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <span className="bone bone-block skeleton-card" aria-hidden />;
  const { counts, guests, features, askAgainAfter } = answer.data;
  return (
    <div className="stack">
      <Card title={t.counts}>
        <div className="stack">
          <p className="small soft">{t.countsSay}</p>
          {counts.length === 0 ? <p>{t.none}</p> : <Counts of={counts} />}
        </div>
      </Card>
      <GuestAnswers of={guests} />
      <Card title={t.features}>
        <div className="stack">
          <p className="small soft">{t.featuresSay}</p>
          {features.map((feature) => (
            <FeatureSwitch key={feature.name} of={feature} />
          ))}
        </div>
      </Card>
      <Card title={t.again}>
        <p>{t.againSays(spanSays(askAgainAfter, locale))}</p>
      </Card>
      {session.may('privacy.write') ? <Minor /> : null}
    </div>
  );
}

const units = { years: 'year', months: 'month', days: 'day', hours: 'hour' } as const;

/** A span of the calendar in words: "6 months". */
const spanSays = (span: Answer['askAgainAfter'], locale: string): string =>
  (Object.keys(units) as (keyof typeof units)[])
    .flatMap((unit) => {
      const count = span[unit];
      return count === undefined
        ? []
        : [
            new Intl.NumberFormat(locale, { style: 'unit', unit: units[unit], unitDisplay: 'long' }).format(
              count,
            ),
          ];
    })
    .join(' ');

function Counts({ of }: { of: readonly ConsentCount[] }) {
  const t = useWords(consentsWords);
  const { locale } = useReader();
  const says: Readonly<Record<string, unknown>> = t;
  const wordFor = (code: string): string => (typeof says[code] === 'string' ? says[code] : code);
  return (
    <PlainTable
      rows={of}
      keyOf={({ kind, topic, state, notice }) => `${kind} ${topic} ${state} ${notice?.hash ?? ''}`}
      columns={[
        {
          says: t.question,
          cell: ({ topic, kind }) => (
            <>
              {wordFor(topic)}
              <div className="small soft">{wordFor(kind)}</div>
            </>
          ),
        },
        { says: t.answer, cell: ({ state }) => wordFor(state) },
        {
          says: t.shown,
          cell: ({ notice }) =>
            notice ? (
              <>
                {wordFor(notice.code)}, {wordFor(notice.locale)}
                <div className="small soft">
                  {t.since(formatDay(notice.firstShownAt, locale))} ·{' '}
                  <code title={notice.hash}>{notice.hash.slice(0, 12)}</code>
                </div>
              </>
            ) : (
              <span className="soft">{t.noNotice}</span>
            ),
        },
        { says: t.people, isFigure: true, cell: ({ people }) => <Figure of={people} /> },
      ]}
    />
  );
}

function FeatureSwitch({ of }: { of: Feature }) {
  const t = useWords(consentsWords);
  const { language } = useReader();
  const session = useSession();
  const turn = useAct(turnFeature, {
    changes: [['consents']],
    says: of.inUse ? t.turnedOff : t.turnedOn,
  });
  return (
    <Switch
      label={of.says[language]}
      description={of.possible ? undefined : t.notPossible}
      checked={of.inUse}
      disabled={!of.possible || turn.isPending || !session.may('privacy.write')}
      onChange={(event) => turn.mutate({ name: of.name, inUse: event.currentTarget.checked })}
    />
  );
}

function Minor() {
  const t = useWords(consentsWords);
  const [isOpen, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const report = useAct(reportMinor, {
    says: ({ state }) => (state === 'fulfilled' ? t.reported : t.reportWaits),
    showsFailure: true,
    onDone: () => {
      setOpen(false);
      setEmail('');
    },
  });
  return (
    <Card title={t.minor}>
      <Note>
        <div className="stack stack-tight">
          <p>{t.minorSays}</p>
          <div>
            <Button variant="default" onClick={() => setOpen(true)}>
              {t.report}
            </Button>
          </div>
        </div>
      </Note>
      <Dialog
        title={t.report}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        does={t.reportDo}
        isDangerous
        isBusy={report.isPending}
        isDisabled={!/.@./.test(email)}
        failure={report.error}
        consequences={[t.reportEnds, t.reportStays, t.reportFinal]}
        onDo={() => report.mutate(email.trim())}
      >
        <TextInput
          name="email"
          required
          label={t.email}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </Dialog>
    </Card>
  );
}

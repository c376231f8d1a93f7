import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { companiesQuery } from '../../../api/gate.ts';
import type { Company } from '../../../api/gate.ts';
import { useSession } from '../../../api/session.ts';
import { Instant } from '../../../format/instant.tsx';
import { formatNumber } from '../../../format/number.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Facts, Mark } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { useReader, useWords } from '../../../words/words.ts';
import { AgreeDialog } from './agree-dialog.tsx';
import { AgreementView } from './agreement-view.tsx';
import { companyWords, fieldNames, gateWords, inWords, purposeNames } from './gate-words.ts';

/** Every company that may get something, what was agreed with it, and whether the gate is open. */
export function Processors() {
  const t = useWords(gateWords);
  const { data, error, refetch } = useQuery(companiesQuery);
  const [agreeing, setAgreeing] = useState<Company | null>(null);
  if (error) return <Failure of={error} onRetry={() => void refetch()} />;
  if (!data) return <span className="bone bone-block skeleton-card" />;
  return (
    <>
      <p className="soft">{t.says}</p>
      {data.items.map((company) => (
        <CompanyCard key={company.name} company={company} onAgree={() => setAgreeing(company)} />
      ))}
      {agreeing ? <AgreeDialog company={agreeing} onClose={() => setAgreeing(null)} /> : null}
    </>
  );
}

function CompanyCard({ company, onAgree }: { company: Company; onAgree: () => void }) {
  const t = useWords(gateWords);
  const { language, locale } = useReader();
  const session = useSession();
  const names = company.fields.map(({ name }) => inWords(fieldNames, name, language));
  return (
    <Card
      title={
        <>
          {inWords(companyWords, company.company, language)} <StateOf company={company} />
        </>
      }
      actions={
        // Hosts of pictures are agreed to where they are needed: at the import that names them.
        session.may('privacy.write') && company.role !== 'pictures' ? (
          <Button size="xs" variant="default" onClick={onAgree}>
            {t.agree}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <p className="soft">{company.says}</p>
        <Facts
          lines={[
            { says: t.gets, value: names.length > 0 ? names.join(', ') : t.getsNothing },
            {
              says: t.forWhat,
              value: company.purposes.map((one) => inWords(purposeNames, one, language)).join(', '),
            },
            {
              says: t.last,
              value: company.lastSentAt ? (
                <>
                  <Instant at={company.lastSentAt} />
                  {' · '}
                  {t.times(formatNumber(company.timesSent, locale))}
                </>
              ) : (
                t.never
              ),
            },
          ]}
        />
        {company.agreements.map((agreement) => (
          <AgreementView key={agreement.id} agreement={agreement} />
        ))}
      </div>
    </Card>
  );
}

function StateOf({ company: { agreements } }: { company: Company }) {
  const t = useWords(gateWords);
  if (agreements.length === 0) return <Mark>{t.none}</Mark>;
  if (agreements.every(({ fault }) => fault !== null)) return <Mark tone="red">{t.closed}</Mark>;
  if (agreements.some(({ reviewDue }) => reviewDue)) return <Mark tone="amber">{t.due}</Mark>;
  return <Mark tone="green">{t.open}</Mark>;
}

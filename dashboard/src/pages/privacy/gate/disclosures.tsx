import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { companiesQuery, listDisclosures } from '../../../api/gate.ts';
import type { Disclosure } from '../../../api/gate.ts';
import { countryName } from '../../../format/countries.ts';
import { Instant } from '../../../format/instant.tsx';
import { useList } from '../../../parts/data-table/use-list.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Empty, Mark } from '../../../parts/note.tsx';
import { Card } from '../../../parts/page.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { useThingName } from '../../../words/use-thing-name.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { companyWords, fieldNames, gateWords, inWords, outcomeWords, purposeNames } from './gate-words.ts';

/** The ledger of what left the house, newest first. */
export function Disclosures() {
  const t = useWords(gateWords);
  const [processor, setProcessor] = useState<string | null>(null);
  const companies = useQuery(companiesQuery);
  const { language } = useReader();
  const names = new Map(
    companies.data?.items.map(({ name, company }) => [name, inWords(companyWords, company, language)]),
  );
  const filter = processor === null ? {} : { processor };
  const list = useList<Disclosure>(['disclosures', filter], (after) => listDisclosures(filter, after));
  return (
    <>
      <div className="row row-apart">
        <p className="soft">{t.ledgerSays}</p>
        <Select
          size="xs"
          aria-label={t.company}
          placeholder={t.all}
          clearable
          data={[...names].map(([value, label]) => ({ value, label }))}
          value={processor}
          onChange={setProcessor}
        />
      </div>
      {list.error ? <Failure of={list.error} onRetry={list.retry} /> : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? (
        <Empty title={t.ledgerEmpty}>{t.ledgerEmptyDo}</Empty>
      ) : null}
      {list.rows.length > 0 ? (
        <Card flush>
          <Ledger of={list.rows} names={names} />
        </Card>
      ) : null}
      {list.hasMore ? (
        <Button size="xs" variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t.more}
        </Button>
      ) : null}
    </>
  );
}

function Ledger({ of, names }: { of: readonly Disclosure[]; names: ReadonlyMap<string, string> }) {
  const t = useWords(gateWords);
  const { language, locale } = useReader();
  const thing = useThingName();
  const column = language === 'de' ? 1 : 0;
  return (
    <PlainTable
      rows={of}
      keyOf={({ id }) => id}
      columns={[
        {
          says: t.company,
          cell: ({ processor, host, country }) => (
            <>
              {names.get(processor) ?? processor}
              <div className="small soft">
                {[host, country === 'ZZ' ? '' : countryName(country, locale)].filter(Boolean).join(', ')}
              </div>
            </>
          ),
        },
        {
          says: t.what,
          cell: ({ fields }) =>
            fields.map((name) => inWords(fieldNames, name, language)).join(', ') || t.getsNothing,
        },
        {
          says: t.why,
          cell: ({ purpose, about }) => (
            <>
              {inWords(purposeNames, purpose, language)}
              <div className="small soft">{thing(about.table)}</div>
            </>
          ),
        },
        {
          says: t.outcome,
          cell: ({ outcome, code }) => (
            <>
              <Mark tone={outcomeWords[outcome]?.[2] ?? 'plain'}>
                {outcomeWords[outcome]?.[column] ?? outcome}
              </Mark>
              {code ? <div className="small soft">{code}</div> : null}
            </>
          ),
        },
        { says: t.when, cell: ({ at, queuedAt }) => <Instant at={at ?? queuedAt} /> },
      ]}
    />
  );
}

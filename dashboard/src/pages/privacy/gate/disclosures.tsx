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
import { useReader, useWords } from '../../../words/words.ts';
import { fieldNames, gateWords, inWords, outcomeWords, purposeNames } from './gate-words.ts';

/** The ledger of what left the house, newest first. */
export function Disclosures() {
  const t = useWords(gateWords);
  const [processor, setProcessor] = useState<string | null>(null);
  const companies = useQuery(companiesQuery);
  const names = new Map(companies.data?.items.map(({ name, company }) => [name, company]));
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
  const column = language === 'de' ? 1 : 0;
  return (
    <div className="scroll-x">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t.company}</th>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.why}</th>
            <th scope="col">{t.outcome}</th>
            <th scope="col">{t.when}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((line) => {
            const outcome = outcomeWords[line.outcome];
            return (
              <tr key={line.id}>
                <td>
                  {names.get(line.processor) ?? line.processor}
                  <div className="small soft">
                    {[line.host, line.country === 'ZZ' ? '' : countryName(line.country, locale)]
                      .filter(Boolean)
                      .join(', ')}
                  </div>
                </td>
                <td>
                  {line.fields.map((name) => inWords(fieldNames, name, language)).join(', ') || t.getsNothing}
                </td>
                <td>
                  {inWords(purposeNames, line.purpose, language)}
                  <div className="small soft">{line.about.table}</div>
                </td>
                <td>
                  <Mark tone={outcome?.[2] ?? 'plain'}>{outcome?.[column] ?? line.outcome}</Mark>
                  {line.code ? <div className="small soft">{line.code}</div> : null}
                </td>
                <td>
                  <Instant at={line.at ?? line.queuedAt} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

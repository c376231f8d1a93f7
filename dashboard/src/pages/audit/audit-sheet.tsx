import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AuditEntry } from '../../api/audit.ts';
import { Instant } from '../../format/instant.tsx';
import { useListSearch } from '../../parts/data-table/filters.ts';
import { Facts } from '../../parts/note.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { useColleagues } from '../../parts/use-who.ts';
import { useThingName } from '../../words/use-thing-name.ts';
import { useReader, useWords } from '../../words/words.ts';
import { sentenceOf } from './audit-sentence.ts';
import { auditWords, purposeWords } from './audit-words.ts';

const pageOf = ({ table, id }: AuditEntry['on']): string | undefined => {
  if (table === 'orders.order') return `/orders/${id}`;
  if (table === 'catalog.product') return `/products/${id}`;
  return undefined;
};

/** One entry with everything that was recorded. */
export function AuditSheet({ entry }: { entry: AuditEntry }) {
  const t = useWords(auditWords);
  const { language } = useReader();
  const name = useColleagues()(entry.actor);
  const { replaceSearch } = useListSearch();
  const thing = useThingName();
  const page = pageOf(entry.on);
  const details = Object.entries(entry.details);
  return (
    <Page title={sentenceOf(entry, t, language, name)}>
      <Facts
        lines={[
          { says: t.when, value: <Instant at={entry.at} /> },
          { says: t.who, value: name ?? <code>{entry.actor}</code> },
          { says: t.why, value: purposeWords[entry.purpose]?.[language === 'de' ? 1 : 0] ?? entry.purpose },
          { says: t.action, value: <code>{entry.action}</code> },
          {
            says: t.on,
            value: page ? (
              <Link to={page}>{thing(entry.on.table)}</Link>
            ) : (
              <>
                {thing(entry.on.table)} <code className="small faint">{entry.on.id}</code>
              </>
            ),
          },
        ]}
      />
      {details.length > 0 ? (
        <Card title={t.details}>
          <Facts
            lines={details.map(([name, value]) => ({ says: name, value: <code>{String(value)}</code> }))}
          />
        </Card>
      ) : null}
      <div className="row">
        <Button size="xs" variant="default" onClick={() => replaceSearch({ actor: entry.actor })}>
          {t.onlyActor}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => replaceSearch({ table: entry.on.table, id: entry.on.id })}
        >
          {t.onlyThing}
        </Button>
      </div>
    </Page>
  );
}

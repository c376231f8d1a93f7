import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useSession } from '../../api/session.ts';
import { Page } from '../../parts/page.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { groups, parts } from './parts.ts';
import { privacyWords } from './privacy-words.ts';
import './privacy.css';

/** What we know about people, who gets it, until when, and what waits for an answer. */
export function PrivacyPage() {
  const t = useWords(privacyWords);
  const column = useReader().language === 'de' ? 1 : 0;
  const session = useSession();
  const navigate = useNavigate();
  const { part } = useParams({ strict: false }) as { part?: string };
  const allowed = parts.filter((one) => session.may(one.needs));
  const current = allowed.find((one) => one.name === part) ?? allowed[0];
  return (
    <Page title={current ? `${t.title}: ${current.says[column]}` : t.title}>
      <div className="privacy">
        <nav className="privacy-parts" aria-label={t.parts}>
          {groups.map((group) => {
            const members = allowed.filter((one) => one.group === group);
            return members.length === 0 ? null : (
              <section key={group}>
                <h2>{t[group]}</h2>
                <ul>
                  {members.map((one) => (
                    <li key={one.name}>
                      <Link
                        to="/privacy/$part"
                        params={{ part: one.name }}
                        aria-current={one === current ? 'page' : undefined}
                      >
                        {one.says[column]}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </nav>
        <NativeSelect
          className="privacy-choice"
          aria-label={t.parts}
          value={current?.name}
          onChange={(event) =>
            void navigate({ to: '/privacy/$part', params: { part: event.currentTarget.value } })
          }
          data={groups.map((group) => ({
            group: t[group],
            items: allowed
              .filter((one) => one.group === group)
              .map(({ name, says }) => ({ value: name, label: says[column] })),
          }))}
        />
        <div className="privacy-part">
          <Suspense>{current ? <current.show key={current.name} /> : null}</Suspense>
        </div>
      </div>
    </Page>
  );
}

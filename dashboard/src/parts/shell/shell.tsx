import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session.ts';
import { shopQuery } from '../../api/shop.ts';
import { IconMenu2, IconSearch } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { faceWords, faces } from './faces.ts';
import { PersonMenu } from './person-menu.tsx';
import { shellWords } from './shell-words.ts';
import './shell.css';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** The left rail and the page beside it. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useWords(shellWords);
  const names = useWords(faceWords);
  const session = useSession();
  const shop = useQuery(shopQuery);
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path]);

  const [isFinding, setFinding] = useState(false);
  const openPalette = () => {
    setFinding(true);
    void import('./palette.tsx').then((palette) => palette.openPalette());
  };
  useHotkeys([['mod+K', openPalette]], []);

  return (
    <div className="shell">
      <a href="#page" className="skip">
        {t.toContent}
      </a>
      <header className="top-bar">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t.menu}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconMenu2 size={20} stroke={1.5} />
        </ActionIcon>
        <span className="strong one-line">{shop.data?.name}</span>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t.search} onClick={openPalette}>
          <IconSearch size={20} stroke={1.5} />
        </ActionIcon>
      </header>
      <nav className="rail" data-open={isOpen || undefined} aria-label={t.faces}>
        <div className="rail-name one-line" title={shop.data?.name}>
          {shop.data?.name ?? ' '}
        </div>
        <button type="button" className="rail-search" onClick={openPalette} title={t.search}>
          <IconSearch size={16} stroke={1.5} aria-hidden />
          <span className="rail-word one-line">{t.search}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <ul>
          {faces
            .filter((face) => !face.needs || session.may(face.needs))
            .map((face) => (
              <li key={face.name}>
                <Link
                  to={face.to}
                  activeOptions={{ exact: face.to === '/' }}
                  className="rail-link"
                  title={names[face.name]}
                >
                  <face.icon size={20} stroke={1.5} />
                  <span className="rail-word">{names[face.name]}</span>
                </Link>
              </li>
            ))}
        </ul>
        <PersonMenu />
      </nav>
      {isOpen ? (
        <button type="button" className="rail-shade" aria-label={t.menu} onClick={() => setOpen(false)} />
      ) : null}
      <main id="page" className="main" tabIndex={-1}>
        <Suspense>{children}</Suspense>
      </main>
      {isFinding ? (
        <Suspense>
          <Palette />
        </Suspense>
      ) : null}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { shopQuery } from '../../api/shop.ts';
import { useReader, useWords } from '../../words/words.ts';
import { signInWords } from './sign-in-words.ts';
import './door.css';

/** The quiet frame of everything before the workbench. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords(signInWords);
  const { language, chooseLanguage } = useReader();
  const shop = useQuery(shopQuery);
  const other = language === 'de' ? 'en' : 'de';
  return (
    <main className="door">
      <div className="door-card">
        <p className="soft">{shop.data ? t.dashboardOf(shop.data.name) : ' '}</p>
        <h1>{title}</h1>
        {children}
        {shop.data?.demo ? <p className="small soft">{t.demo}</p> : null}
      </div>
      <p className="door-foot small">
        <a href="/">{t.toShop}</a>
        <button type="button" lang={other} onClick={() => chooseLanguage(other)}>
          {other === 'de' ? 'Deutsch' : 'English'}
        </button>
      </p>
    </main>
  );
}

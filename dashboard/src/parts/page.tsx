import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { IconArrowLeft } from '../look/icons.ts';

interface PageProps {
  title: ReactNode;
  /** For the browser's tab, when the title is not plain text. */
  tab?: string;
  back?: { to: string; says: string };
  mark?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Lists fill the window and scroll by themselves. */
  fills?: boolean;
}

/** One page: its title, where it came from, what can be done top right, and one main thing. */
export function Page({ title, tab, back, mark, actions, children, fills = false }: PageProps) {
  const name = tab ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    if (name) document.title = `${name} · Kontor`;
  }, [name]);
  return (
    <div className={fills ? 'page page-fills' : 'page'}>
      <header className="page-head">
        <div className="page-title">
          {back ? (
            <Link to={back.to} className="page-back">
              <IconArrowLeft size={16} stroke={1.5} aria-hidden />
              {back.says}
            </Link>
          ) : null}
          <h1 tabIndex={-1}>
            {title} {mark}
          </h1>
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** A card on a page; borders, no shadow. */
export function Card({
  title,
  actions,
  children,
  flush = false,
  id,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  /** For links to this place. */
  id?: string;
}) {
  return (
    <section className={flush ? 'card card-flush' : 'card'} id={id}>
      {title || actions ? (
        <div className="card-head">
          {title ? <h2>{title}</h2> : <span />}
          {actions ? <div className="card-actions">{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}

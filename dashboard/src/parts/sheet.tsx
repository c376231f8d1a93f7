import { ActionIcon, CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconArrowsMaximize } from '../look/icons.ts';
import { useWords } from '../words/words.ts';
import { tableWords } from './data-table/table-words.ts';
import './sheet.css';

interface SheetProps {
  says: string;
  /** The same thing as a page of its own. */
  page?: string;
  onClose: () => void;
  children: ReactNode;
}

/** What a row opens: beside the list, which stays in reach. Escape closes it and gives the row its focus back. */
export function Sheet({ says, page, onClose, children }: SheetProps) {
  const t = useWords(tableWords);
  const sheet = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus({ preventScroll: true });
    const onEscape = (event: KeyboardEvent) => {
      const isInDialog = document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isInDialog) close.current();
    };
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('keydown', onEscape);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <aside className="sheet" aria-label={says} tabIndex={-1} ref={sheet}>
      <div className="sheet-tools">
        {page ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t.fullPage}
            title={t.fullPage}
            component={Link}
            to={page}
          >
            <IconArrowsMaximize size={16} stroke={1.5} />
          </ActionIcon>
        ) : null}
        <CloseButton aria-label={t.close} onClick={onClose} />
      </div>
      <div className="sheet-body">{children}</div>
    </aside>
  );
}

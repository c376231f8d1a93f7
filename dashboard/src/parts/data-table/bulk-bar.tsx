import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconX } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { tableWords } from './table-words.ts';

/** What can be done with everything that is selected. */
export function BulkBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const t = useWords(tableWords);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t.selected(count)}>
      <span className="strong">{t.selected(count)}</span>
      {children}
      <ActionIcon variant="subtle" color="gray" aria-label={t.clear} onClick={onClear}>
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}

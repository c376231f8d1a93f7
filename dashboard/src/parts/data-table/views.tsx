import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { IconDeviceFloppy, IconX } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { useStored } from '../stored.ts';
import { filtersOf, isSameSearch, useListSearch } from './filters.ts';
import type { Search } from './filters.ts';
import { tableWords } from './table-words.ts';

export interface View {
  readonly says: string;
  readonly search: Search;
}

/** The ways to look at a list as tabs: those that come with it, and those this person has saved. */
export function Views({ name, shipped }: { name: string; shipped: readonly View[] }) {
  const t = useWords(tableWords);
  const { search, replaceSearch } = useListSearch();
  const [own, setOwn] = useStored<readonly View[]>(`views.${name}`, []);
  const now = filtersOf(search);
  const views = [...shipped, ...own];
  const isKnown = views.some((view) => isSameSearch(view.search, now));
  return (
    <div className="row row-apart">
      <div className="views" role="group" aria-label={name}>
        {views.map((view) => {
          const isCurrent = isSameSearch(view.search, now);
          return (
            <span key={view.says}>
              <button type="button" aria-pressed={isCurrent} onClick={() => replaceSearch(view.search)}>
                {view.says}
              </button>
              {isCurrent && own.includes(view) ? (
                <ActionIcon
                  size="xs"
                  variant="subtle"
                  color="gray"
                  aria-label={t.removeView}
                  onClick={() => setOwn(own.filter((kept) => kept !== view))}
                >
                  <IconX size={12} stroke={1.5} />
                </ActionIcon>
              ) : null}
            </span>
          );
        })}
      </div>
      {isKnown ? null : <SaveView onSave={(says) => setOwn([...own, { says, search: now }])} />}
    </div>
  );
}

function SaveView({ onSave }: { onSave: (says: string) => void }) {
  const t = useWords(tableWords);
  const [isOpen, setOpen] = useState(false);
  const [says, setSays] = useState('');
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-end">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconDeviceFloppy size={16} stroke={1.5} />}
          onClick={() => setOpen(!isOpen)}
        >
          {t.saveView}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (says.trim()) onSave(says.trim());
            setOpen(false);
          }}
        >
          <TextInput
            size="xs"
            label={t.viewName}
            value={says}
            onChange={(event) => setSays(event.currentTarget.value)}
            maxLength={40}
          />
          <Button size="xs" type="submit" style={{ alignSelf: 'end' }}>
            {t.save}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

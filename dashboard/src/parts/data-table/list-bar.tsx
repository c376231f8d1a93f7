import { CloseButton, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Fragment, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { IconFilter, IconSearch } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { FilterChip } from './filter-chip.tsx';
import { useListSearch } from './filters.ts';
import type { Filter } from './filters.ts';
import { tableWords } from './table-words.ts';

interface ListBarProps {
  /** The list's name: the beginning of the sentence that the filters make. */
  says: string;
  filters: readonly Filter[];
  /** What can be searched for, shown in the field; no field without it. */
  searchSays?: string;
  children?: ReactNode;
}

/** Search and filters of a list; the chips read as a sentence. "/" puts the cursor into the search. */
export function ListBar({ says, filters, searchSays, children }: ListBarProps) {
  const t = useWords(tableWords);
  const { search, setSearch } = useListSearch();
  const active = filters.filter((filter) => search[filter.name] !== undefined);
  const unused = filters.filter((filter) => search[filter.name] === undefined);
  return (
    <div className="list-bar">
      {searchSays ? <SearchField says={searchSays} /> : null}
      {active.length > 0 ? <span className="soft">{says}</span> : null}
      {active.map((filter, index) => (
        <Fragment key={filter.name}>
          {index > 0 ? <span className="soft">{t.and}</span> : null}
          <FilterChip
            filter={filter}
            value={search[filter.name] ?? ''}
            onChoose={(value) => setSearch({ [filter.name]: value })}
            onRemove={() => setSearch({ [filter.name]: undefined })}
          />
        </Fragment>
      ))}
      {unused.length > 0 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className="filter-add">
              <IconFilter size={16} stroke={1.5} aria-hidden /> {t.filter}
            </button>
          </Menu.Target>
          <Menu.Dropdown className="filter-menu">
            {unused.map((filter) => (
              <Fragment key={filter.name}>
                <Menu.Label>{filter.says}</Menu.Label>
                {filter.options.map((option) => (
                  <Menu.Item key={option.value} onClick={() => setSearch({ [filter.name]: option.value })}>
                    {option.says}
                  </Menu.Item>
                ))}
              </Fragment>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {children}
    </div>
  );
}

function SearchField({ says }: { says: string }) {
  const t = useWords(tableWords);
  const { search, setSearch } = useListSearch();
  const asked = search['q'] ?? '';
  const [text, setText] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  const ask = useDebouncedCallback(
    (q: string) => setSearch({ q: q.trim() || undefined }, { replace: true }),
    250,
  );

  const [known, setKnown] = useState(asked);
  if (known !== asked) {
    // A view or the Back button changed the address: the field follows, unless it is being typed into.
    setKnown(asked);
    if (document.activeElement?.id !== 'list-search') setText(asked);
  }

  useEffect(() => {
    const onSlash = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onSlash);
    return () => document.removeEventListener('keydown', onSlash);
  }, []);

  return (
    <TextInput
      ref={field}
      id="list-search"
      type="search"
      className="list-bar-search"
      size="xs"
      aria-label={t.search}
      placeholder={says}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={
        text ? <CloseButton size="sm" aria-label={t.clear} onClick={() => (setText(''), ask(''))} /> : null
      }
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        document.querySelector<HTMLElement>('[data-list-row]')?.focus();
      }}
    />
  );
}

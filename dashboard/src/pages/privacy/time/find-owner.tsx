import { Select } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../api/session.ts';
import { formatMoney } from '../../../format/money.tsx';
import { useFound } from '../../../parts/use-found.ts';
import { useReader, useWords } from '../../../words/words.ts';
import { holdsWords } from './holds-words.ts';

/** Whose data a hold is about: those of one order, or everything of one person. */
export interface Owner {
  readonly kind: 'order' | 'person';
  readonly id: string;
  readonly says: string;
}

/** Finds an order by its number, or an order or a person by name or address where the reader's role shows people. */
export function FindOwner({
  owner,
  onFound,
}: {
  owner: Owner | null;
  onFound: (owner: Owner | null) => void;
}) {
  const t = useWords(holdsWords);
  const { locale } = useReader();
  const session = useSession();
  const [query, setQuery] = useState('');
  const found = useFound(query === owner?.says ? '' : query);
  const orders = found.orders.map((order): Owner => {
    const buyer = order.buyer ? ` · ${order.buyer.name}` : '';
    const says = `${t.order} ${order.number}${buyer} · ${formatMoney(order.total, locale)}`;
    return { kind: 'order', id: order.id, says };
  });
  const people = found.people.map(({ subjectId, name, email }): Owner => ({
    kind: 'person',
    id: subjectId,
    says: `${name} · ${email}`,
  }));
  const offered = [...orders, ...people, ...(owner ? [owner] : [])];
  const optionOf = ({ id, says }: Owner) => ({ value: id, label: says });
  const known = new Set([...orders, ...people].map(({ id }) => id));
  return (
    <Select
      label={t.whose}
      description={session.may('people.reveal') ? t.findByAll : t.findByNumber}
      placeholder="1001"
      searchable
      openOnFocus={false}
      clearable
      data-autofocus
      value={owner?.id ?? null}
      searchValue={query}
      onSearchChange={setQuery}
      onChange={(id) => onFound(offered.find((one) => one.id === id) ?? null)}
      filter={({ options }) => options}
      nothingFoundMessage={query.trim() === '' ? undefined : found.isSearching ? t.searching : t.nothingFound}
      data={[
        ...(orders.length > 0 ? [{ group: t.orders, items: orders.map(optionOf) }] : []),
        ...(people.length > 0 ? [{ group: t.people, items: people.map(optionOf) }] : []),
        ...(owner && !known.has(owner.id) ? [optionOf(owner)] : []),
      ]}
    />
  );
}

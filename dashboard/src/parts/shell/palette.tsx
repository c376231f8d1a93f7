import { Spotlight, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { formatMoney } from '../../format/money.tsx';
import {
  IconBox,
  IconPackageImport,
  IconPlus,
  IconReceipt,
  IconSearch,
  IconUsers,
} from '../../look/icons.ts';
import { useReader, useWords, words } from '../../words/words.ts';
import { useFound } from '../use-found.ts';
import { faceWords, faces } from './faces.ts';

const paletteWords = words({
  ask: [
    'Go to, create, find an order, product or person',
    'Gehe zu, lege an, finde Bestellung, Artikel oder Person',
  ],
  goTo: ['Go to', 'Gehe zu'],
  create: ['Create', 'Anlegen'],
  newProduct: ['New product', 'Neuer Artikel'],
  importProducts: ['Import products', 'Artikel importieren'],
  invite: ['Invite a colleague', 'Jemanden ins Team einladen'],
  orders: ['Orders', 'Bestellungen'],
  products: ['Products', 'Artikel'],
  people: ['People', 'Personen'],
  nothing: ['Nothing is called that.', 'Nichts heißt so.'],
  searching: ['Searching…', 'Wird gesucht…'],
});

interface Entry {
  readonly id: string;
  readonly says: string;
  readonly hint?: string;
  readonly to: string;
  readonly icon: typeof IconBox;
}

/** Opens it as soon as it stands in the page. */
export const openPalette = (): void => {
  requestAnimationFrame(() => spotlight.open());
};

/** Ctrl-K: everywhere and everything from the keyboard. */
export function Palette() {
  const t = useWords(paletteWords);
  const navigate = useNavigate();
  const session = useSession();
  const names = useWords(faceWords);
  const [query, setQuery] = useState('');
  const { locale } = useReader();
  const found = useFound(query);
  const orders = found.orders.map((order): Entry => ({
    id: order.id,
    says: `${order.number}${order.buyer ? ` · ${order.buyer.name}` : ''}`,
    hint: formatMoney(order.total, locale),
    to: `/orders/${order.id}`,
    icon: IconReceipt,
  }));
  const products = found.products.map((product): Entry => ({
    id: product.id,
    says: product.title,
    hint: product.vendor ?? undefined,
    to: `/products/${product.id}`,
    icon: IconBox,
  }));
  const people = found.people.map((person): Entry => ({
    id: person.id,
    says: person.name,
    hint: person.email,
    to: `/customers/${person.id}`,
    icon: IconUsers,
  }));
  const matches = (says: string) => says.toLowerCase().includes(query.trim().toLowerCase());

  const places: Entry[] = faces
    .filter((face) => !face.needs || session.may(face.needs))
    .map((face) => ({
      id: `go ${face.name}`,
      says: names[face.name],
      to: face.to,
      icon: face.icon as typeof IconBox,
    }));
  const deeds: Entry[] = [
    ...(session.may('catalog.write')
      ? [
          { id: 'new product', says: t.newProduct, to: '/products/new', icon: IconPlus },
          { id: 'import', says: t.importProducts, to: '/products/import', icon: IconPackageImport },
        ]
      : []),
    ...(session.may('staff.manage')
      ? [{ id: 'invite', says: t.invite, to: '/settings/staff', icon: IconUsers }]
      : []),
  ];
  const groups = [
    { says: t.orders, entries: orders },
    { says: t.products, entries: products },
    { says: t.people, entries: people },
    { says: t.goTo, entries: places.filter((entry) => matches(entry.says)) },
    { says: t.create, entries: deeds.filter((entry) => matches(entry.says)) },
  ].filter((group) => group.entries.length > 0);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={460}
      clearQueryOnClose
      attributes={{ content: { 'aria-label': t.ask } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t.ask}
        aria-label={t.ask}
        leftSection={<IconSearch size={20} stroke={1.5} />}
      />
      <Spotlight.ActionsList>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.says} label={group.says}>
            {group.entries.map((entry) => (
              <Spotlight.Action
                key={entry.id}
                label={entry.says}
                description={entry.hint}
                leftSection={<entry.icon size={18} stroke={1.5} />}
                onClick={() => void navigate({ to: entry.to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 ? (
          <Spotlight.Empty>{found.isSearching ? t.searching : t.nothing}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

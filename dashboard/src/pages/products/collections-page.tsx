import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  createCategory,
  createCollection,
  removeCategory,
  removeCollection,
  shelvesQuery,
} from '../../api/catalog.ts';
import { useSession } from '../../api/session.ts';
import { IconTrash } from '../../look/icons.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Card, Page } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords, words } from '../../words/words.ts';
import { pathOf } from './shelf-fields.tsx';

const shelfWords = words({
  title: ['Collections and categories', 'Kollektionen und Kategorien'],
  products: ['Products', 'Artikel'],
  collections: ['Collections', 'Kollektionen'],
  collectionsSays: [
    'What you show together, such as a season or a gift idea.',
    'Was du zusammen zeigst, etwa eine Saison oder Geschenkideen.',
  ],
  categories: ['Categories', 'Kategorien'],
  categoriesSays: [
    'What a thing is; each product stands in one.',
    'Was etwas ist; jeder Artikel steht in einer.',
  ],
  name: ['Name', 'Name'],
  add: ['Add', 'Hinzufügen'],
  remove: ['Remove', 'Entfernen'],
  ask: [(name: string) => `Remove ${name}?`, (name: string) => `${name} entfernen?`],
  stay: ['Its products stay in the shop.', 'Die Artikel bleiben im Laden.'],
  onlyEmpty: ['Only an empty category can be removed.', 'Nur eine leere Kategorie lässt sich entfernen.'],
});

interface Leaving {
  readonly id: string;
  readonly title: string;
  readonly isCategory: boolean;
}

/** The shelves of the shop. */
export function CollectionsPage() {
  const t = useWords(shelfWords);
  const session = useSession();
  const shelves = useQuery(shelvesQuery);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const changes = [['products']];
  const collect = useAct(createCollection, { changes });
  const categorise = useAct((title: string) => createCategory(title, null), { changes });
  const remove = useAct(
    (one: Leaving) => (one.isCategory ? removeCategory(one.id) : removeCollection(one.id)),
    {
      changes,
      showsFailure: true,
      onDone: () => setLeaving(null),
    },
  );
  const mayWrite = session.may('catalog.write');
  const categories = shelves.data?.categories ?? [];
  const byId = new Map(categories.map((category) => [category.id, category]));
  const groups = [
    {
      says: t.collections,
      hint: t.collectionsSays,
      add: collect,
      lines: (shelves.data?.collections ?? []).map(({ id, title }) => ({ id, title, isCategory: false })),
    },
    {
      says: t.categories,
      hint: t.categoriesSays,
      add: categorise,
      lines: categories
        .map((category) => ({ id: category.id, title: pathOf(category, byId), isCategory: true }))
        .toSorted((a, b) => a.title.localeCompare(b.title)),
    },
  ];
  return (
    <Page title={t.title} back={{ to: '/products', says: t.products }}>
      {shelves.error ? <Failure of={shelves.error} onRetry={() => void shelves.refetch()} /> : null}
      {groups.map((group) => (
        <Card key={group.says} title={group.says}>
          <div className="stack">
            <p className="soft">{group.hint}</p>
            <ul className="stack stack-tight">
              {group.lines.map((line) => (
                <li key={line.id} className="row row-apart">
                  <span>{line.title}</span>
                  {mayWrite ? (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`${t.remove}: ${line.title}`}
                      onClick={() => setLeaving(line)}
                    >
                      <IconTrash size={16} stroke={1.5} />
                    </ActionIcon>
                  ) : null}
                </li>
              ))}
            </ul>
            {mayWrite ? (
              <AddLine
                says={t.name}
                does={t.add}
                isBusy={group.add.isPending}
                onAdd={(title) => group.add.mutate(title)}
              />
            ) : null}
          </div>
        </Card>
      ))}
      {leaving ? (
        <Dialog
          title={t.ask(leaving.title)}
          isOpen
          onClose={() => setLeaving(null)}
          does={t.remove}
          onDo={() => remove.mutate(leaving)}
          isBusy={remove.isPending}
          isDangerous
          failure={remove.error}
          consequences={[leaving.isCategory ? t.onlyEmpty : t.stay]}
        />
      ) : null}
    </Page>
  );
}

function AddLine({
  says,
  does,
  isBusy,
  onAdd,
}: {
  says: string;
  does: string;
  isBusy: boolean;
  onAdd: (title: string) => void;
}) {
  const [title, setTitle] = useState('');
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim()) onAdd(title.trim());
        setTitle('');
      }}
    >
      <TextInput
        size="xs"
        aria-label={says}
        placeholder={says}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" loading={isBusy} disabled={title.trim() === ''}>
        {does}
      </Button>
    </form>
  );
}

import { Button, Menu, ActionIcon } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { changeStatus, listProducts } from '../../api/catalog.ts';
import type { ProductLine, ProductStatus, ProductsFilter } from '../../api/catalog.ts';
import { useSession } from '../../api/session.ts';
import { IconDots, IconPackageImport, IconPlus, IconTag } from '../../look/icons.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { filtersOf, useListSearch } from '../../parts/data-table/filters.ts';
import { ListBar } from '../../parts/data-table/list-bar.tsx';
import { useList } from '../../parts/data-table/use-list.ts';
import { Views } from '../../parts/data-table/views.tsx';
import { Empty } from '../../parts/note.tsx';
import { Page } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { productColumns } from './product-columns.tsx';
import { productsWords } from './products-words.ts';

const statuses = ['active', 'draft', 'archived'] as const satisfies readonly ProductStatus[];

/** Everything that is or was or will be for sale. */
export function ProductsPage() {
  const t = useWords(productsWords);
  const session = useSession();
  const navigate = useNavigate();
  const { search } = useListSearch();
  const filter: ProductsFilter = {
    q: search['q'],
    status: search['status'] as ProductStatus | undefined,
    sort: search['sort'] as ProductsFilter['sort'],
  };
  const source = useList<ProductLine>(['products', 'list', filter], (after) => listProducts(filter, after));
  const columns = useMemo(() => productColumns(t), [t]);
  const isFiltered = Object.keys(filtersOf(search)).length > 0;
  const mayWrite = session.may('catalog.write');
  const set = useAct(
    ({ ids, status }: { ids: readonly string[]; status: ProductStatus }) => changeStatus(ids, status),
    {
      changes: [['products']],
      says: ({ changed }) => t.statusDone(changed.length),
    },
  );
  return (
    <Page title={t.title} fills actions={mayWrite ? <ProductsActions /> : null}>
      <Views
        name="products"
        shipped={[
          { says: t.all, search: {} },
          ...statuses.map((status) => ({ says: t[status], search: { status } })),
        ]}
      />
      <ListBar
        says={t.title}
        searchSays={t.search}
        filters={[
          {
            name: 'status',
            says: t.status,
            options: [
              { value: 'active', says: t.thatActive },
              { value: 'draft', says: t.thatDraft },
              { value: 'archived', says: t.thatArchived },
            ],
          },
          {
            name: 'sort',
            says: t.order,
            options: [
              { value: 'newest', says: t.byNewest },
              { value: 'title', says: t.byTitle },
            ],
          },
        ]}
      />
      <DataTable
        name="products"
        says={t.title}
        columns={columns}
        source={source}
        idOf={(product) => product.id}
        onOpen={(product) => void navigate({ to: '/products/$id', params: { id: product.id } })}
        bulk={
          mayWrite
            ? (ids, clear) =>
                (
                  [
                    ['active', t.toActive],
                    ['draft', t.toDraft],
                    ['archived', t.toArchived],
                  ] as const
                ).map(([status, says]) => (
                  <Button
                    key={status}
                    size="xs"
                    variant="default"
                    loading={set.isPending && set.variables.status === status}
                    onClick={() => set.mutate({ ids: ids.slice(0, 500), status }, { onSuccess: clear })}
                  >
                    {says}
                  </Button>
                ))
            : undefined
        }
        empty={
          isFiltered ? (
            <Empty title={t.emptyFiltered}>{t.emptyFilteredDo}</Empty>
          ) : (
            <Empty
              title={t.empty}
              action={
                <div className="row">
                  <Button component={Link} to="/products/new">
                    {t.add}
                  </Button>
                  <Button component={Link} to="/products/import" variant="default">
                    {t.importDo}
                  </Button>
                </div>
              }
            >
              {t.emptyDo}
            </Empty>
          )
        }
      />
    </Page>
  );
}

function ProductsActions() {
  const t = useWords(productsWords);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t.importDo}>
            <IconDots size={18} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to="/products/import"
            leftSection={<IconPackageImport size={16} stroke={1.5} />}
          >
            {t.importDo}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to="/products/collections"
            leftSection={<IconTag size={16} stroke={1.5} />}
          >
            {t.collections}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button component={Link} to="/products/new" leftSection={<IconPlus size={18} stroke={1.5} />}>
        {t.add}
      </Button>
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { ProductLine, ProductStatus } from '../../api/catalog.ts';
import { Instant } from '../../format/instant.tsx';
import { Money } from '../../format/money.tsx';
import { Figure } from '../../format/number.tsx';
import type { Column } from '../../parts/data-table/column.ts';
import { Mark } from '../../parts/note.tsx';
import { Thumb } from '../../parts/thumb.tsx';
import type { Said } from '../../words/words.ts';
import { useWords } from '../../words/words.ts';
import { productsWords } from './products-words.ts';

export function ProductState({ status }: { status: ProductStatus }) {
  const t = useWords(productsWords);
  if (status === 'active') return <Mark tone="green">{t.isActive}</Mark>;
  return (
    <Mark tone={status === 'draft' ? 'amber' : 'plain'}>{status === 'draft' ? t.isDraft : t.isArchived}</Mark>
  );
}

export const productColumns = (t: Said<typeof productsWords>): Column<ProductLine>[] => [
  {
    id: 'product',
    says: t.product,
    width: 'minmax(7rem, 3fr)',
    cell: (product) => (
      <span className="named">
        <Thumb picture={product.picture} />
        <Link to="/products/$id" params={{ id: product.id }} className="plain-link strong" tabIndex={-1}>
          {product.title}
        </Link>
      </span>
    ),
  },
  {
    id: 'vendor',
    says: t.vendor,
    width: 'minmax(6rem, 1fr)',
    from: 900,
    cell: (product) => <span className="soft">{product.vendor}</span>,
  },
  {
    id: 'status',
    says: t.status,
    width: '7rem',
    from: 520,
    cell: (product) => <ProductState status={product.status} />,
  },
  {
    id: 'stock',
    says: t.stock,
    width: '7rem',
    from: 760,
    cell: (product) => (
      <span className={product.available ? undefined : 'soft'}>
        {product.available ? t.available : t.soldOut}
      </span>
    ),
  },
  {
    id: 'variants',
    says: t.variants,
    width: '5rem',
    from: 840,
    isFigure: true,
    cell: (product) => <Figure of={product.variants} />,
  },
  {
    id: 'changed',
    says: t.changed,
    width: '9rem',
    from: 1020,
    isFigure: true,
    cell: (product) => <Instant at={product.updatedAt} />,
  },
  {
    id: 'price',
    says: t.price,
    width: 'minmax(6.5rem, 8rem)',
    isFigure: true,
    cell: (product) => (
      <>
        {product.priceTo ? <span className="soft small">{t.priceFrom} </span> : null}
        <Money of={product.price} />
      </>
    ),
  },
];

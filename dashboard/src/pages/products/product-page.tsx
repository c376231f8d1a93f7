import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { productQuery } from '../../api/catalog.ts';
import { IconEye } from '../../look/icons.ts';
import { Failure } from '../../parts/failure.tsx';
import { Page } from '../../parts/page.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { useWords } from '../../words/words.ts';
import { ProductState } from './product-columns.tsx';
import { ProductHeadForm } from './product-head-form.tsx';
import { ProductPictures } from './product-pictures.tsx';
import { ProductVariants } from './product-variants.tsx';
import { productWords } from './product-words.ts';

/** One product: what is said about it, its pictures, what can be chosen and what that costs. */
export function ProductPage() {
  const { id } = useParams({ from: '/products/$id' });
  const t = useWords(productWords);
  const { data: product, error, refetch } = useQuery(productQuery(id));
  if (error && !product)
    return (
      <Page title="" back={{ to: '/products', says: t.products }}>
        <Failure of={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!product) return <PageSkeleton />;
  return (
    <Page
      title={product.title}
      back={{ to: '/products', says: t.products }}
      mark={<ProductState status={product.status} />}
      actions={
        product.status === 'active' ? (
          <Button
            component="a"
            href={`/products/${product.slug}`}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconEye size={18} stroke={1.5} />}
          >
            {t.lookAt}
          </Button>
        ) : null
      }
    >
      <ProductHeadForm key={id} product={product}>
        <ProductPictures product={product} />
        <ProductVariants key={product.version} product={product} />
      </ProductHeadForm>
    </Page>
  );
}

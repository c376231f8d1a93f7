import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Product, Variant } from '../../api/catalog.ts';
import { priceHistoryQuery, setPrice } from '../../api/prices.ts';
import { useSession } from '../../api/session.ts';
import { shopQuery } from '../../api/shop.ts';
import { Instant } from '../../format/instant.tsx';
import { readAmount, typedAmount } from '../../format/amount.ts';
import { Money, formatMoney } from '../../format/money.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextInput } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { PlannedPrices } from './planned-prices.tsx';
import { priceWords } from './product-words.ts';

const instantOf = (local: string): string | null => (local === '' ? null : new Date(local).toISOString());

/** Sets what a variant costs, now or later, for good or for a time, and shows what it did cost. */
export function PriceDialog({
  product,
  variant,
  onClose,
}: {
  product: Product;
  variant: Variant;
  onClose: () => void;
}) {
  const t = useWords(priceWords);
  const { locale } = useReader();
  const session = useSession();
  const shop = useQuery(shopQuery);
  const currency = variant.price?.currency ?? shop.data?.currency ?? 'EUR';
  const [amount, setAmount] = useState(
    variant.price ? typedAmount(variant.price.amountMinor, currency, locale) : '',
  );
  const [compareAt, setCompareAt] = useState(
    variant.compareAt ? typedAmount(variant.compareAt.amountMinor, currency, locale) : '',
  );
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isForAll, setForAll] = useState(false);
  const amountMinor = readAmount(amount, currency, locale);
  const compareAtMinor = compareAt.trim() === '' ? null : readAmount(compareAt, currency, locale);

  const act = useAct(
    async () => {
      const wish = {
        currency,
        amountMinor: amountMinor ?? 0,
        compareAtMinor: compareAtMinor ?? null,
        validFrom: instantOf(from),
        validTo: instantOf(to),
      };
      const offers = isForAll ? product.variants.map((one) => one.offerId) : [variant.offerId];
      for (const offerId of offers) await setPrice(offerId, wish);
    },
    { changes: [['prices'], ['products']], says: t.done, onDone: onClose, showsFailure: true },
  );
  const isWrong = amountMinor === undefined || compareAtMinor === undefined;
  return (
    <Dialog
      title={t.title(variant.title || product.title)}
      size="lg"
      isOpen
      onClose={onClose}
      does={amountMinor === undefined ? t.setNone : t.set(formatMoney({ amountMinor, currency }, locale))}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={isWrong || !session.may('catalog.write')}
      failure={act.error}
      consequences={[t.will]}
    >
      <div className="fields">
        <TextInput
          name="prices.0.amountMinor"
          label={`${t.price}, ${currency}`}
          inputMode="decimal"
          value={amount}
          error={amount !== '' && amountMinor === undefined ? t.wrong : undefined}
          onChange={(event) => setAmount(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          name="prices.0.compareAtMinor"
          label={`${t.compareAt} (${t.optional})`}
          inputMode="decimal"
          value={compareAt}
          error={compareAtMinor === undefined ? t.wrong : undefined}
          onChange={(event) => setCompareAt(event.currentTarget.value)}
        />
        <TextInput
          name="prices.0.validFrom"
          type="datetime-local"
          label={t.from}
          description={t.fromSays}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          name="prices.0.validTo"
          type="datetime-local"
          label={t.to}
          description={t.toSays}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {product.variants.length > 1 ? (
        <Checkbox
          label={t.everyVariant}
          checked={isForAll}
          onChange={(event) => setForAll(event.currentTarget.checked)}
        />
      ) : null}
      <PlannedPrices offerId={variant.offerId} />
      <History offerId={variant.offerId} />
    </Dialog>
  );
}

function History({ offerId }: { offerId: string }) {
  const t = useWords(priceWords);
  const history = useQuery(priceHistoryQuery(offerId));
  return (
    <section className="stack stack-tight">
      <h3>{t.history}</h3>
      {history.data?.items.length === 0 ? <p className="soft">{t.noHistory}</p> : null}
      <ul className="price-history">
        {history.data?.items.map((moment) => (
          <li key={moment.effectiveAt} className="row row-apart">
            <span className="soft">
              {t.since} <Instant at={moment.effectiveAt} />
            </span>
            <Money of={moment.price} />
          </li>
        ))}
      </ul>
    </section>
  );
}

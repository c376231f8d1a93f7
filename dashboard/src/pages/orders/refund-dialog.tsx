import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewRefund, refund } from '../../api/orders.ts';
import type { Order, RefundAsk, RefundReason } from '../../api/orders.ts';
import { formatMoney } from '../../format/money.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { NumberInput, Select } from '../../parts/fields.tsx';
import { Statement } from '../../parts/statement.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { dialogWords } from './order-words.ts';

const reasons = [
  'returned',
  'damaged',
  'missing',
  'goodwill',
  'cancelled',
] as const satisfies readonly RefundReason[];

/** What goes back is worked out by the server and shown before; the server refuses to give back anything else. */
export function RefundDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useWords(dialogWords);
  const { locale } = useReader();
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>({});
  const [delivery, setDelivery] = useState(false);
  const [restock, setRestock] = useState(false);
  const [reason, setReason] = useState<RefundReason>('returned');

  const left = order.lines.filter((line) => line.refunded < line.quantity);
  const lines = left.flatMap((line) => {
    const quantity = quantities[line.id] ?? 0;
    return quantity > 0 ? [{ orderLineId: line.id, quantity }] : [];
  });
  const ask: RefundAsk = { lines, delivery, reason, restock };
  const isAsked = lines.length > 0 || delivery;
  const preview = useQuery({
    queryKey: ['refund-preview', order.id, lines, delivery],
    queryFn: () => previewRefund(order.id, ask),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const plan = isAsked ? preview.data : undefined;
  const act = useAct(() => refund(order, ask, plan?.amount.amountMinor ?? 0), {
    changes: [['orders'], ['stock']],
    says: t.refundDone,
    onDone: onClose,
    showsFailure: true,
  });
  const goods = plan && { ...plan.amount, amountMinor: plan.amount.amountMinor - plan.delivery.amountMinor };
  const isEverything =
    left.every((line) => quantities[line.id] === line.quantity - line.refunded) && delivery;

  return (
    <Dialog
      title={t.refundTitle}
      size="lg"
      isOpen
      onClose={onClose}
      does={plan ? t.refundDo(formatMoney(plan.amount, locale)) : t.refundChoose}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={!plan || preview.isFetching}
      isDangerous
      failure={act.error ?? preview.error}
      consequences={[t.refundWay(order.payment.label), t.refundUnsent, t.refundNoUndo]}
    >
      <fieldset className="quantities">
        <legend className="only-read">{t.what}</legend>
        <Checkbox
          label={t.everything}
          checked={isEverything}
          onChange={(event) => {
            const all = event.currentTarget.checked;
            setQuantities(
              all ? Object.fromEntries(left.map((line) => [line.id, line.quantity - line.refunded])) : {},
            );
            setDelivery(all);
          }}
        />
        {left.map((line) => (
          <div key={line.id} className="quantity-row">
            <span className="one-line">
              {line.title} <span className="soft">{line.variantTitle}</span>
            </span>
            <NumberInput
              size="xs"
              w={84}
              min={0}
              max={line.quantity - line.refunded}
              clampBehavior="strict"
              allowDecimal={false}
              aria-label={t.quantityOf(line.title)}
              value={quantities[line.id] ?? 0}
              onChange={(value) => setQuantities({ ...quantities, [line.id]: Number(value) || 0 })}
            />
            <span className="soft figure">{t.piecesOf(line.quantity - line.refunded)}</span>
          </div>
        ))}
        <Checkbox
          label={t.withDelivery}
          checked={delivery}
          onChange={(event) => setDelivery(event.currentTarget.checked)}
        />
      </fieldset>
      <Select
        name="reason"
        label={t.reason}
        data={reasons.map((code) => ({ value: code, label: t[code] }))}
        value={reason}
        allowDeselect={false}
        onChange={(code) => setReason((code as RefundReason | null) ?? 'returned')}
      />
      <Checkbox
        label={t.restock}
        checked={restock}
        onChange={(event) => setRestock(event.currentTarget.checked)}
      />
      {plan && goods ? (
        <section aria-label={t.willBe} aria-live="polite">
          <Statement
            lines={[
              { says: t.goods, amount: goods },
              plan.delivery.amountMinor > 0 && { says: t.delivery, amount: plan.delivery },
              { says: t.sum, amount: plan.amount, isSum: true },
              { says: t.ofTax, amount: plan.tax, isAside: true },
            ]}
          />
        </section>
      ) : null}
    </Dialog>
  );
}

import { markPaid } from '../../api/orders.ts';
import type { Order } from '../../api/orders.ts';
import { formatMoney } from '../../format/money.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { dialogWords } from './order-words.ts';

export function PaidDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useWords(dialogWords);
  const { locale } = useReader();
  const act = useAct(() => markPaid(order), {
    changes: [['orders']],
    says: t.paidDone,
    onDone: onClose,
    showsFailure: true,
  });
  const amount = formatMoney(order.totals.total, locale);
  return (
    <Dialog
      title={t.paidTitle}
      isOpen
      onClose={onClose}
      does={t.paidDo(amount)}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      failure={act.error}
      consequences={[t.paidWill(amount), t.paidMail, t.paidNoUndo]}
    />
  );
}

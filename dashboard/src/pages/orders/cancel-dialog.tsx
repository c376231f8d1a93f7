import { cancelOrder } from '../../api/orders.ts';
import type { Order } from '../../api/orders.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { dialogWords } from './order-words.ts';

export function CancelDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useWords(dialogWords);
  const act = useAct(() => cancelOrder(order), {
    changes: [['orders'], ['stock']],
    says: t.cancelDone,
    onDone: onClose,
    showsFailure: true,
  });
  const isPaid = order.paymentState === 'captured';
  return (
    <Dialog
      title={t.cancelTitle}
      isOpen
      onClose={onClose}
      does={t.cancelDo}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDangerous
      failure={act.error}
      consequences={[t.cancelStock, isPaid && t.cancelMoney, t.cancelMail, t.cancelNoUndo]}
    />
  );
}

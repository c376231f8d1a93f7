import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Order } from '../../api/orders.ts';
import { useSession } from '../../api/session.ts';
import { IconArrowBackUp, IconCash, IconDots, IconTruckDelivery, IconX } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { orderWords } from './order-words.ts';
import { PaidDialog } from './paid-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { ShipDialog } from './ship-dialog.tsx';

type Asked = 'ship' | 'paid' | 'refund' | 'cancel';

/** Which deeds an order allows in its state. */
export function deedsOf(order: Order): Record<Asked, boolean> {
  const isOver = order.state === 'cancelled' || order.state === 'draft';
  const isPaid = ['captured', 'partially_refunded'].includes(order.paymentState);
  return {
    ship: !isOver && ['pending', 'partially_shipped'].includes(order.fulfilmentState),
    paid: !isOver && ['pending', 'authorised'].includes(order.paymentState),
    refund: isPaid && order.lines.some((line) => line.refunded < line.quantity),
    cancel: order.state === 'placed' && order.fulfilmentState === 'pending',
  };
}

/** The next step as the button, the rest behind the dots. */
export function OrderActions({ order }: { order: Order }) {
  const t = useWords(orderWords);
  const session = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const may = deedsOf(order);
  const close = () => setAsked(null);
  const canShip = may.ship && session.may('orders.ship');
  const canPay = may.paid && session.may('orders.write');
  const canRefund = may.refund && session.may('orders.refund');
  const givesBack = ['captured', 'partially_refunded'].includes(order.paymentState);
  const canCancel = may.cancel && session.may('orders.write') && (!givesBack || session.may('orders.refund'));
  return (
    <>
      {canPay ? (
        <Button
          variant={canShip ? 'default' : 'filled'}
          leftSection={<IconCash size={18} stroke={1.5} />}
          onClick={() => setAsked('paid')}
        >
          {t.markPaid}
        </Button>
      ) : null}
      {canShip ? (
        <Button leftSection={<IconTruckDelivery size={18} stroke={1.5} />} onClick={() => setAsked('ship')}>
          {t.ship}
        </Button>
      ) : null}
      {canRefund || canCancel ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t.more} title={t.more}>
              <IconDots size={18} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {canRefund ? (
              <Menu.Item
                leftSection={<IconArrowBackUp size={16} stroke={1.5} />}
                onClick={() => setAsked('refund')}
              >
                {t.refund}
              </Menu.Item>
            ) : null}
            {canCancel ? (
              <Menu.Item
                color="red"
                leftSection={<IconX size={16} stroke={1.5} />}
                onClick={() => setAsked('cancel')}
              >
                {t.cancel}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {asked === 'paid' ? <PaidDialog order={order} onClose={close} /> : null}
      {asked === 'ship' ? <ShipDialog order={order} onClose={close} /> : null}
      {asked === 'refund' ? <RefundDialog order={order} onClose={close} /> : null}
      {asked === 'cancel' ? <CancelDialog order={order} onClose={close} /> : null}
    </>
  );
}

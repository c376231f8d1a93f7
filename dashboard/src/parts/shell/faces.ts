import type { ComponentType } from 'react';
import {
  IconBox,
  IconChartBar,
  IconHistory,
  IconHome,
  IconMail,
  IconReceipt,
  IconSettings,
  IconShieldLock,
  IconStack2,
  IconUsers,
} from '../../look/icons.ts';
import { words } from '../../words/words.ts';

export const faceWords = words({
  home: ['Home', 'Start'],
  orders: ['Orders', 'Bestellungen'],
  products: ['Products', 'Artikel'],
  customers: ['Customers', 'Kundschaft'],
  stock: ['Stock', 'Bestand'],
  statistics: ['Visitors', 'Besuche'],
  outbox: ['Outbox', 'Postausgang'],
  privacy: ['Privacy', 'Datenschutz'],
  audit: ['Audit', 'Protokoll'],
  settings: ['Settings', 'Einstellungen'],
});

export interface Face {
  readonly name: keyof typeof faceWords;
  readonly to: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Shown to those who may use it; undefined is everybody. */
  readonly needs?: string;
}

/** The left rail, in the order of a working day. */
export const faces: readonly Face[] = [
  { name: 'home', to: '/', icon: IconHome },
  { name: 'orders', to: '/orders', icon: IconReceipt, needs: 'orders.read' },
  { name: 'products', to: '/products', icon: IconBox, needs: 'catalog.read' },
  { name: 'stock', to: '/stock', icon: IconStack2, needs: 'stock.read' },
  { name: 'customers', to: '/customers', icon: IconUsers, needs: 'customers.read' },
  { name: 'statistics', to: '/statistics', icon: IconChartBar, needs: 'statistics.read' },
  { name: 'outbox', to: '/outbox', icon: IconMail, needs: 'outbox.read' },
  { name: 'privacy', to: '/privacy', icon: IconShieldLock, needs: 'privacy.read' },
  { name: 'audit', to: '/audit', icon: IconHistory, needs: 'audit.read' },
  { name: 'settings', to: '/settings', icon: IconSettings, needs: 'settings.read' },
];

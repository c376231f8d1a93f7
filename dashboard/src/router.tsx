import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { Root } from './parts/shell/root.tsx';
import { NothingHere } from './parts/shell/nothing-here.tsx';

interface RouterContext {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Root, notFoundComponent: NothingHere });

/** What stands behind the question mark stays text: filters are words, not JSON. */
const textOnly = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

const at = <const Path extends string>(path: Path) => ({
  getParentRoute: () => root,
  path,
  validateSearch: textOnly,
});

const routes = [
  createRoute({
    ...at('/'),
    component: lazyRouteComponent(() => import('./pages/home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    ...at('/orders'),
    component: lazyRouteComponent(() => import('./pages/orders/orders-page.tsx'), 'OrdersPage'),
  }),
  createRoute({
    ...at('/orders/$id'),
    component: lazyRouteComponent(() => import('./pages/orders/order-page.tsx'), 'OrderPage'),
  }),
  createRoute({
    ...at('/products'),
    component: lazyRouteComponent(() => import('./pages/products/products-page.tsx'), 'ProductsPage'),
  }),
  createRoute({
    ...at('/products/new'),
    component: lazyRouteComponent(() => import('./pages/products/new-product-page.tsx'), 'NewProductPage'),
  }),
  createRoute({
    ...at('/products/import'),
    component: lazyRouteComponent(() => import('./pages/import/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    ...at('/products/collections'),
    component: lazyRouteComponent(() => import('./pages/products/collections-page.tsx'), 'CollectionsPage'),
  }),
  createRoute({
    ...at('/products/$id'),
    component: lazyRouteComponent(() => import('./pages/products/product-page.tsx'), 'ProductPage'),
  }),
  createRoute({
    ...at('/stock'),
    component: lazyRouteComponent(() => import('./pages/stock/stock-page.tsx'), 'StockPage'),
  }),
  createRoute({
    ...at('/stock/movements'),
    component: lazyRouteComponent(() => import('./pages/stock/movements-page.tsx'), 'MovementsPage'),
  }),
  createRoute({
    ...at('/stock/$id'),
    component: lazyRouteComponent(() => import('./pages/stock/item-page.tsx'), 'ItemPage'),
  }),
  createRoute({
    ...at('/customers'),
    component: lazyRouteComponent(() => import('./pages/customers/customers-page.tsx'), 'CustomersPage'),
  }),
  createRoute({
    ...at('/customers/$id'),
    component: lazyRouteComponent(() => import('./pages/customers/customer-page.tsx'), 'CustomerPage'),
  }),
  createRoute({
    ...at('/statistics'),
    component: lazyRouteComponent(() => import('./pages/statistics/statistics-page.tsx'), 'StatisticsPage'),
  }),
  createRoute({
    ...at('/outbox'),
    component: lazyRouteComponent(() => import('./pages/outbox/outbox-page.tsx'), 'OutboxPage'),
  }),
  createRoute({
    ...at('/audit'),
    component: lazyRouteComponent(() => import('./pages/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    ...at('/privacy'),
    component: lazyRouteComponent(() => import('./pages/privacy/privacy-page.tsx'), 'PrivacyPage'),
  }),
  createRoute({
    ...at('/privacy/$part'),
    component: lazyRouteComponent(() => import('./pages/privacy/privacy-page.tsx'), 'PrivacyPage'),
  }),
  createRoute({
    ...at('/settings'),
    component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...at('/settings/$part'),
    component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...at('/invitation'),
    component: lazyRouteComponent(() => import('./pages/sign-in/join-page.tsx'), 'JoinPage'),
  }),
  createRoute({
    ...at('/reset'),
    component: lazyRouteComponent(() => import('./pages/sign-in/join-page.tsx'), 'JoinPage'),
  }),
];

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: '/dashboard',
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text ? `?${text}` : '';
    },
  });
}

import type { Http } from '#kernel/http.ts';
import { accountRoutes, addressRoutes } from './routes-account.ts';
import { buyerDoor, staffDoor } from './routes-door.ts';
import { dutyRoutes } from './routes-duties.ts';
import { customerRoutes, roleRoutes, staffRoutes } from './routes-staff.ts';

export function routes(http: Http): void {
  buyerDoor(http);
  staffDoor(http);
  accountRoutes(http, '/api/account', 'buyer');
  accountRoutes(http, '/api/admin/account', 'staff');
  addressRoutes(http);
  dutyRoutes(http);
  staffRoutes(http);
  roleRoutes(http);
  customerRoutes(http);
}

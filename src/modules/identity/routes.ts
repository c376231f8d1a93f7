import type { Http } from '#kernel/http.ts';
import { accountRoutes, deviceRoutes, sides } from './routes-account.ts';
import { addressRoutes } from './routes-addresses.ts';
import { buyerDoor, linkDoor, staffDoor } from './routes-door.ts';
import { dutyRoutes } from './routes-duties.ts';
import { customerRoutes } from './routes-customers.ts';
import { invitationRoutes, roleRoutes } from './routes-roles.ts';
import { colleagueRoutes, staffRoutes } from './routes-staff.ts';

export function routes(http: Http): void {
  buyerDoor(http);
  linkDoor(http);
  staffDoor(http);
  for (const side of sides) {
    accountRoutes(http, side);
    deviceRoutes(http, side);
  }
  addressRoutes(http);
  dutyRoutes(http);
  staffRoutes(http);
  colleagueRoutes(http);
  invitationRoutes(http);
  roleRoutes(http);
  customerRoutes(http);
}

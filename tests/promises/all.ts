import { consentChecks } from './consent.ts';
import { gateChecks } from './gate.ts';
import { policyChecks } from './policy.ts';
import { allOf } from './promise.ts';
import { rightsChecks } from './rights.ts';
import { safetyChecks } from './safety.ts';
import { shopChecks } from './shop.ts';
import { statisticsChecks } from './statistics.ts';

/** Every check there is, whatever policy its clause stands in. */
export const allChecks = allOf(
  shopChecks,
  consentChecks,
  gateChecks,
  rightsChecks,
  safetyChecks,
  statisticsChecks,
  policyChecks,
);

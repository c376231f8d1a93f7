import type { TimedJob } from '#kernel/module.ts';
import { forgetSecurityLog } from './forget.ts';

/** The timed work of the security log. */
export const securityLogJobs: readonly TimedJob[] = [
  { name: 'forget-security-log', everySeconds: 3600, run: forgetSecurityLog },
];

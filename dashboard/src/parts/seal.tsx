import type { ReactNode } from 'react';
import { IconLock } from '../look/icons.ts';

/** The small mark that tells what is sealed, and what reading it means. */
export function Seal({ children }: { children: ReactNode }) {
  return (
    <p className="seal small soft">
      <IconLock size={14} stroke={1.5} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

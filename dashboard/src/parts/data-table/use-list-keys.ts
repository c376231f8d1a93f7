import { useState } from 'react';
import type { KeyboardEvent } from 'react';

interface ListKeys {
  count: number;
  pageSize: number;
  scrollTo: (index: number) => void;
  onOpen: (index: number) => void;
  onToggle?: ((index: number) => void) | undefined;
  onEscape: () => void;
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;

/** Arrows, Home, End, Page keys, Enter, Space and Escape of a list; one row at a time can be reached by Tab. */
export function useListKeys({ count, pageSize, scrollTo, onOpen, onToggle, onEscape }: ListKeys) {
  const [current, setCurrent] = useState(0);
  const active = Math.min(current, Math.max(0, count - 1));

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    setCurrent(next);
    scrollTo(next);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-list-row="${next}"]`)?.focus());
  };

  const moves: Record<string, () => void> = {
    ArrowDown: () => moveTo(active + 1),
    ArrowUp: () => moveTo(active - 1),
    j: () => moveTo(active + 1),
    k: () => moveTo(active - 1),
    PageDown: () => moveTo(active + pageSize),
    PageUp: () => moveTo(active - pageSize),
    Home: () => moveTo(0),
    End: () => moveTo(count - 1),
    Enter: () => onOpen(active),
    ' ': () => (onToggle ? onToggle(active) : onOpen(active)),
    Escape: onEscape,
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    const isOnControl =
      event.target instanceof HTMLElement && event.target.closest('a, button, input') !== null;
    const pressesControl = isOnControl && (event.key === 'Enter' || event.key === ' ');
    if (!move || pressesControl || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    event.preventDefault();
    move();
  };

  return { active, setActive: setCurrent, onKeyDown };
}

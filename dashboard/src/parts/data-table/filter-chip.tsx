import { Menu } from '@mantine/core';
import { IconX } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import type { Filter } from './filters.ts';
import { tableWords } from './table-words.ts';

interface FilterChipProps {
  filter: Filter;
  value: string;
  onChoose: (value: string) => void;
  onRemove: () => void;
}

/** One condition of the sentence: press it to say something else, or take it away. */
export function FilterChip({ filter, value, onChoose, onRemove }: FilterChipProps) {
  const t = useWords(tableWords);
  const says = filter.options.find((option) => option.value === value)?.says ?? value;
  return (
    <span className="chip">
      <Menu position="bottom-start">
        <Menu.Target>
          <button type="button">{says}</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{filter.says}</Menu.Label>
          {filter.options.map((option) => (
            <Menu.Item
              key={option.value}
              aria-current={option.value === value}
              onClick={() => onChoose(option.value)}
            >
              {option.says}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <button type="button" aria-label={`${t.remove}: ${says}`} onClick={onRemove}>
        <IconX size={14} stroke={1.5} aria-hidden />
      </button>
    </span>
  );
}

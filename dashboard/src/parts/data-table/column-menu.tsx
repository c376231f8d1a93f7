import { ActionIcon, Menu } from '@mantine/core';
import { IconColumns3 } from '../../look/icons.ts';
import { useWords } from '../../words/words.ts';
import type { Column } from './column.ts';
import { tableWords } from './table-words.ts';

interface ColumnMenuProps<Row> {
  columns: readonly Column<Row>[];
  shown: Readonly<Record<string, boolean>>;
  onChoose: (id: string, isShown: boolean) => void;
}

/** Which columns this person wants to see; the first always stays. */
export function ColumnMenu<Row>({ columns, shown, onChoose }: ColumnMenuProps<Row>) {
  const t = useWords(tableWords);
  return (
    <div role="columnheader" className="column-menu">
      <Menu closeOnItemClick={false} position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={t.columns} title={t.columns}>
            <IconColumns3 size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {columns.slice(1).map((column) => (
            <Menu.CheckboxItem
              key={column.id}
              checked={shown[column.id] ?? false}
              onChange={(isShown) => onChoose(column.id, isShown)}
            >
              {column.says}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

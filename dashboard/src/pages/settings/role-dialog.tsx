import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { changeRole, createRole } from '../../api/staff.ts';
import type { Role } from '../../api/staff.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextInput } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { permissionWords } from './permission-words.ts';
import { roleWords } from './role-words.ts';

type Right = Role['permissions'][number];
const rights = Object.keys(permissionWords) as Right[];

/** A role of the shop's own: a name, and what whoever has it may do. */
export function RoleDialog({ role, onClose }: { role: Role | null; onClose: () => void }) {
  const t = useWords(roleWords);
  const { language } = useReader();
  const session = useSession();
  const [name, setName] = useState(role?.name ?? '');
  const [chosen, setChosen] = useState<readonly Right[]>(role?.permissions ?? []);
  const act = useAct(
    () => {
      const wish = { name: name.trim(), permissions: rights.filter((right) => chosen.includes(right)) };
      return role ? changeRole(role, wish) : createRole(wish);
    },
    {
      changes: [['staff'], ['session']],
      says: role ? t.changed : t.made,
      onDone: onClose,
      showsFailure: true,
    },
  );
  const toggle = (right: Right, isOn: boolean) =>
    setChosen(isOn ? [...chosen, right] : chosen.filter((one) => one !== right));
  return (
    <Dialog
      title={role ? t.changeTitle(role.name) : t.newRole}
      isOpen
      onClose={onClose}
      does={role ? t.save : t.create}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={name.trim() === '' || chosen.length === 0}
      failure={act.error}
      consequences={[role !== null && t.counts, rights.some((right) => !session.may(right)) && t.beyond]}
      size="lg"
    >
      <TextInput
        name="name"
        required
        label={t.name}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <fieldset className="quantities">
        <legend className="strong">{t.may}</legend>
        <div className="rights">
          {rights.map((right) => (
            <Checkbox
              key={right}
              label={permissionWords[right]?.[language === 'de' ? 1 : 0] ?? right}
              checked={chosen.includes(right)}
              disabled={!session.may(right)}
              onChange={(event) => toggle(right, event.currentTarget.checked)}
            />
          ))}
        </div>
      </fieldset>
    </Dialog>
  );
}

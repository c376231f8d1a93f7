import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { invite, setRoles } from '../../api/staff.ts';
import type { Colleague, Role } from '../../api/staff.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Select, TextInput } from '../../parts/fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { settingsWords, staffWords } from './settings-words.ts';

/** A mail with a link that opens an account. */
export function InviteDialog({ roles, onClose }: { roles: readonly Role[]; onClose: () => void }) {
  const t = useWords(staffWords);
  const s = useWords(settingsWords);
  const { language } = useReader();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [locale, setLocale] = useState<'en' | 'de'>(language);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const act = useAct(() => invite({ name: name.trim(), email: email.trim(), locale, roleIds: [...chosen] }), {
    changes: [['staff']],
    says: t.sent,
    onDone: onClose,
    showsFailure: true,
  });
  return (
    <Dialog
      title={t.invite}
      isOpen
      onClose={onClose}
      does={t.send}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={name.trim() === '' || !email.includes('@') || chosen.length === 0}
      failure={act.error}
      consequences={[t.inviteSays]}
    >
      <TextInput
        name="name"
        required
        label={t.name}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        name="email"
        required
        type="email"
        label={t.email}
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Select
        name="locale"
        label={t.language}
        allowDeselect={false}
        data={[
          { value: 'en', label: s.english },
          { value: 'de', label: s.german },
        ]}
        value={locale}
        onChange={(value) => setLocale(value === 'de' ? 'de' : 'en')}
      />
      <RoleChoice roles={roles} chosen={chosen} onChoose={setChosen} />
    </Dialog>
  );
}

export function RolesDialog({
  colleague,
  roles,
  onClose,
}: {
  colleague: Colleague;
  roles: readonly Role[];
  onClose: () => void;
}) {
  const t = useWords(staffWords);
  const [chosen, setChosen] = useState<readonly string[]>(colleague.roleIds);
  const act = useAct(() => setRoles(colleague.id, [...chosen]), {
    changes: [['staff'], ['session']],
    says: t.done,
    onDone: onClose,
    showsFailure: true,
  });
  return (
    <Dialog
      title={`${t.changeRoles}: ${colleague.name}`}
      isOpen
      onClose={onClose}
      does={t.save}
      onDo={() => act.mutate(undefined)}
      isBusy={act.isPending}
      isDisabled={chosen.length === 0}
      failure={act.error}
    >
      <RoleChoice roles={roles} chosen={chosen} onChoose={setChosen} />
    </Dialog>
  );
}

function RoleChoice({
  roles,
  chosen,
  onChoose,
}: {
  roles: readonly Role[];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}) {
  const t = useWords(staffWords);
  return (
    <fieldset className="quantities">
      <legend className="strong">{t.roles}</legend>
      {roles.map((role) => (
        <Checkbox
          key={role.id}
          label={role.name}
          checked={chosen.includes(role.id)}
          onChange={(event) =>
            onChoose(
              event.currentTarget.checked ? [...chosen, role.id] : chosen.filter((id) => id !== role.id),
            )
          }
        />
      ))}
    </fieldset>
  );
}

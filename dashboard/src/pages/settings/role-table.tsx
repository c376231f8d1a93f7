import { Button } from '@mantine/core';
import { useState } from 'react';
import { removeRole } from '../../api/staff.ts';
import type { Role } from '../../api/staff.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useReader, useWords } from '../../words/words.ts';
import { permissionWords } from './permission-words.ts';
import { RoleDialog } from './role-dialog.tsx';
import { roleWords } from './role-words.ts';

/** What each role may do, in words; the shop's own can be made, changed and removed. */
export function RoleTable({ roles }: { roles: readonly Role[] }) {
  const t = useWords(roleWords);
  const { language } = useReader();
  const [edited, setEdited] = useState<Role | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Role | null>(null);
  const remove = useAct(removeRole, {
    changes: [['staff']],
    says: t.removed,
    onDone: () => setLeaving(null),
    showsFailure: true,
  });
  const column = language === 'de' ? 1 : 0;
  const mayDo = (role: Role) =>
    role.permissions.map((right) => permissionWords[right]?.[column] ?? right).join('; ') || t.nothing;
  return (
    <Card
      title={t.rolesCan}
      actions={
        <Button size="xs" variant="default" onClick={() => setEdited('new')}>
          {t.newRole}
        </Button>
      }
    >
      <ul className="lines">
        {roles.map((role) => (
          <li key={role.id}>
            <span className="role-says">
              <span className="strong">{role.name}</span> {role.isShipped ? <Mark>{t.ofHouse}</Mark> : null}
              <br />
              <span className="small soft">{mayDo(role)}</span>
            </span>
            {role.isShipped ? null : (
              <span className="row">
                <Button size="compact-sm" variant="subtle" onClick={() => setEdited(role)}>
                  {t.change}
                </Button>
                <Button size="compact-sm" variant="subtle" color="red" onClick={() => setLeaving(role)}>
                  {t.remove}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {edited ? <RoleDialog role={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      {leaving ? (
        <Dialog
          title={t.removeAsk(leaving.name)}
          isOpen
          onClose={() => {
            setLeaving(null);
            remove.reset();
          }}
          does={t.remove}
          onDo={() => remove.mutate(leaving.id)}
          isBusy={remove.isPending}
          isDangerous
          failure={remove.error}
          consequences={[t.removeWill]}
        />
      ) : null}
    </Card>
  );
}

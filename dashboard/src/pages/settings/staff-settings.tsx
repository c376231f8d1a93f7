import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import {
  invitationsQuery,
  restore,
  rolesQuery,
  staffQuery,
  suspend,
  withdrawInvitation,
} from '../../api/staff.ts';
import type { Colleague } from '../../api/staff.ts';
import { Instant } from '../../format/instant.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/note.tsx';
import { Card } from '../../parts/page.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useWords } from '../../words/words.ts';
import { InviteDialog, RolesDialog } from './staff-dialogs.tsx';
import { RoleTable } from './role-table.tsx';
import { staffWords } from './settings-words.ts';

/** Who works here and what they may do. */
export function StaffSettings() {
  const t = useWords(staffWords);
  const session = useSession();
  const staff = useQuery(staffQuery);
  const roles = useQuery(rolesQuery);
  const invitations = useQuery(invitationsQuery);
  const [isInviting, setInviting] = useState(false);
  const [edited, setEdited] = useState<Colleague | null>(null);
  const [leaving, setLeaving] = useState<Colleague | null>(null);
  const changes = [['staff']];
  const withdraw = useAct(withdrawInvitation, { changes, says: t.done });
  const letIn = useAct(restore, { changes, says: t.done });
  const shutOut = useAct(suspend, {
    changes,
    says: t.done,
    onDone: () => setLeaving(null),
    showsFailure: true,
  });
  const names = new Map((roles.data?.items ?? []).map((role) => [role.id, role.name]));
  const rolesOf = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '…').join(', ');
  return (
    <>
      <Card
        actions={
          <Button size="xs" onClick={() => setInviting(true)}>
            {t.invite}
          </Button>
        }
      >
        <p className="soft">{t.says}</p>
        {staff.error ? <Failure of={staff.error} onRetry={() => void staff.refetch()} /> : null}
        <ul className="lines">
          {staff.data?.items.map((colleague) => (
            <li key={colleague.id}>
              <span>
                <span className="strong">{colleague.name}</span>{' '}
                <span className="soft">{colleague.email}</span>{' '}
                {colleague.id === session.accountId ? <Mark>{t.you}</Mark> : null}
                {colleague.state === 'suspended' ? <Mark tone="red">{t.suspended}</Mark> : null}
                <br />
                <span className="small soft">
                  {rolesOf(colleague.roleIds)} · {t.since} <Instant at={colleague.since} />
                </span>
              </span>
              <span className="row">
                <Button size="compact-sm" variant="subtle" onClick={() => setEdited(colleague)}>
                  {t.changeRoles}
                </Button>
                {colleague.state === 'suspended' ? (
                  <Button size="compact-sm" variant="subtle" onClick={() => letIn.mutate(colleague.id)}>
                    {t.restore}
                  </Button>
                ) : colleague.id === session.accountId ? null : (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    onClick={() => setLeaving(colleague)}
                  >
                    {t.suspend}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {(invitations.data?.items.length ?? 0) > 0 ? (
        <Card title={t.invited}>
          <ul className="lines">
            {invitations.data?.items.map((open) => (
              <li key={open.id}>
                <span>
                  <span className="strong">{open.name}</span> <span className="soft">{open.email}</span>
                  <br />
                  <span className="small soft">
                    {rolesOf(open.roleIds)} · {t.until} <Instant at={open.expiresAt} />
                  </span>
                </span>
                <Button size="compact-sm" variant="subtle" onClick={() => withdraw.mutate(open.id)}>
                  {t.withdraw}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <RoleTable roles={roles.data?.items ?? []} />
      {isInviting ? (
        <InviteDialog roles={roles.data?.items ?? []} onClose={() => setInviting(false)} />
      ) : null}
      {edited ? (
        <RolesDialog colleague={edited} roles={roles.data?.items ?? []} onClose={() => setEdited(null)} />
      ) : null}
      {leaving ? (
        <Dialog
          title={t.suspendAsk(leaving.name)}
          isOpen
          onClose={() => setLeaving(null)}
          does={t.suspend}
          onDo={() => shutOut.mutate(leaving.id)}
          isBusy={shutOut.isPending}
          isDangerous
          failure={shutOut.error}
          consequences={[t.suspendWill]}
        />
      ) : null}
    </>
  );
}

import type { Role } from '../../api/staff.ts';
import { Card } from '../../parts/page.tsx';
import { useReader, useWords } from '../../words/words.ts';
import { permissionWords } from './permission-words.ts';
import { staffWords } from './settings-words.ts';

/** What each role may do, in words. */
export function RoleTable({ roles }: { roles: readonly Role[] }) {
  const t = useWords(staffWords);
  const { language } = useReader();
  const column = language === 'de' ? 1 : 0;
  return (
    <Card title={t.rolesCan}>
      <dl className="facts">
        {roles.map((role) => (
          <div key={role.id}>
            <dt>{role.name}</dt>
            <dd>
              {role.permissions
                .map((permission) => permissionWords[permission]?.[column] ?? permission)
                .join('; ')}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

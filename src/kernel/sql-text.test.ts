import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenRules, statementsOf } from './sql-text.ts';

test('a migration is cut into single statements, whatever its texts and functions contain', () => {
  const migration = `-- a comment; with a semicolon
    create table a (x text default 'one; two'); /* ; */
    create function f() returns void language plpgsql as $body$ begin perform 1; end; $body$;
    insert into a values ('it''s; fine')`;

  const statements = statementsOf(migration);

  assert.equal(statements.length, 3);
  assert.match(statements[1] ?? '', /perform 1; end;/);
});

const forbidden: readonly (readonly [string, RegExp])[] = [
  ['create table x (id serial)', /serial/],
  ['create table x (id bigint generated always as identity)', /identity/],
  ['alter table x add foreign key (a, b) references y (a, b) on delete set null', /SET NULL/],
  ['alter table x add foreign key (a, b) references y (a, b) on update cascade', /ON UPDATE/],
  ['merge into x using y on true when matched then delete', /MERGE/],
  [`select set_config('kontor.tenant', 'x', true)`, /set_config/],
  ['create function f() returns int language sql security definer as $$ select 1 $$', /SECURITY DEFINER/],
  [
    'create function retention.end_rows() returns int language sql as $$ select 1 $$; create function f() returns int language sql security definer as $$ select 1 $$',
    /SECURITY DEFINER/,
  ],
  [
    `create function f() returns trigger language plpgsql as $$ begin perform pg_notify('a', 'b'); return new; end $$`,
    /NOTIFY/,
  ],
];

for (const [statement, because] of forbidden) {
  test(`a migration is refused that would not survive on a cluster: ${statement.slice(0, 60)}`, () => {
    assert.match(brokenRules(statement).join(' '), because);
  });
}

test('the same words in a comment are allowed', () => {
  assert.deepEqual(brokenRules('-- no serial, no merge into\ncreate table x (tenant_id uuid)'), []);
});

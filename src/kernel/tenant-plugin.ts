import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  CamelCasePlugin,
  ColumnNode,
  DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  JoinNode,
  OnNode,
  OperationNodeTransformer,
  OperatorNode,
  PrimitiveValueListNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  UsingNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from 'kysely';
import type {
  KyselyPlugin,
  OperationNode,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryId,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import type { TenantId } from './ids.ts';
import { declaredTables, snakeCase } from './registry.ts';

/**
 * Makes every query of a transaction speak of one tenant: each tenant table named in a select, update, delete or join
 * gets `tenant_id = $n`, each insert gets the column. Row-level security below is the net, this is the filter (rule 3).
 */
export function tenantPlugin(tenant: TenantId): KyselyPlugin {
  const transformer = new TenantTransformer(tenant);
  return {
    transformQuery: (args: PluginTransformQueryArgs): RootOperationNode =>
      transformer.transformNode(args.node, args.queryId),
    transformResult: (args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> =>
      Promise.resolve(args.result),
  };
}

/** SQL names are snake_case, ours camelCase; what is inside JSON values is left alone. */
export const namesPlugin = new CamelCasePlugin({ maintainNestedObjectKeys: true });

interface Named {
  /** How the statement refers to the table: its alias, or its own name. */
  readonly reference: TableNode;
}

function tenantTableIn(node: OperationNode): Named | undefined {
  const aliased = AliasNode.is(node) ? node : undefined;
  const inner = aliased ? aliased.node : node;
  if (!TableNode.is(inner) || !inner.table.schema) return undefined;
  const table = declaredTables().get(`${inner.table.schema.name}.${snakeCase(inner.table.identifier.name)}`);
  if (table?.scope !== 'tenant') return undefined;
  if (!aliased) return { reference: inner };
  return IdentifierNode.is(aliased.alias) ? { reference: TableNode.create(aliased.alias.name) } : undefined;
}

class TenantTransformer extends OperationNodeTransformer {
  readonly #tenant: TenantId;

  constructor(tenant: TenantId) {
    super();
    this.#tenant = tenant;
  }

  protected override transformSelectQuery(node: SelectQueryNode, id: QueryId): SelectQueryNode {
    const query = super.transformSelectQuery(node, id);
    const where = this.#and(query.where, query.from?.froms ?? []);
    return {
      ...query,
      ...(where && { where }),
      ...(query.joins && { joins: query.joins.map((join) => this.#joined(join)) }),
    };
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, id: QueryId): UpdateQueryNode {
    const query = super.transformUpdateQuery(node, id);
    const where = this.#and(query.where, [
      ...(query.table ? [query.table] : []),
      ...(query.from?.froms ?? []),
    ]);
    return {
      ...query,
      ...(where && { where }),
      ...(query.joins && { joins: query.joins.map((join) => this.#joined(join)) }),
    };
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, id: QueryId): DeleteQueryNode {
    const query = super.transformDeleteQuery(node, id);
    const using = query.using && UsingNode.is(query.using) ? query.using.tables : [];
    const where = this.#and(query.where, [...query.from.froms, ...using]);
    return {
      ...query,
      ...(where && { where }),
      ...(query.joins && { joins: query.joins.map((join) => this.#joined(join)) }),
    };
  }

  protected override transformInsertQuery(node: InsertQueryNode, id: QueryId): InsertQueryNode {
    const query = super.transformInsertQuery(node, id);
    if (
      !query.into ||
      !tenantTableIn(query.into) ||
      !query.columns ||
      !query.values ||
      !ValuesNode.is(query.values)
    )
      return query;
    if (query.columns.some((column) => snakeCase(column.column.name) === 'tenant_id')) return query;
    const values = query.values.values.map((row) =>
      ValueListNode.is(row)
        ? ValueListNode.create([ValueNode.create(this.#tenant), ...row.values])
        : PrimitiveValueListNode.create([this.#tenant, ...row.values]),
    );
    return {
      ...query,
      columns: [ColumnNode.create('tenant_id'), ...query.columns],
      values: ValuesNode.create(values),
    };
  }

  #and(where: WhereNode | undefined, tables: readonly OperationNode[]): WhereNode | undefined {
    let result = where;
    for (const table of tables) {
      const named = tenantTableIn(table);
      if (!named) continue;
      const mine = this.#isMine(named);
      result = WhereNode.create(result ? AndNode.create(mine, result.where) : mine);
    }
    return result;
  }

  #joined(join: JoinNode): JoinNode {
    const named = tenantTableIn(join.table);
    if (!named) return join;
    const mine = this.#isMine(named);
    return { ...join, on: OnNode.create(join.on ? AndNode.create(mine, join.on.on) : mine) };
  }

  #isMine({ reference }: Named): OperationNode {
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create('tenant_id'), reference),
      OperatorNode.create('='),
      ValueNode.create(this.#tenant),
    );
  }
}

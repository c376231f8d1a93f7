import type { DataMap } from '../../api/policy.ts';
import { useWords } from '../../words/words.ts';
import { columns, edgeId, graphOf, litBy } from './map-graph.ts';
import type { Column, MapNode } from './map-graph.ts';
import { policyWords } from './policy-words.ts';
import { useMapWords } from './use-map-words.ts';

const widths: Readonly<Record<Column, number>> = {
  subject: 150,
  category: 166,
  table: 166,
  purpose: 200,
  company: 144,
};
const gap = 28;
const rowHeight = 30;
const headHeight = 34;
/** Units: drawn points; wide letters are narrower than this. */
const letterWidth = 6.4;

interface Placed extends MapNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const leftOf = (column: Column): number =>
  columns.slice(0, columns.indexOf(column)).reduce((sum, one) => sum + widths[one] + gap, 0);

function place(nodes: readonly MapNode[]): Map<string, Placed> {
  const placed = columns.flatMap((column) =>
    nodes
      .filter((node) => node.column === column)
      .map((node, row): Placed => ({
        ...node,
        x: leftOf(column),
        y: headHeight + row * rowHeight,
        width: widths[column],
      })),
  );
  return new Map(placed.map((node) => [node.id, node]));
}

/** What fits into its box; the whole of it is in the tooltip and in the name that is read out. */
function short({ says, width }: Placed): string {
  const most = Math.floor((width - 16) / letterWidth);
  return says.length > most ? `${says.slice(0, most - 1)}…` : says;
}

/** A line that leaves to the right and arrives from the left. */
function curve(from: Placed, to: Placed): string {
  const middle = rowHeight / 2 - 2;
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + middle, to.x, to.y + middle];
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

interface DrawingProps {
  map: DataMap;
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

/** Whose data, which kind, where it lies, what for and who gets it; choosing one lights what hangs together. */
export function MapDrawing({ map, chosen, onChoose }: DrawingProps) {
  const t = useWords(policyWords);
  const { nodes, edges } = graphOf(map, useMapWords());
  const places = place(nodes);
  const lit = litBy(map, chosen);
  const rows = Math.max(...columns.map((one) => nodes.filter(({ column }) => column === one).length));
  const width = leftOf('company') + widths.company;
  const height = headHeight + rows * rowHeight;
  return (
    <div className="map-scroll" tabIndex={0} role="region" aria-label={t.map}>
      <svg
        className={chosen === undefined ? 'map' : 'map map-chosen'}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t.map}
      >
        {columns.map((column) => (
          <text key={column} className="map-head" x={leftOf(column)} y={14}>
            {t[column]}
          </text>
        ))}
        <g aria-hidden>
          {edges.map((edge) => {
            const [from, to] = [places.get(edge.from), places.get(edge.to)];
            return from && to ? (
              <path
                key={edgeId(edge)}
                className={lit.edges.has(edgeId(edge)) ? 'map-line map-lit' : 'map-line'}
                d={curve(from, to)}
              />
            ) : null;
          })}
        </g>
        {[...places.values()].map((node) => (
          <g
            key={node.id}
            className={[
              'map-node',
              `map-${node.column}`,
              lit.nodes.has(node.id) ? 'map-lit' : '',
              node.id === chosen ? 'map-here' : '',
            ].join(' ')}
            role="button"
            tabIndex={0}
            aria-pressed={node.id === chosen}
            aria-label={`${t[node.column]}: ${node.says}`}
            onClick={() => onChoose(node.id === chosen ? undefined : node.id)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onChoose(node.id === chosen ? undefined : node.id);
            }}
          >
            <title>{node.says}</title>
            <rect x={node.x} y={node.y} width={node.width} height={rowHeight - 4} rx={6} />
            <text x={node.x + 8} y={node.y + 17}>
              {short(node)}
            </text>
          </g>
        ))}
        {map.recipients.length === 0 ? (
          <text className="map-nobody" x={leftOf('company')} y={headHeight + 17}>
            {t.nobody}
          </text>
        ) : null}
      </svg>
    </div>
  );
}

/** Writes the life of customer-service documents as Markdown, out of the tables that the guards ask. */
import {
  isClosed, openings, serviceStatuses, serviceTransitions, serviceTypes, type ServiceRequirement, type ServiceType,
} from '../src/customer-service/customer-service.lifecycle.ts';

const requirements: Readonly<Record<ServiceRequirement, string>> = {
  GOODS_NOT_SENT: 'goods not on their way', NO_MONEY_OUT: 'no money paid out', MONEY_TO_PAY_OUT: 'something left to pay out', REFUND_REFUSED: 'a gateway has refused', MONEY_ALL_OUT: 'all money has gone back',
  SUPPLEMENT_PAID: 'what it costs on top is paid', REPLACEMENT_WITHHELD: 'nothing sent in exchange', REPLACEMENT_SHIPPED: 'sent in exchange',
};

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const rowsOf = (type: ServiceType) => serviceTransitions.filter(({ types }) => types.includes(type));

/** Steps that lead nowhere are in the table only. */
function diagram(type: ServiceType): string {
  const rows = rowsOf(type).filter(({ from, to }) => from !== to);
  const arrows = new Map<string, string[]>();
  for (const { from, to, action } of rows) arrows.set(`  ${from} --> ${to}`, [...(arrows.get(`  ${from} --> ${to}`) ?? []), action]);
  const ends = [...new Set(rows.map(({ to }) => to))].filter(isClosed);
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> CREATED: opened', ...[...arrows].map(([arrow, actions]) => `${arrow}: ${actions.join('<br>')}`), ...ends.map((end) => `  ${end} --> [*]`), '```'].join('\n');
}

const section = (type: ServiceType): string => [
  `### ${type}`, serviceTypes[type],
  diagram(type),
  tableOf(['Action', 'From', 'To', 'Who may', 'Needs', 'Stamps'], rowsOf(type).map(({ action, from, to, by, requires = [], stamps = [] }) =>
    [action, from, to, by.join(', '), requires.map((one) => requirements[one]).join(', '), stamps.map((stamp) => `\`${stamp}\``).join(', ')])),
].join('\n\n');

export const serviceLifecycleMarkdown = (): string => [
  '## Customer service',
  'When one may be opened, by where the order’s goods are:',
  tableOf(['Type', 'While', 'Who may', 'Needs'], openings.map(({ type, from, by, requires = [] }) => [type, from, by.join(', '), requires.length > 0 ? 'within `RETURN_WITHIN_SECONDS`' : ''])),
  ...(Object.keys(serviceTypes) as ServiceType[]).map(section),
  tableOf(['Status', 'Meaning'], Object.entries(serviceStatuses)),
].join('\n\n');

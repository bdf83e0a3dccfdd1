import { expect, test } from 'vitest';
import { lifecycleMarkdown, withLifecycle } from '../../scripts/lifecycle-markdown.ts';
import { serviceTransitions } from '../../src/customer-service/customer-service.lifecycle.ts';
import { transitions } from '../../src/orders/order.lifecycle.ts';
import { blocksOf, documentAt } from '../support/documents.ts';

test('docs/lifecycle.md is what "npm run lifecycle" writes', () => {
  const { text } = documentAt('docs/lifecycle.md');
  expect(withLifecycle(text)).toBe(text);
});

test('each transition stands at an arrow of its own two states in the diagram of every way of selling or type of document that has it', () => {
  const drawn = blocksOf(lifecycleMarkdown()).filter(({ language }) => language === 'mermaid').flatMap(({ content }) => {
    const arrows = content.split('\n').flatMap((line) => /^ {2}([A-Z_]+ --> [A-Z_]+): (.*)$/.exec(line)?.slice(1) as [string, string] | undefined ?? []);
    const states = arrows.filter((_, index) => index % 2 === 0);
    expect(new Set(states).size, 'Mermaid draws only one of several loops on a state').toBe(states.length);
    return arrows.flatMap((text, index) => (index % 2 === 0 ? [] : text.split('<br>').map((step) => `${arrows[index - 1]}: ${step.split(' ')[0]}`)));
  });
  const orders = transitions.flatMap(({ action, from, to, deliveries }) => deliveries.map(() => `${from} --> ${to}: ${action}`));
  const documents = serviceTransitions.filter(({ from, to }) => from !== to).flatMap(({ action, from, to, types }) => types.map(() => `${from} --> ${to}: ${action}`));
  expect(drawn.toSorted()).toEqual([...orders, ...documents].toSorted());
});

test('a document without the place for the lifecycle is refused', () => {
  expect(() => withLifecycle('# Something else\n')).toThrow('needs these two lines');
});

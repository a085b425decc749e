import { expect, test } from 'vitest';
import { development, synthesized } from '../stage-fixture.ts';

const { templates } = synthesized(development);

// A bundle's name is a hash of its content, which is not what a template says.
const withoutHashes = (template: object): unknown =>
  JSON.parse(JSON.stringify(template).replaceAll(/[0-9a-f]{64}/g, '[hash]'));

test.each(Object.entries(templates))('the %s stack says what it said before', (_, template) => {
  expect(withoutHashes(template.toJSON())).toMatchSnapshot();
});

import { expect, test } from 'vitest';
import { routeTable } from '../../../../infra/local/gateway/routes.ts';

const find = routeTable(
  [
    '$default',
    'GET /api/rounds/{id}',
    'GET /api/rounds/open',
    'ANY /api/{rest+}',
    'POST /api/rounds/{id}/publish',
  ].map((key) => ({ key, target: key })),
);

test.each([
  ['GET', '/api/rounds/open', 'GET /api/rounds/open', {}],
  ['GET', '/api/rounds/a%20b', 'GET /api/rounds/{id}', { id: 'a b' }],
  ['POST', '/api/rounds/1/publish', 'POST /api/rounds/{id}/publish', { id: '1' }],
  ['DELETE', '/api/rounds/1', 'ANY /api/{rest+}', { rest: 'rounds/1' }],
  ['GET', '/', '$default', {}],
])('%s %s goes to %s', (method, path, key, pathParameters) => {
  expect(find(method, path)).toEqual({ route: { key, target: key }, pathParameters });
});

test('without a default route, an unknown path has none', () => {
  expect(routeTable([{ key: 'GET /a', target: 1 }])('GET', '/b')).toBeUndefined();
});

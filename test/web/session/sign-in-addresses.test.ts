import { expect, test } from 'vitest';
import { signInPaths } from '../../../infra/constructs/sign-in.ts';
import { callbackPath } from '../../../web/session/sign-in-addresses.ts';

test('the provider is told of the very address the site is called back on', () => {
  expect(callbackPath).toBe(signInPaths.callback);
});

import { expect, test } from 'vitest';
import { signInPaths } from '../../../infra/constructs/sign-in.ts';
import { ownPath } from '../../../web/session/sign-in.ts';
import { callbackPath } from '../../../web/session/sign-in-addresses.ts';

test('the provider is told of the very address the site is called back on', () => {
  expect(callbackPath).toBe(signInPaths.callback);
});

test('a destination that names its language leads to the page, in the language of the sign-in', () => {
  expect(ownPath('/ja/my?a=1')).toBe('/my?a=1');
  expect(ownPath('/ja//elsewhere')).toBeUndefined();
  expect(ownPath('/en/sign-in')).toBeUndefined();
});

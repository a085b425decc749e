import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageProblem } from '../../infra/command/input-error.ts';
import { runVerify } from '../../infra/verify-receipt/run-verify.ts';
import { submitApplication } from '../../shared/applications/submit-application.ts';
import { viewReceipt } from '../../shared/applications/view-receipt.ts';
import { atNoon } from '../support/accounts-fakes.ts';
import { fakeApplication, owner } from '../support/applications-fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'shimai-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const of = { applicationId: 'app-1' };
const sent = async () => {
  const world = fakeApplication({ signOff: 'given' });
  await submitApplication(world)(owner, of, atNoon);
  const sheet = await viewReceipt(world)(owner, of, atNoon);
  if (!sheet.ok) throw new Error('there is no receipt');
  return sheet.value;
};
let sheet: Awaited<ReturnType<typeof sent>>;
beforeAll(async () => {
  sheet = await sent();
});

test('the downloaded file matches by its SHA-256 and by a receipt', () => {
  const file = put('sent.json', sheet.snapshot);
  const receipt = put('receipt.json', JSON.stringify({ ...sheet, snapshot: undefined }));
  for (const by of [
    ['--sha256', sheet.sha256.toUpperCase()],
    ['--receipt', receipt],
  ]) {
    const { exitCode, text } = runVerify([file, ...by]);
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^MATCHES the receipt\.\nApplication {2}SHM-APP1, submission 1, of /);
    expect(text).toMatch(/\d+ personal details, each as a salted digest/);
  }
});

test('a file that another program wrote again still matches: only what it says counts', () => {
  const parsed = JSON.parse(sheet.snapshot);
  const turned = Object.fromEntries(Object.entries(parsed).toReversed());
  const file = put('again.json', `\uFEFF${JSON.stringify(turned, null, 2)}\r\n`);
  expect(runVerify([file, '--sha256', sheet.sha256]).exitCode).toBe(0);
});

test('one letter changed does not match, nor does another receipt’s number or instant', () => {
  const changed = put('changed.json', sheet.snapshot.replace('Musicians', 'musicians'));
  expect(runVerify([changed, '--sha256', sheet.sha256])).toMatchObject({ exitCode: 1 });
  const file = put('right.json', sheet.snapshot);
  for (const other of [{ number: 'SHM-OTHER' }, { no: 2 }, { at: '2027-01-01T00:00:00.000Z' }]) {
    const { sha256 } = sheet;
    const receipt = put('other.json', JSON.stringify({ sha256, ...other }));
    expect(runVerify([file, '--receipt', receipt])).toMatchObject({ exitCode: 1 });
  }
});

test('the API’s answer of a receipt holds both and needs nothing else', () => {
  expect(runVerify([put('sheet.json', JSON.stringify(sheet))]).exitCode).toBe(0);
  const forged = { ...sheet, snapshot: sheet.snapshot.replace('Musicians', 'Nobody') };
  expect(runVerify([put('forged.json', JSON.stringify(forged))]).exitCode).toBe(1);
});

test('without anything to compare it says the SHA-256, and never that it matches', () => {
  const { exitCode, text } = runVerify([put('alone.json', sheet.snapshot)]);
  expect(exitCode).toBe(2);
  expect(text).toContain(sheet.sha256);
  expect(text).not.toMatch(/^MATCHES/);
});

test('what is no snapshot, no receipt or no such file is said by name', () => {
  const file = put('fine.json', sheet.snapshot);
  const calls = [
    [],
    [put('no.json', 'Dear staff')],
    [put('list.json', '[1]')],
    [join(folder, 'gone.json')],
    [file, '--sha256', 'abc'],
    [file, '--receipt', put('empty.json', '{}')],
    [file, '--sha256', sheet.sha256, '--receipt', file],
    [file, '--unknown'],
  ];
  for (const args of calls) expect(() => runVerify(args), args.join(' ')).toThrow(UsageProblem);
});

test('the command says it in words and in its exit code', () => {
  const run = (...args: string[]) =>
    spawnSync('npm', ['run', '-s', 'verify-receipt', '--', ...args], { encoding: 'utf8' });
  const file = put('by-command.json', sheet.snapshot);
  expect(run(file, '--sha256', sheet.sha256)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('MATCHES the receipt.'),
  });
  expect(run(file, '--sha256', 'f'.repeat(64)).status).toBe(1);
  expect(run(file)).toMatchObject({ status: 2 });
  expect(run(join(folder, 'gone.json'))).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/cannot be read\n\nnpm/),
  });
});

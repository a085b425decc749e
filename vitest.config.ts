import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    // No test changes a module's state: one loading of all modules for each worker halves the time.
    isolate: false,
    expect: { requireAssertions: true },
    // A busy machine is no reason to fail: nothing here asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // functions/*.ts build their container when loaded, as Lambda does; no call leaves the machine.
    env: {
      TABLE_NAME: 'shimai',
      AWS_REGION: 'us-east-1',
      ORIGIN_SECRET: 'origin-secret-of-the-tests',
      SEAL_KEY: 'seal-key-of-the-tests',
      PUBLIC_ORIGIN: 'http://localhost:3000',
      FILES_BUCKET: 'files',
      MAIL_FROM: 'shimai@program.example',
      MAIL_QUEUE_URL: 'http://127.0.0.1/mail',
      JOB_QUEUE_URL: 'http://127.0.0.1/job',
      OPTIMISE_QUEUE_URL: 'http://127.0.0.1/optimise',
      FILES_QUEUE_URL: 'http://127.0.0.1/files',
      ROSTER_QUEUE_URL: 'http://127.0.0.1/roster',
      EXPORT_QUEUE_URL: 'http://127.0.0.1/export',
      OIDC_ISSUER: 'http://127.0.0.1/issuer',
      OIDC_CLIENT_ID: 'web',
      OIDC_LOGOUT_URL: '',
    },
  },
});

import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { unusedSchemas } from '../../../infra/build/unused-schemas.ts';

const contents = `import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
  export const command = new GetObjectCommand({ Bucket: 'b', Key: 'k' });
  export const client = S3Client;`;

const bundle = async (plugins: Parameters<typeof build>[0]['plugins']) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    plugins: plugins ?? [],
  });
  return outputFiles?.[0]?.text ?? '';
};

test('operations nobody calls leave the bundle, and those that are called stay whole', async () => {
  const [all, lean] = await Promise.all([bundle([]), bundle([unusedSchemas])]);
  expect(all).toContain('PutBucketCorsRequest');
  expect(lean).not.toContain('/?cors');
  expect(lean).toContain('x-id=GetObject');
  expect(lean.length).toBeLessThan(all.length - 50_000);
});

import type { Context } from 'hono';
import type { Failure } from '../shared/failures.ts';
import type { Result } from '../shared/kernel/result.ts';
import { FileWithheldPage } from './components/file-withheld.tsx';
import { render } from './respond.tsx';
import { type Site, viewOf } from './view.ts';

/** On to the file itself, or why it opens for nobody yet; whoever may not read it finds nothing. */
export const openFile = (c: Context<Site>, opened: Result<{ address: string }, Failure>, back: string) => {
  if (opened.ok) return c.redirect(opened.value.address, 303);
  const { failure } = opened;
  if (failure.kind !== 'file-withheld') return c.notFound();
  return render(c, <FileWithheldPage view={viewOf(c)} scan={failure.scan} back={back} />, failure);
};

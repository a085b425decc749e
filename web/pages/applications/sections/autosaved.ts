import type { SectionId } from '../../../../shared/applications/application.ts';
import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { Saved } from '../../../../shared/applications/save-section.ts';
import { formOf } from '../../../../shared/applications/sections/forms.ts';
import { markOf, writtenBase } from '../../../../shared/applications/sections/section-base.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import type { Typed } from '../../../components/form/typed.ts';
import type { View } from '../../../view.ts';
import { changedNames, mergeWords } from './editors.tsx';
import { flat } from './section-data.ts';

type Of = {
  view: View;
  /** The application as it stands after a merge. */
  seen: Pick<ApplicationView, 'editors' | 'round'> | undefined;
  id: SectionId;
  typed: Typed;
  mine: SectionData;
  saved: Saved;
};

/**
 * The answer to a form that saves by itself. `base` is what it sent: from there its next save is told apart from what
 * others do. After a merge `merged` says whose changes came in, and what stands now; `fields` are there where each has
 * its place on the page. A form that has shown them goes on from `merged.version` and `merged.base`.
 */
export const autosaved = ({ view, seen, id, typed, mine, saved }: Of) => {
  const { version, savedAt, merged } = saved;
  const own = { savedAt, base: writtenBase(mine) };
  if (!merged || !seen) return { ...own, version };
  const form = formOf(id, seen.round);
  const [before, after] = [flat(form, mine), flat(form, merged.data)];
  const names = changedNames(seen, { id }, { before: mine, after: merged.data });
  // Rows that were added, removed or left blank between have another number here than on the page.
  const isInPlace =
    Object.keys(after).every((name) => name in before) &&
    Object.keys(before).every((name) => name in after) &&
    Object.entries(before).every(([name, text]) => !name.includes('.') || typed.text(name) === text);
  const changed = Object.entries(after).filter(([name, text]) => markOf(before[name] ?? '') !== markOf(text));
  return {
    ...own,
    merged: {
      version,
      base: writtenBase(merged.data),
      words: mergeWords({ view, seen, section: { id }, by: merged.by, at: merged.at, names }),
      ...(isInPlace && { fields: changed }),
    },
  };
};

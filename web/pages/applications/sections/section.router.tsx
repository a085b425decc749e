import { type Context, Hono } from 'hono';
import { type SectionId, sectionIds } from '../../../../shared/applications/application.ts';
import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { fileAnswerProblems } from '../../../../shared/applications/attachment-problems.ts';
import { noTerms, formOf as sectionFormOf } from '../../../../shared/applications/sections/forms.ts';
import { mergeSections } from '../../../../shared/applications/sections/merge-sections.ts';
import { readBase } from '../../../../shared/applications/sections/section-base.ts';
import { type SectionData, textOf } from '../../../../shared/applications/sections/section-form.ts';
import { type Failure, failures } from '../../../../shared/failures.ts';
import { askedQuestions, chosenIn } from '../../../../shared/programs/extra-question.ts';
import { idOf } from '../../../components/form/form-state.ts';
import { type Typed, typedFrom } from '../../../components/form/typed.ts';
import { render, seeOther } from '../../../respond.tsx';
import { type Site, viewOf } from '../../../view.ts';
import { AttachmentsPart } from '../files/attachments-part.tsx';
import { SectionReadPage } from '../reading/section-read-page.tsx';
import { filesAlone } from '../reading/shown-files.ts';
import { isHeld, pathOf } from '../task-stops.ts';
import type { ApplicationUseCases } from '../use-cases.ts';
import { autosaved } from './autosaved.ts';
import { isSettling, settled } from './clash.ts';
import { ClashPage } from './clash-page.tsx';
import { changedNames } from './editors.tsx';
import { EligibilityPart } from './eligibility-part.tsx';
import { inSight } from './question-parts.tsx';
import { nextSection } from './section-acts.tsx';
import { type Command, commandOf, dataOf, placeOf } from './section-data.ts';
import { SectionPage } from './section-page.tsx';

type UseCases = Pick<ApplicationUseCases, 'viewApplication' | 'saveSection'>;
type Asked = { seen: ApplicationView; section: ApplicationView['sections'][number] };

const sectionId = (text: string): SectionId | undefined => sectionIds.find((id) => id === text);
const address = '/applications/:id/:section';

/** The id of a row's first question, where one goes on writing. */
const firstField = ({ round }: ApplicationView, { id }: Asked['section'], list: string, place: number) => {
  const columns = sectionFormOf(id, round).lists[list];
  return idOf(`${list}.${place}.${Object.keys(columns?.fields ?? {})[0] ?? ''}`);
};

/** A question that these answers lead to and that did not stand in sight when they were given. */
const notSeenYet = ({ round }: ApplicationView, { id }: Asked['section'], typed: Typed, data: SectionData) =>
  id === 'questions' && typed.has('asked')
    ? inSight(round.extraQuestions, data).find((one) => !chosenIn(typed.text('asked')).includes(one))
    : undefined;

/** Whether files are missing that no text tells of: those alone, and those that answer what these answers lead to. */
const lacksFiles = ({ seen, section }: Asked, data: SectionData): boolean =>
  section.id === 'questions'
    ? fileAnswerProblems(seen.attachments, askedQuestions(seen.round.extraQuestions, data)).length > 0
    : section.id === 'attachments' && filesAlone(seen).length === 0 && textOf(data, 'none') !== 'yes';

type Sent = {
  readonly typed: Typed;
  readonly data: SectionData;
  readonly command: Command;
  readonly complete: boolean;
};

/** Where a saved page leads: the row asked for, the problems that are left, the next section or the list. */
const afterSaving = ({ seen, section }: Asked, { typed, data, command, complete }: Sent): string => {
  const own = pathOf(seen.application.id, section.id);
  switch (command.kind) {
    case 'add': {
      const place = placeOf(typed, command.list, Number.POSITIVE_INFINITY);
      return `${own}?open=${command.list}#${firstField(seen, section, command.list, place)}`;
    }
    case 'open': {
      const place = placeOf(typed, command.list, command.at);
      return `${own}?open=${command.list}.${place}#${firstField(seen, section, command.list, place)}`;
    }
    case 'remove':
      return `${own}#${command.list}`;
    case 'file':
      return `${pathOf(seen.application.id, 'files/new')}?question=${command.question}`;
    case 'return':
      return pathOf(seen.application.id);
    case 'continue': {
      const unseen = notSeenYet(seen, section, typed, data);
      if (unseen) return `${own}#${idOf(unseen)}`;
      return complete
        ? pathOf(seen.application.id, nextSection(seen, section.id) ?? 'check')
        : `${own}?check=1`;
    }
  }
};

/** What a save was put together with, as its redirect says. */
const mergedOf = (c: Context<Site>) => {
  const names = c.req.query('merged');
  return names ? { by: c.req.query('by') ?? '', names: names.split(' ') } : undefined;
};

/** Every section's page. What is typed is saved as it is; only what a draft cannot hold comes back with 400. */
export const sectionPages = ({ viewApplication, saveSection }: UseCases) => {
  const find = async (c: Context<Site>): Promise<Asked | Failure> => {
    const { actor, call } = viewOf(c);
    const id = sectionId(c.req.param('section') ?? '');
    const seen = await viewApplication(actor, { applicationId: c.req.param('id') ?? '' }, call);
    if (!seen.ok) return seen.failure;
    const section = seen.value.sections.find((one) => one.id === id);
    return section ? { seen: seen.value, section } : { kind: 'not-found' };
  };

  const page = (
    c: Context<Site>,
    { seen, section }: Asked,
    over: { data?: SectionData; failure?: Failure } = {},
  ) => {
    const view = viewOf(c);
    if (!isHeld(seen) && seen.application.submission && !over.failure)
      return seeOther(c, `${pathOf(seen.application.id, 'submitted')}#${section.id}`);
    if (!seen.actions.includes('edit') && !over.failure)
      return render(c, <SectionReadPage view={view} seen={seen} section={section} />);
    // What an ended sign-in kept from being sent stands here again, not yet saved.
    const kept = view.returned ? dataOf(sectionFormOf(section.id, seen.round), view.typed) : section.data;
    return render(
      c,
      <SectionPage
        view={view}
        seen={seen}
        section={section}
        data={over.data ?? kept}
        failure={over.failure}
        checked={c.req.query('check') !== undefined}
        open={c.req.query('open')}
        merged={mergedOf(c)}
      >
        {section.id === 'attachments' && <AttachmentsPart view={view} seen={seen} />}
        {section.id === 'eligibility' && <EligibilityPart view={view} seen={seen} data={section.data} />}
        {section.id === 'budget' && (
          <p class="gap-2">
            <a class="tap" href={view.href(pathOf(seen.application.id, 'budget/file'))}>
              {view.t('forms.csv.link')}
            </a>
          </p>
        )}
      </SectionPage>,
      over.failure,
    );
  };

  const clash = async (c: Context<Site>, typed: Typed, mine: SectionData, failure: Failure) => {
    const now = await find(c);
    if ('kind' in now) return c.notFound();
    const { seen, section } = now;
    const form = sectionFormOf(section.id, seen.round);
    const merge = mergeSections(form, { base: readBase(typed.text('base')), mine, theirs: section.data });
    return render(c, <ClashPage view={viewOf(c)} seen={seen} section={section} merge={merge} />, failure);
  };

  /** Written while one went on writing, so it says what the form needs to go on from there. */
  const saveAlone = async (c: Context<Site>, id: SectionId, typed: Typed) => {
    const { data, saved } = await save(c, id, typed);
    if (!saved.ok) return c.json(saved.failure, failures[saved.failure.kind].status);
    const now = saved.value.merged ? await find(c) : undefined;
    const seen = now && 'seen' in now ? now.seen : undefined;
    return c.json(autosaved({ view: viewOf(c), seen, id, typed, mine: data, saved: saved.value }));
  };

  /** Saved as it is typed; who may and what fits is for the use case to say, so nothing is read before. */
  const save = async (c: Context<Site>, id: SectionId, typed: Typed) => {
    const { actor, call } = viewOf(c);
    // Lists are the same in every round; only the further questions differ, and those the draft's schema knows.
    const data = dataOf(sectionFormOf(id, noTerms), typed, commandOf(typed));
    const version = /^\d{1,9}$/.test(typed.text('version')) ? Number(typed.text('version')) : 0;
    const base = readBase(typed.text('base'));
    const input = { applicationId: c.req.param('id') ?? '', sectionId: id, version, data, base };
    return { data, saved: await saveSection(actor, input, call) };
  };

  return new Hono<Site>()
    .get(address, async (c, next) => {
      if (!sectionId(c.req.param('section'))) return next();
      const asked = await find(c);
      return 'kind' in asked ? c.notFound() : page(c, asked);
    })
    .post(address, async (c, next) => {
      const id = sectionId(c.req.param('section'));
      if (!id) return next();
      const sent = viewOf(c).typed;
      const typed = isSettling(sent) ? typedFrom(settled(sent)) : sent;
      if (c.req.header('x-autosave') !== undefined) {
        return saveAlone(c, id, typed);
      }
      const [asked, { data, saved }] = await Promise.all([find(c), save(c, id, typed)]);
      if ('kind' in asked) return c.notFound();
      if (saved.ok && saved.value.merged) {
        const { by, data: after } = saved.value.merged;
        const names = changedNames(asked.seen, asked.section, { before: data, after });
        const query = new URLSearchParams({ merged: names.join(' '), by });
        return seeOther(c, `${pathOf(asked.seen.application.id, id)}?${query}`);
      }
      if (saved.ok) {
        const read = sectionFormOf(id, asked.seen.round).complete(data);
        const complete = read.ok && !lacksFiles(asked, data);
        return seeOther(c, afterSaving(asked, { typed, data, command: commandOf(typed), complete }));
      }
      const { failure } = saved;
      if (failure.kind === 'stale' || failure.kind === 'conflict') return clash(c, typed, data, failure);
      return failure.kind === 'not-found' ? c.notFound() : page(c, asked, { data, failure });
    });
};

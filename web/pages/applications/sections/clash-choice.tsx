import type { Child } from 'hono/jsx';
import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { Field } from '../../../../shared/applications/sections/field.ts';
import { formOf as sectionFormOf } from '../../../../shared/applications/sections/forms.ts';
import type { Clash, SectionMerge } from '../../../../shared/applications/sections/merge-sections.ts';
import { idOf } from '../../../components/form/form-state.ts';
import type { View } from '../../../view.ts';
import { type Asked, joined, labelOf, listName, partsOf } from '../words.ts';
import { answerText, rowNote, rowTitle } from './row-summary.ts';
import { rowsIn } from './section-data.ts';

export type ClashProps = {
  view: View;
  seen: ApplicationView;
  /** As it stands now. */
  section: ApplicationView['sections'][number];
  merge: SectionMerge;
};
type Side = 'mine' | 'theirs';
type AnswerClash = Extract<Clash, { kind: 'answer' }>;
type RowsClash = Extract<Clash, { kind: 'rows' }>;

const askedOf = ({ seen, section }: ClashProps): Asked => ({
  section: section.id,
  questions: seen.round.extraQuestions,
});

const Pick = ({ view, what, side, children }: { view: View; what: string; side: Side; children: Child }) => (
  <label>
    <input
      type="radio"
      id={`${idOf(what)}-${side}`}
      name={`choose:${what}`}
      value={side}
      checked={side === 'mine'}
    />
    <span>
      <small>{view.t(`applications.clash.${side}`)}</small>
      {children}
    </span>
  </label>
);

/** Texts can be joined by hand; of a choice, a day or an amount there is one. */
const mayJoin = (field: Field | undefined) => field?.control === 'prose' || field?.control === 'line';

const Join = ({ view, clash, field }: { view: View; clash: AnswerClash; field: Field | undefined }) => {
  const { name, mine, theirs } = clash;
  const id = `${idOf(name)}-joined`;
  return (
    <div class="gap-2" data-join="">
      <label class="check">
        <input type="radio" id={id} name={`choose:${name}`} value="joined" />
        <span>{view.t('writing.clash.join')}</span>
      </label>
      <textarea
        name={`joined:${name}:${name}`}
        rows={field?.control === 'prose' ? 8 : 2}
        aria-label={view.t('writing.clash.join')}
      >
        {[mine, theirs].join(field?.control === 'prose' ? '\n\n' : ' ')}
      </textarea>
    </div>
  );
};

/** One answer on which two editors differ. */
export const AnswerChoice = ({ clash, ...props }: ClashProps & { clash: AnswerClash }) => {
  const { view, seen, section } = props;
  const { name } = clash;
  const { list, field } = partsOf(name);
  const form = sectionFormOf(section.id, seen.round);
  const question = list ? form.lists[list]?.fields[field] : form.fields[name];
  const said = (typed: string) =>
    (question ? answerText(view, { section: section.id, path: name, field: question, typed }) : typed) ||
    view.t('applications.clash.empty');
  return (
    <fieldset class="clash">
      <legend class="label">{labelOf(view, askedOf(props))(name)}</legend>
      <div class="pick">
        {(['mine', 'theirs'] as const).map((side) => (
          <Pick view={view} what={name} side={side}>
            <blockquote>{said(clash[side])}</blockquote>
          </Pick>
        ))}
      </div>
      {(['mine', 'theirs'] as const).map((side) => (
        <input type="hidden" name={`${side}:${name}:${name}`} value={clash[side]} />
      ))}
      {mayJoin(question) && <Join view={view} clash={clash} field={question} />}
    </fieldset>
  );
};

/** Where a row of the merged list comes from, if that is for a person to say. */
export const sideOf = (clashes: readonly Clash[], list: string, at: number) => {
  for (const clash of clashes) {
    if (clash.kind !== 'rows' || clash.list !== list || at < clash.at) continue;
    if (at < clash.at + clash.mine) return { side: 'mine', what: whatOf(clash) } as const;
    if (at < clash.at + clash.mine + clash.theirs) return { side: 'theirs', what: whatOf(clash) } as const;
  }
  return undefined;
};
const whatOf = ({ list, at }: RowsClash) => `${list}@${at}`;

/** Rows that both changed: one side's, the other's, or all of them one after another. */
export const RowsChoice = ({ clash, ...props }: ClashProps & { clash: RowsClash }) => {
  const { view, seen, section, merge } = props;
  const { list, at, mine, theirs } = clash;
  const columns = sectionFormOf(section.id, seen.round).lists[list];
  const rows = rowsIn(merge.data, list);
  const what = whatOf(clash);
  const some = { mine: rows.slice(at, at + mine), theirs: rows.slice(at + mine, at + mine + theirs) };
  const mayKeepBoth = mine > 0 && theirs > 0 && rows.length <= (columns?.atMost ?? 0);
  return (
    <fieldset class="clash">
      <legend class="label">{listName(view, section.id, list)}</legend>
      <div class="pick">
        {(['mine', 'theirs'] as const).map((side) => (
          <Pick view={view} what={what} side={side}>
            {some[side].length === 0 && <blockquote>{view.t('writing.clash.removed')}</blockquote>}
            {some[side].map((row) => {
              const of = { section: section.id, list, fields: columns?.fields ?? {}, row };
              return <blockquote>{joined(view, [rowTitle(view, of), rowNote(view, of)])}</blockquote>;
            })}
          </Pick>
        ))}
      </div>
      {mayKeepBoth && (
        <label class="check gap-1">
          <input type="radio" id={`${idOf(what)}-both`} name={`choose:${what}`} value="both" />
          <span>{view.t('writing.clash.both')}</span>
        </label>
      )}
    </fieldset>
  );
};

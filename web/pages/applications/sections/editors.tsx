import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { formOf as sectionFormOf } from '../../../../shared/applications/sections/forms.ts';
import { markOf } from '../../../../shared/applications/sections/section-base.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import { Notice } from '../../../components/notice.tsx';
import type { View } from '../../../view.ts';
import { joined, labelOf, listName, partsOf } from '../words.ts';
import { flat } from './section-data.ts';

type Section = ApplicationView['sections'][number];
type Seen = Pick<ApplicationView, 'editors' | 'round'>;

/** An editor by name; oneself in another window is "you". */
export const editorName = (view: View, { editors }: Seen, personId: string | undefined): string => {
  const { t, person } = view;
  if (personId !== undefined && person?.account.id === personId) return t('writing.editor.you');
  return editors.find((one) => one.personId === personId)?.name || t('applications.clash.who');
};

const shownEditors = 3;

/** Who else has written in a section lately: nobody vanishes when the page is read again. */
export const Editors = ({ view, seen, section }: { view: View; seen: Seen; section: Section }) => {
  const others = seen.editors.filter(({ sectionId }) => sectionId === section.id).slice(0, shownEditors);
  if (others.length === 0) return null;
  const zone = view.viewerZone ?? seen.round.zone;
  const who = others.map(({ name, at }) =>
    view.t('writing.editor.at', {
      name: name || view.t('applications.clash.who'),
      when: view.format.moment(at, zone),
    }),
  );
  return <p class="small soft">{view.t('writing.editors', { who: joined(view, who) })}</p>;
};

/** Names of what differs between two texts of a section: an answer by its own, rows that moved by their list's. */
export const changedNames = (
  { round }: Seen,
  { id }: Pick<Section, 'id'>,
  texts: { before: SectionData; after: SectionData },
): readonly string[] => {
  const form = sectionFormOf(id, round);
  const [before, after] = [flat(form, texts.before), flat(form, texts.after)];
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (name) => markOf(before[name] ?? '') !== markOf(after[name] ?? ''),
  );
  const hasMoved = (list: string) =>
    names.some((name) => partsOf(name).list === list && !(name in before && name in after));
  return [
    ...new Set(
      names.map((name) => {
        const { list } = partsOf(name);
        return list && hasMoved(list) ? list : name;
      }),
    ),
  ];
};

type Merge = {
  view: View;
  seen: Seen;
  section: Pick<Section, 'id'>;
  by: string;
  at: string;
  names: readonly string[];
};

/** "Robin changed Title and Theme at 10:31; both of your changes are saved." */
export const mergeWords = ({ view, seen, section, by, at, names }: Merge): string => {
  const label = labelOf(view, { section: section.id, questions: seen.round.extraQuestions });
  const known = Object.keys(sectionFormOf(section.id, seen.round).lists);
  const words = names.map((name) => (known.includes(name) ? listName(view, section.id, name) : label(name)));
  return view.t('writing.merged', {
    who: editorName(view, seen, by),
    when: view.format.moment(at, view.viewerZone ?? seen.round.zone),
    what: joined(view, [...new Set(words)]),
  });
};

type NoteProps = { view: View; seen: Seen; section: Section; by: string; names: readonly string[] };

/** After a save by the button: what another editor had changed meanwhile, so that it is seen at once. */
export const MergedNote = ({ section, ...props }: NoteProps) => {
  const save = props.seen.editors.find(
    ({ sectionId, personId }) => sectionId === section.id && personId === props.by,
  );
  return (
    <div class="gap-4">
      <Notice>
        <p role="status">{mergeWords({ ...props, section, at: save?.at ?? section.savedAt ?? '' })}</p>
      </Notice>
    </div>
  );
};

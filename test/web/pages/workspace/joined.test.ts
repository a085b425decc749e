import { expect, test } from 'vitest';
import { markOf } from '../../../../shared/introductions/introduction.ts';
import {
  listJoinedAlumni,
  listPartnershipIntroductions,
} from '../../../../shared/introductions/introduction-lists.ts';
import type { WorkspaceUseCases } from '../../../../web/pages/workspace/router.tsx';
import {
  anIntroduction,
  austin,
  coordinator,
  introductionsWorld,
} from '../../../support/introductions-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const me = aPerson(coordinator.personId, ...coordinator.roles);
const path = `/en/workspace/${austin}`;

/** A partnership that so many have joined, told in pages of two. */
const given = (count: number) => {
  const { ports } = introductionsWorld();
  const joined = { role: 'board', at: '2027-02-01T12:00:00.000Z' } as const;
  const marks = Array.from({ length: count }, (_, at) =>
    markOf(
      anIntroduction({
        ...{ id: `joined-${at}`, partnershipId: austin, organisationId: 'org-austin' },
        ...{ status: 'joined' as const, joined },
      }),
    ),
  );
  const introductions = {
    ...ports.introductions,
    joinedOf: async (_: string, position = '0') => {
      const from = Number(position);
      return { items: marks.slice(from, from + 2), next: from + 2 < count ? String(from + 2) : undefined };
    },
  };
  const workspace = {
    listPartnershipIntroductions: listPartnershipIntroductions({ ...ports, introductions }),
    listJoinedAlumni: listJoinedAlumni({ ...ports, introductions }),
    // Nothing else of it is asked for here.
  } as unknown as WorkspaceUseCases;
  const site = webApp({ people: [me], useCases: { workspace } });
  return async (at: string) => {
    const answer = await site.get(at, { as: me });
    return { status: answer.status, text: await answer.text() };
  };
};
const nextIn = (html: string) =>
  /class="go2" href="([^"]*joined=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');

test('of whoever joined a partnership nobody is lost: one page leads to the next, and back to the first', async () => {
  const read = given(5);
  const seen = new Set<string>();
  for (let at: string | undefined = path, pages = 0; at && pages < 9; pages += 1) {
    const { status, text } = await read(at);
    expect(status).toBe(200);
    for (const [, id = ''] of text.matchAll(/introductions\/(joined-\d)/g)) seen.add(id);
    at = nextIn(text);
    if (pages > 0) expect(text).toContain('<a href="/en/workspace/austin-tx-oita">');
  }
  expect([...seen].sort()).toEqual(['joined-0', 'joined-1', 'joined-2', 'joined-3', 'joined-4']);
});

test('a cursor that opens nothing begins both lists anew', async () => {
  expect((await given(5)(`${path}?joined=nonsense`)).status).toBe(303);
});

import { announcementOn } from '../../functions/container/awards-use-cases.ts';
import { refreshRosterOn } from '../../functions/container/roster-queue.ts';
import { demoTerms } from '../../infra/local/demo/round-terms.ts';
import { accountStore } from '../../shared/accounts/account.store.ts';
import { pledge } from '../../shared/accounts/pledge.ts';
import { roleStore } from '../../shared/accounts/role.store.ts';
import { planStore } from '../../shared/assignment/plan.store.ts';
import { jobWrites } from '../../shared/jobs/job.store.ts';
import { type Person, publicActor, type Role } from '../../shared/kernel/actor.ts';
import { allOf } from '../../shared/kernel/page.ts';
import { messageStore } from '../../shared/messages/message.store.ts';
import { aPlan, aProof, aShelf } from '../support/assignment-fakes.ts';
import { applicationsOn } from '../support/seeded/applications.ts';
import { callAt, done, inDays } from '../support/seeded/clock.ts';
import { discussionsOn } from '../support/seeded/discussions.ts';
import { reviewsOn } from '../support/seeded/reviews.ts';
import { courses, roundsOn } from '../support/seeded/rounds.ts';
import { buildAlumni, chapterId } from './alumni-world.ts';
import type { BudgetSite } from './site.ts';

const now = () => callAt(new Date());

/** One of everything a page can show, made by the use cases themselves, and a session for each kind of actor. */
export const buildWorld = async (site: BudgetSite) => {
  const { plain: table, setUp: act } = site;
  const accounts = accountStore(table);
  const roles = roleStore(table);
  const rounds = roundsOn(table);
  const applications = applicationsOn(table);
  const reviews = reviewsOn(table);

  const join = async (name: string) => {
    const entered = { subject: `subject-of-${name}`, email: `${name}@city.example`, language: 'en' } as const;
    return done(await act.signIn(publicActor, entered, callAt(inDays(-200)))).personId;
  };
  const grant = async (personId: string, role: Role) => {
    const at = inDays(-190);
    const signed = role.kind === 'reviewer' && { pledge: { version: pledge.version, at: at.toISOString() } };
    done(await roles.grant({ personId, role, by: personId, at, ...signed }));
  };
  const personOf = async (personId: string): Promise<Person> => {
    const found = await accounts.find(personId);
    if (!found) throw new Error(`There is no person ${personId}`);
    return found.actor;
  };
  const sessionOf = async (personId: string) =>
    `session=${personId}.${(await act.openSession(personId, new Date())).token}`;

  const [staffId, secondStaffId, ownerId, rivalId, reviewerId, secondReviewerId] = (await Promise.all(
    ['staff', 'staff-2', 'owner', 'rival', 'reviewer', 'reviewer-2'].map(join),
  )) as [string, string, string, string, string, string]; // As many ids as names.
  await grant(staffId, { kind: 'staff', programId: 'leading-asia' });
  await grant(secondStaffId, { kind: 'staff', programId: 'leading-asia' });
  const [staff, secondStaff] = await Promise.all([personOf(staffId), personOf(secondStaffId)]);

  const open = await rounds.publish(staff, courses.open);
  const closed = await rounds.publish(staff, courses.closed);
  const past = await rounds.publish(staff, { opens: -120, closes: -90, reviewDue: -60 });
  const listed = done(
    await act.createRound(
      staff,
      demoTerms(new Date(), ['Leading Asia', '姉妹都市'], courses.upcoming),
      now(),
    ),
  );
  for (const id of [reviewerId, secondReviewerId]) await grant(id, { kind: 'reviewer', roundId: closed.id });
  await grant(reviewerId, { kind: 'reviewer', roundId: past.id });

  const partnershipOf = async (personId: string, id: string) => {
    const partnershipId = await applications.claim(await personOf(personId), id);
    await applications.verify(staff, { id, partnershipId });
    return { id, partnershipId };
  };
  const organisationOf = async (personId: string, legalName: string) =>
    partnershipOf(personId, (await applications.found(await personOf(personId), legalName)).id);
  const organisation = await organisationOf(ownerId, 'Sister Cities Committee of the Two Rivers');
  const rivals = await organisationOf(rivalId, 'Lakeside and Harbour Friendship Association');
  // The longer way: someone who belongs to an organisation is asked at each step whether it applies.
  const elsewhere = await organisationOf(secondReviewerId, 'Association of a Third Pair of Cities');
  const [owner, rival, reviewer] = (await Promise.all([ownerId, rivalId, reviewerId].map(personOf))) as [
    Person,
    Person,
    Person,
  ]; // As many people as ids.
  const secondReviewer = await personOf(secondReviewerId);
  await applications.start(secondReviewer, elsewhere, open.id, new Date());

  const started = await applications.start(owner, organisation, open.id, new Date());
  const draft = await applications.complete(owner, organisation, open, new Date());
  const signed = await applications.sign(owner, organisation, open, new Date());
  const sent = await applications.submit(owner, organisation, open, new Date());
  const asking = await applications.complete(owner, organisation, open, new Date());
  done(await act.requestSignOff(owner, { applicationId: asking }, now()));
  done(await act.requestConfirmation(owner, { applicationId: asking }, now()));

  const inTime = inDays(courses.closed.closes - 5);
  const reviewed = await applications.submit(rival, rivals, closed, inTime);
  const undeclared = await applications.submit(rival, rivals, closed, inTime);
  const undecided = await applications.submit(rival, rivals, closed, inTime);
  // No stream runs here: what lists read of it is told by hand.
  await refreshRosterOn(table)([undecided]);
  const submittedReview = await reviews.assign(staff, closed.id, reviewed, reviewerId);
  await reviews.clear(reviewer, submittedReview);
  await reviews.submit(reviewer, submittedReview);
  const memberReview = await reviews.assign(staff, closed.id, reviewed, secondReviewerId);
  await reviews.clear(secondReviewer, memberReview);
  const newReview = await reviews.assign(staff, closed.id, undeclared, reviewerId);
  const discussions = discussionsOn(table);
  await discussions.open(staff, closed.id);
  await discussions.lead(staff, reviewed, reviewerId);
  await discussions.post(reviewer, reviewed, 'The hosts are named for every day; what stays is not said.');
  await discussions.note(staff, reviewed, 'Agreed that the partners are ready.');
  await reviews.propose(staff, reviewed);
  await reviews.certify(secondStaff, reviewed);

  const awarded = await applications.submit(owner, organisation, past, inDays(-95));
  const pastReview = await reviews.assign(staff, past.id, awarded, reviewerId);
  await reviews.clear(reviewer, pastReview);
  await reviews.propose(staff, awarded);
  await reviews.certify(secondStaff, awarded);
  done(await act.announceRound(staff, { roundId: past.id, version: past.version }, now()));
  await announcementOn(table, () => new Date())(past.id);
  const text = 'The reasons speak of a partner without a record; our letters of ten years were in the files.';
  done(await act.complain(owner, { applicationId: awarded, text }, now()));

  const ask = (roundId?: string) =>
    act.askQuestion(
      publicActor,
      {
        ...(roundId && { roundId }),
        name: 'Someone of the committee',
        email: 'asker@city.example',
        language: 'en',
        text: 'May travel within Japan be paid for by the grant, and does a hall that our city lends us count as match?',
      },
      now(),
    );
  const answered = done(await ask(open.id)).questionId;
  const general = done(await ask()).questionId;
  const question = done(await ask(open.id)).questionId;
  for (const questionId of [answered, general])
    done(
      await act.answerQuestion(
        staff,
        {
          questionId,
          version: 1,
          text: 'Yes to both. Travel within Japan belongs to the category of travel. A hall that is lent counts at the price at which the city rents it out; keep the price list.',
          isPublic: true,
          publicQuestion:
            'Does travel within Japan qualify, and does a hall lent by the city count as match?',
        },
        now(),
      ),
    );

  const guest = { email: 'guest@city.example', language: 'en' } as const;
  done(await act.inviteStaff(staff, guest, now()));
  const invitation = done(
    await act.inviteReviewer(staff, { ...guest, roundId: closed.id }, now()),
  ).invitation;
  done(await act.inviteMember(owner, { ...guest, organisationId: organisation.id, as: 'editor' }, now()));
  const claim = { partnershipId: 'toledo-oh-toyohashi', organisationId: organisation.id };
  done(await act.claimPartnership(owner, claim, now()));

  const planned = [reviewerId, secondReviewerId];
  const plans = planStore(table, { jobWrites });
  const planId = 'plan-of-the-closed-round';
  const shelf = aShelf(reviewed, planned, { planId });
  await plans.keep(planId, 1, { shelves: [shelf], proof: aProof(planned) });
  await plans.save({ plan: aPlan({ id: planId, version: 1, roundId: closed.id }), events: [] });

  const enter = async (name: string) => personOf(await join(name));
  const [leadId, newcomerId] = [await join('lead'), await join('newcomer')];
  await grant(leadId, { kind: 'lead', chapterId });
  const alumni = await buildAlumni(site, {
    ...{ staff, owner, rival, enter },
    ...{ lead: await personOf(leadId), newcomer: await personOf(newcomerId) },
    ...{ partnershipId: organisation.partnershipId, rivalsPartnershipId: rivals.partnershipId },
  });

  /** What the link holds that was mailed about this. */
  const tokenOf = async (about: string, linkPath?: string) => {
    const mails = await allOf((position) => messageStore(table).byStatus('queued', position));
    const mail = mails.find(
      (one) => one.linkToken && one.about === about && (!linkPath || one.values.linkPath === linkPath),
    );
    return mail?.linkToken ?? 'none';
  };
  /** The links that were mailed, by the path they open. */
  const linkTo = async (linkPath: string, about: string) => `/${linkPath}/${await tokenOf(about, linkPath)}`;
  const links = {
    signOff: await linkTo('sign-off', `application#${asking}`),
    confirm: await linkTo('confirm', `application#${asking}`),
    invitation: await linkTo('invitations', `invitation#${invitation.id}`),
    introduction: await linkTo('introductions/answer', `introduction#${alumni.introductions.asked}`),
    alumInvitation: await linkTo('alumni/invitations', `alum-invitation#${alumni.invitationId}`),
  };
  return {
    people: { staff, secondStaff, owner, rival, reviewer, secondReviewer },
    sessions: {
      public: undefined,
      staff: await sessionOf(staffId),
      owner: await sessionOf(ownerId),
      reviewer: await sessionOf(reviewerId),
      lead: await sessionOf(leadId),
      alum: await sessionOf(alumni.alum.person.personId),
      member: await sessionOf(alumni.member.person.personId),
      newcomer: await sessionOf(newcomerId),
      'reviewer in an organisation': await sessionOf(secondReviewerId),
      official: await site.openLink(links.signOff),
      office: await site.openLink(links.confirm),
    },
    rounds: { open, closed, past, draft: listed },
    organisation,
    alumni,
    applications: { started, draft, signed, sent, asking, reviewed, undeclared, undecided, awarded },
    reviews: { submitted: submittedReview, fresh: newReview, member: memberReview, past: pastReview },
    questions: { answered, general, asked: question },
    plan: { id: planId, move: `application=${reviewed}&from=${reviewerId}` },
    invitation,
    claim,
    /** The set-up's own hands, for what a measured act needs before it. */
    make: { applications, reviews },
    /**
     * Another partnership of each, for what a measured act needs: a hundred acts in one round are a hundred applications,
     * and nobody's page has as many for its own partnership beside it.
     */
    pairs: {
      organisation: await partnershipOf(ownerId, organisation.id),
      rivals: await partnershipOf(rivalId, rivals.id),
    },
    links,
    tokenOf,
  };
};
export type World = Awaited<ReturnType<typeof buildWorld>>;

import type { DomainEvent } from '../kernel/event.ts';
import type { InvalidInput, StepRefused } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { MailPaused, SectionsIncomplete, TextChanged } from './application.errors.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import type { Draft } from './draft.ts';
import { mailedAgain } from './outward-mail.ts';
import { sectionViews } from './section-state.ts';
import { type FormTerms, typedForm } from './sections/forms.ts';
import type { SignOffChange } from './sign-off.port.ts';
import { linkLifeDays, type SignOff } from './sign-off.ts';
import { signedSections, textDigest } from './snapshot.ts';

type Official = { readonly name: string; readonly title: string; readonly email: string };

/** The text that can be signed now, with its digest and who is to sign; or why it can't. */
export const signableText = (
  draft: Draft,
  terms: FormTerms,
): Result<{ official: Official; digest: string }, StepRefused | SectionsIncomplete> => {
  const { application, sections, attachments } = draft;
  if (!isEditable(application)) return fail(refuseStep(application, 'sign-off'));
  const views = sectionViews({ sections, attachments, terms });
  const incomplete = views.filter(({ id, state }) => signedSections.includes(id) && state !== 'done');
  const declaration = typedForm('declaration', terms).complete(
    views.find(({ id }) => id === 'declaration')?.data ?? {},
  );
  if (incomplete.length > 0 || !declaration.ok)
    return fail({
      kind: 'sections-incomplete',
      sections: incomplete.map(({ id, problems }) => ({ id, problems })),
    });
  const { officialName: name, officialTitle: title, officialEmail: email } = declaration.value;
  return ok({ official: { name, title, email }, digest: textDigest(sections, terms) });
};

const eventOf = (
  { applicationId, version }: SignOff,
  type: string,
  { by, at }: { by: string; at: Date },
): DomainEvent => ({
  id: `${applicationId}/sign-off/${version}`,
  subject: `application#${applicationId}`,
  type,
  at: at.toISOString(),
  by,
  data: {},
});

type Asking = {
  applicationId: string;
  official: Official;
  tokenHash: string;
  key: string;
  by: string;
  at: Date;
};

/** A new link for the official takes the place of an earlier one. A signature already given stays beside it. */
export const askOfficial = (
  from: SignOff | undefined,
  { applicationId, official, tokenHash, key, by, at }: Asking,
): Result<SignOffChange, MailPaused> => {
  const mailed = mailedAgain(from?.mailed ?? [], at, { cameBack: from?.asked?.bouncedAt !== undefined });
  if (!mailed.ok) return mailed;
  const { name, email } = official;
  const expiresAt = new Date(at.getTime() + linkLifeDays * 86_400_000).toISOString();
  const signOff: SignOff = {
    ...from,
    applicationId,
    version: (from?.version ?? 0) + 1,
    asked: { name, email, by, at: at.toISOString(), tokenHash, expiresAt, key },
    mailed: [...mailed.value],
  };
  return ok({ signOff, events: [eventOf(signOff, 'sign-off-requested', { by, at })] });
};

/** The mail with the link came back. Once a signature is in, that it reached nobody says nothing any more. */
export const markMailBounced = (from: SignOff, at: Date): SignOffChange | undefined => {
  const { asked, signed } = from;
  if (!asked || asked.bouncedAt || (signed && signed.at >= asked.at)) return undefined;
  const signOff: SignOff = {
    ...from,
    version: from.version + 1,
    asked: { ...asked, bouncedAt: at.toISOString() },
  };
  return { signOff, events: [eventOf(signOff, 'sign-off-mail-bounced', { by: 'system:mail', at })] };
};

type Signing = {
  applicationId: string;
  /** The digest of the text that the signer had before them. */
  seen: string;
  name: string;
  by: string;
  at: Date;
};

const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

type Recording = Pick<Signing, 'applicationId' | 'seen' | 'name' | 'by' | 'at'> & {
  readonly signedOn: string;
};

/** The signature that stands on paper, recorded by who types it: for the text as typed, and outdated by any change of it. */
export const recordSignatureAs = (
  from: SignOff | undefined,
  { official, digest }: { official: Official; digest: string },
  { applicationId, seen, name, signedOn, by, at }: Recording,
): Result<SignOffChange, TextChanged | InvalidInput> => {
  if (seen !== digest) return fail({ kind: 'text-changed' });
  if (plain(name) !== plain(official.name))
    return fail({ kind: 'invalid-input', fields: [{ path: 'name', code: 'name-differs' }] });
  const signOff: SignOff = {
    ...from,
    applicationId,
    version: (from?.version ?? 0) + 1,
    signed: {
      name,
      title: official.title,
      at: at.toISOString(),
      by: 'paper',
      signedOn,
      recordedBy: by,
      digest,
    },
  };
  return ok({ signOff, events: [eventOf(signOff, 'application-signature-recorded', { by, at })] });
};

/** Signs what was read and nothing newer, in the name that the declaration states. */
export const signText = (
  from: SignOff | undefined,
  { official, digest }: { official: Official; digest: string },
  { applicationId, seen, name, by, at }: Signing,
): Result<SignOffChange, TextChanged | InvalidInput> => {
  if (seen !== digest) return fail({ kind: 'text-changed' });
  if (plain(name) !== plain(official.name))
    return fail({ kind: 'invalid-input', fields: [{ path: 'name', code: 'name-differs' }] });
  const signOff: SignOff = {
    ...from,
    applicationId,
    version: (from?.version ?? 0) + 1,
    signed: { name, title: official.title, at: at.toISOString(), by, digest },
  };
  return ok({ signOff, events: [eventOf(signOff, 'application-signed-off', { by, at })] });
};

import type { OperationId } from '../../support/api-client.ts';

// Written by hand from what the program promises its people, and never from the contracts: this file is what they are
// held to. A new endpoint needs its lines here.

/**
 * Who asks. `stranger` owns Tacoma's organisation; viewer, editor and owner belong to Austin's. `reviewer` is assigned
 * to Austin's application and cleared, `conflicted` is assigned to it and declared a conflict, `idle` reviews in the
 * round and is not assigned, `elsewhere` reviews in another round. `recused` is staff who stepped aside from Austin's.
 * `lead` leads JETAA Texoma, which is Austin's chapter, `other-lead` the Pacific Northwest's, which is Tacoma's.
 */
export const roles = [
  'nobody',
  'newcomer',
  'stranger',
  'viewer',
  'editor',
  'owner',
  'reviewer',
  'conflicted',
  'idle',
  'elsewhere',
  'staff',
  'recused',
  'lead',
  'other-lead',
] as const;
export type RoleName = (typeof roles)[number];

type S = number;
/** One status per role, in the order of `roles`. */
export type Row = readonly [S, S, S, S, S, S, S, S, S, S, S, S, S, S];

/** The same answer for the public and for every role. */
const everyone = (status: number): Row => Array(14).fill(status) as unknown as Row; // Fourteen, as the tuple wants.
/** The same answer for whoever is signed in. */
const signedIn = (status: number): Row => [401, ...Array(13).fill(status)] as unknown as Row; // One and thirteen.

//                               nobody new  strngr viewer editor owner reviewr conflct idle elswhr staff recused lead otherld
const staffOnly = (s: S): Row => [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, s, s, 404, 404];
const leadOnly = (s: S): Row => [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, s, 404];
const otherLeadOnly = (s: S): Row => [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, s];
const leadAndStaff = (s: S): Row => [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, s, s, s, 404];
const otherLeadAndStaff = (s: S): Row => [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, s, s, 404, s];
const noRecused = (s: S): Row => [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, s, 404, 404, 404];
const noClear = (s: S, r: S): Row => [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, s, r, 404, 404];
const ownerOnly = (s: S): Row => [401, 404, 404, 404, 404, s, 404, 404, 404, 404, 404, 404, 404, 404];
const editorsUp = (s: S): Row => [401, 404, 404, 404, s, s, 404, 404, 404, 404, 404, 404, 404, 404];
const membersOf = (s: S): Row => [401, 404, 404, s, s, s, 404, 404, 404, 404, 404, 404, 404, 404];
const strangers = (s: S): Row => [401, 404, s, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404];
const reviewers = (s: S): Row => [401, 404, 404, 404, 404, 404, s, 404, 404, 404, 404, 404, 404, 404];
const discussing = (s: S): Row => [401, 404, 404, 404, 404, 404, s, 404, 404, 404, s, 404, 404, 404];
const conflicts = (s: S): Row => [401, 404, 404, 404, 404, 404, 404, s, 404, 404, 404, 404, 404, 404];

export const accessMatrix: Readonly<Record<OperationId, Readonly<Record<string, Row>>>> = {
  health: { it: everyone(200) },
  document: { it: everyone(200) },

  viewAccount: { 'one’s own': signedIn(200) },
  editAccount: { 'one’s own': signedIn(200) },
  endSessions: { 'one’s own': signedIn(200) },
  askAddress: { 'another of one’s own': signedIn(201) },
  proveAddress: {
    'one’s own, by the token mailed': signedIn(200),
    'by another’s token': signedIn(404),
    'by a token made up': signedIn(404),
  },
  viewOwnData: { 'one’s own': signedIn(200) },
  // Only an address of one's own ends an account: those who ask here are needed for the rows that follow.
  deleteAccount: { 'by another’s address': signedIn(400) },
  deletePerson: { 'who asked for it': staffOnly(200), nobody: signedIn(404) },
  viewPerson: { anyone: staffOnly(200), nobody: signedIn(404) },
  mergePeople: { 'two of others': staffOnly(200) },
  listStaff: { all: staffOnly(200) },
  revokeStaff: { 'a colleague': staffOnly(200) },
  listReviewers: { 'of a round': staffOnly(200) },
  revokeReviewer: { 'of a round': staffOnly(200) },
  listLeads: { 'of a chapter': staffOnly(200) },
  revokeLead: { 'of a chapter': staffOnly(200) },
  listMembers: { 'Austin’s': membersOf(200), 'Tacoma’s': strangers(200) },
  revokeMember: { 'Austin’s': ownerOnly(200), 'Tacoma’s': strangers(200) },
  inviteStaff: { anyone: staffOnly(201) },
  listStaffInvitations: { all: staffOnly(200) },
  inviteReviewer: { 'of a round': staffOnly(201) },
  inviteLead: { 'of a chapter': staffOnly(201) },
  inviteMember: { 'to Austin’s': ownerOnly(201), 'to Tacoma’s': strangers(201) },
  listOrganisationInvitations: { 'Austin’s': editorsUp(200), 'Tacoma’s': strangers(200) },
  revokeInvitation: {
    'to the staff': staffOnly(200),
    'to Austin’s': ownerOnly(200),
    'to Tacoma’s': strangers(200),
  },
  acceptInvitation: { 'by the token mailed': signedIn(200), 'by a token made up': signedIn(404) },

  viewAlum: { 'one’s own': signedIn(200) },
  keepRegistration: { 'of somebody registered': signedIn(409) },
  registerAlum: { 'one’s own': signedIn(201) },
  savePlaces: { 'one’s own': signedIn(200) },
  saveOffer: { 'one’s own': signedIn(200) },
  decideConsents: { 'one’s own': signedIn(200) },

  listAlumniFor: {
    'for Austin’s': [401, 404, 404, 404, 200, 200, 404, 404, 404, 404, 200, 200, 404, 404],
    'for Tacoma’s': [401, 404, 200, 404, 404, 404, 404, 404, 404, 404, 200, 200, 404, 404],
    'for one of Texas': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 200, 200, 200, 404],
  },
  setAlumAside: { 'for Austin’s': editorsUp(200), 'for Tacoma’s': strangers(200) },
  explainPair: { 'of somebody registered': staffOnly(200) },
  viewSought: {
    'for Austin’s': [401, 404, 404, 404, 200, 200, 404, 404, 404, 404, 200, 200, 404, 404],
    'for Tacoma’s': [401, 404, 200, 404, 404, 404, 404, 404, 404, 404, 200, 200, 404, 404],
    'for one of Texas': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 200, 200, 200, 404],
  },
  saySought: { 'for Austin’s': editorsUp(200), 'for Tacoma’s': strangers(200) },
  listPartnershipsFor: { 'of somebody registered': signedIn(200) },
  askIntroductionPlan: {
    'of all': staffOnly(201),
    'of JETAA Texoma': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 201, 201, 201, 404],
  },
  listIntroductionPlans: {
    'of all': staffOnly(200),
    'of JETAA Texoma': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 200, 200, 200, 404],
  },
  viewStudy: {
    'a plan of all': staffOnly(200),
    'a plan of JETAA Texoma': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 200, 200, 200, 404],
  },
  viewMatchWeights: { 'in force': staffOnly(200) },
  tryMatchWeights: { others: staffOnly(201) },
  applyMatchWeights: { others: staffOnly(200) },
  askRebuildMatches: { all: staffOnly(201) },

  listOpenRounds: { all: everyone(200) },
  viewOpenRound: { published: everyone(200), 'in draft': everyone(404) },
  listRounds: { all: staffOnly(200) },
  createRound: { 'a draft': staffOnly(201) },
  viewRound: { 'in draft': staffOnly(200), published: staffOnly(200) },
  editRound: { 'in draft': staffOnly(200) },
  publishRound: { 'in draft': staffOnly(200) },
  viewFormUse: { published: staffOnly(200) },
  extendRound: { open: staffOnly(200), 'in draft': staffOnly(409) },
  cancelRound: { published: staffOnly(200), 'in draft': staffOnly(409) },
  duplicateRound: { published: staffOnly(201) },
  checkRoundEligibility: { published: everyone(200), 'in draft': everyone(404) },
  askQuestion: { 'on a published round': everyone(201), 'on a round in draft': everyone(404) },
  listPublicAnswers: { all: everyone(200) },
  listQuestions: { all: staffOnly(200) },
  viewQuestion: { any: staffOnly(200) },
  answerQuestion: { any: staffOnly(200) },

  listPartnerships: { all: everyone(200) },
  viewPartnership: { listed: everyone(200), 'proposed by Austin': everyone(404) },
  proposePartnership: { 'for Austin’s': editorsUp(201), 'for Tacoma’s': strangers(201) },
  confirmPartnership: { 'proposed by Austin': staffOnly(200) },
  claimPartnership: { 'for Austin’s': editorsUp(201), 'for Tacoma’s': strangers(201) },
  listOpenClaims: { all: staffOnly(200) },
  settleClaim: { 'Austin’s': staffOnly(200) },
  createOrganisation: { new: signedIn(201) },
  listMyOrganisations: { 'one’s own': signedIn(200) },
  viewOrganisation: {
    'Austin’s': [401, 404, 404, 200, 200, 200, 404, 404, 404, 404, 200, 200, 404, 404],
    'Tacoma’s': [401, 404, 200, 404, 404, 404, 404, 404, 404, 404, 200, 200, 404, 404],
  },

  listChapters: { all: everyone(200), 'of a state': everyone(200) },
  viewChapter: { any: everyone(200) },
  viewAlumniCounts: { all: everyone(200) },
  listChapterMembers: { 'Austin’s chapter': leadOnly(200), 'Tacoma’s chapter': otherLeadOnly(200) },
  viewChapterNumbers: { 'Austin’s chapter': leadAndStaff(200), 'Tacoma’s chapter': otherLeadAndStaff(200) },
  exportChapterMembers: { 'Austin’s chapter': leadOnly(200), 'Tacoma’s chapter': otherLeadOnly(200) },
  previewAlumImport: { 'Austin’s chapter': leadOnly(200), 'Tacoma’s chapter': otherLeadOnly(200) },
  importAlumni: { 'Austin’s chapter': leadOnly(201), 'Tacoma’s chapter': otherLeadOnly(201) },
  listAlumInvitations: { 'Austin’s chapter': leadOnly(200), 'Tacoma’s chapter': otherLeadOnly(200) },
  withdrawAlumInvitation: { 'Austin’s chapter': leadOnly(200), 'Tacoma’s chapter': otherLeadOnly(200) },
  acceptAlumInvitation: { 'by the token mailed': signedIn(200), 'by a token made up': signedIn(404) },
  declineAlumInvitation: { 'by the token mailed': everyone(200), 'by a token made up': everyone(404) },

  requestIntroduction: { 'for Austin’s': editorsUp(201), 'for Tacoma’s': strangers(201) },
  listPartnershipIntroductions: { 'for Austin’s': editorsUp(200), 'for Tacoma’s': strangers(200) },
  listJoinedAlumni: { 'for Austin’s': editorsUp(200), 'for Tacoma’s': strangers(200) },
  offerIntroduction: { 'to a member of Texoma': leadOnly(201) },
  listChapterIntroductions: { 'of Texoma': leadOnly(200) },
  listMyIntroductions: { 'one’s own': signedIn(200) },
  viewIntroduction: {
    'Austin’s, asked': editorsUp(200),
    'Tacoma’s, asked': strangers(200),
    'one’s own': signedIn(200),
    'another’s': signedIn(404),
    'offered by Texoma': [401, 404, 404, 404, 200, 200, 404, 404, 404, 404, 404, 404, 200, 404],
  },
  answerIntroduction: { 'one’s own': signedIn(200), 'another’s': signedIn(404) },
  stepIntroduction: {
    'Austin’s, asked: taken back': editorsUp(200),
    'Tacoma’s, asked: taken back': strangers(200),
    'offered by Texoma: taken back': leadOnly(200),
    'offered by Texoma, accepted: connected': editorsUp(200),
    'offered by Texoma, accepted: declined': editorsUp(200),
    'one’s own': signedIn(200),
    'another’s': signedIn(404),
  },
  joinPartnership: { 'Austin’s, introduced': editorsUp(200), 'Tacoma’s, introduced': strangers(200) },
  recordOutcome: { 'Austin’s, introduced': editorsUp(200), 'Tacoma’s, introduced': strangers(200) },
  addToDelegation: {
    'Austin’s, joined, to its draft': editorsUp(200),
    'Tacoma’s, joined, to its draft': strangers(200),
  },
  blockPartnership: { 'one’s own': signedIn(200), 'another’s': signedIn(404) },
  reportIntroduction: {
    'one’s own': signedIn(201),
    'another’s': signedIn(404),
    'Austin’s, introduced': editorsUp(201),
    'Tacoma’s, introduced': strangers(201),
  },
  listIntroductionReports: { open: staffOnly(200) },
  settleIntroductionReport: { 'an alum’s': staffOnly(200) },
  viewIntroductionByLink: { 'by the token mailed': everyone(200), 'by a token made up': everyone(404) },
  answerIntroductionByLink: { 'by the token mailed': everyone(200), 'by a token made up': everyone(404) },

  startApplication: { 'for Austin’s': editorsUp(201), 'for Tacoma’s': strangers(201) },
  listMyApplications: { 'one’s own': signedIn(200) },
  viewApplication: {
    'Austin’s draft': membersOf(200),
    'Austin’s in review': membersOf(200),
    'Tacoma’s draft': strangers(200),
    'Austin’s, on paper': [401, 404, 404, 200, 200, 200, 404, 404, 404, 404, 200, 404, 404, 404],
  },
  saveSection: {
    'Austin’s draft': editorsUp(200),
    'Tacoma’s draft': strangers(200),
    'Austin’s, on paper': noRecused(200),
  },
  exportBudget: { 'Austin’s draft': membersOf(200), 'Tacoma’s draft': strangers(200) },
  previewBudget: { 'Austin’s draft': membersOf(200), 'Tacoma’s draft': strangers(200) },
  importBudget: { 'Austin’s draft': editorsUp(200), 'Tacoma’s draft': strangers(200) },
  viewSamePair: { 'Austin’s draft': membersOf(200), 'Tacoma’s draft': strangers(200) },
  listEarlier: { 'Austin’s draft': editorsUp(200), 'Tacoma’s draft': strangers(200) },
  previewCopy: { 'Austin’s draft': editorsUp(200), 'Tacoma’s draft': strangers(200) },
  copyEarlier: { 'Austin’s draft': editorsUp(200), 'Tacoma’s draft': strangers(200) },
  submitApplication: { 'Austin’s, signed': ownerOnly(201), 'Tacoma’s, signed': strangers(201) },
  viewReceipt: {
    'Austin’s, submitted': membersOf(200),
    'Tacoma’s, submitted': strangers(200),
    'Austin’s draft': signedIn(404),
  },
  viewSubmission: {
    'Austin’s in review': [401, 404, 404, 200, 200, 200, 200, 404, 404, 404, 200, 404, 404, 404],
    'Tacoma’s in review': [401, 404, 200, 404, 404, 404, 404, 404, 404, 404, 200, 200, 404, 404],
    'Austin’s draft': signedIn(404),
  },
  reopenApplication: { 'Austin’s, submitted': ownerOnly(200), 'Tacoma’s, submitted': strangers(200) },
  withdrawApplication: { 'Austin’s, submitted': ownerOnly(200), 'Tacoma’s draft': strangers(200) },
  returnApplication: {
    'Austin’s, submitted': noRecused(200),
    'Tacoma’s, submitted': staffOnly(200),
    'Austin’s draft': signedIn(404),
  },
  acceptAward: { 'Austin’s, awarded': ownerOnly(200), 'Tacoma’s, awarded': strangers(200) },
  declineAward: { 'Austin’s, awarded': ownerOnly(200), 'Tacoma’s, awarded': strangers(200) },
  requestSignOff: { 'Austin’s, complete': editorsUp(201), 'Tacoma’s, complete': strangers(201) },
  signAsOwner: { 'Austin’s, complete': ownerOnly(201), 'Tacoma’s, complete': strangers(201) },
  viewSignOff: { 'by the token mailed': everyone(200), 'by a token made up': everyone(404) },
  signByLink: { 'by the token mailed': everyone(201), 'by a token made up': everyone(404) },
  requestConfirmation: { 'Austin’s, complete': editorsUp(201), 'Tacoma’s, complete': strangers(201) },
  revokeConfirmation: { 'Austin’s, asked': editorsUp(200), 'Tacoma’s, asked': strangers(200) },
  keepAnswer: { 'by the token mailed': everyone(200), 'by a token made up': everyone(404) },
  handOnConfirmation: { 'by the token mailed': everyone(409), 'by a token made up': everyone(404) },
  listOfficeDomains: { 'of Austin’s': staffOnly(200) },
  recordOfficeDomain: { 'of Austin’s': staffOnly(201) },
  withdrawOfficeDomain: { 'of Austin’s': staffOnly(200) },
  viewConfirmation: { 'by the token mailed': everyone(200), 'by a token made up': everyone(404) },
  answerConfirmation: { 'by the token mailed': everyone(200), 'by a token made up': everyone(404) },
  addAttachment: { 'Austin’s draft': editorsUp(201), 'Tacoma’s draft': strangers(201) },
  openAttachment: { 'Austin’s draft': membersOf(200), 'Tacoma’s draft': strangers(200) },
  settleAttachment: { 'Austin’s draft': editorsUp(200), 'Tacoma’s draft': strangers(200) },
  removeAttachment: { 'Austin’s draft': editorsUp(200), 'Tacoma’s draft': strangers(200) },
  listRoundApplications: { 'of a closed round': staffOnly(200) },
  viewComplaint: { 'Austin’s, announced': membersOf(200), 'Tacoma’s, announced': strangers(200) },
  complain: { 'Austin’s, announced': ownerOnly(201), 'Tacoma’s, announced': strangers(201) },
  withdrawComplaint: { 'Austin’s, complained': ownerOnly(200), 'Tacoma’s, complained': strangers(200) },
  listComplaints: { 'of a closed round': staffOnly(200) },
  viewComplaintFile: { 'Austin’s, complained': noRecused(200), 'Tacoma’s, complained': staffOnly(200) },
  takeUpComplaint: {
    'Austin’s, complained': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 409, 404, 404, 404],
    'Tacoma’s, complained': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 409, 200, 404, 404],
  },
  settleComplaint: {
    'Austin’s, complained': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 409, 404, 404, 404],
    'Tacoma’s, complained': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 409, 200, 404, 404],
  },
  compareVersions: {
    'Austin’s in review': [401, 404, 404, 200, 200, 200, 404, 404, 404, 404, 200, 404, 404, 404],
    'Tacoma’s in review': [401, 404, 200, 404, 404, 404, 404, 404, 404, 404, 200, 200, 404, 404],
    'Austin’s draft': membersOf(200),
    'Tacoma’s draft': strangers(200),
  },
  listExtensions: { 'of a closed round': staffOnly(200) },
  viewExtension: { 'Austin’s draft': noRecused(200), 'Tacoma’s draft': staffOnly(200) },
  extendApplication: { 'Austin’s draft': noRecused(200), 'Tacoma’s draft': staffOnly(200) },
  endExtension: { 'Austin’s, extended': noRecused(200), 'Tacoma’s, extended': staffOnly(200) },
  listPapers: { 'of an open round': staffOnly(200) },
  listClaimants: { 'of Austin’s pair': staffOnly(200) },
  enterPaper: { 'for Austin’s': staffOnly(201) },
  recordSignature: {
    'on Austin’s paper': noRecused(201),
    'in Austin’s own draft': signedIn(404),
  },

  listMyReviews: { 'one’s own': [401, 404, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404, 404, 404] },
  viewReview: { 'the reviewer’s': reviewers(200), 'the conflicted reviewer’s': conflicts(200) },
  declareNone: { 'the reviewer’s, undeclared': reviewers(200), 'the conflicted reviewer’s': conflicts(409) },
  declareConflict: { 'the reviewer’s': reviewers(200) },
  declineReview: { 'the reviewer’s': reviewers(200), 'the conflicted reviewer’s': conflicts(409) },
  saveReview: { 'the reviewer’s': reviewers(200), 'the conflicted reviewer’s': conflicts(409) },
  submitReview: { 'the reviewer’s': reviewers(201), 'the conflicted reviewer’s': conflicts(409) },
  listRevisions: { 'the reviewer’s': reviewers(200), 'the conflicted reviewer’s': signedIn(404) },
  raiseFlag: { 'the reviewer’s': reviewers(201), 'the conflicted reviewer’s': conflicts(409) },
  listFlags: { all: staffOnly(200) },
  settleFlag: { 'on Austin’s': noRecused(200), 'on Tacoma’s': staffOnly(200) },
  viewProgress: { 'of a closed round': staffOnly(200) },
  viewRedaction: { 'of Austin’s': noRecused(200), 'of Tacoma’s': staffOnly(200) },
  hidePassage: { 'of Austin’s': noRecused(200), 'of Tacoma’s': staffOnly(200) },
  showPassage: { 'of Austin’s': noRecused(200), 'of Tacoma’s': staffOnly(200) },
  ruleFile: { 'of Austin’s': noRecused(400), 'of Tacoma’s': staffOnly(400) },
  viewAssignments: { 'of a closed round': staffOnly(200) },
  assignReviewer: { 'to Austin’s': noRecused(201), 'to Tacoma’s': staffOnly(201) },
  removeReviewer: { 'from Austin’s': noRecused(200), 'from Tacoma’s': staffOnly(200) },
  scoreRound: { closed: staffOnly(200) },
  viewSensitivity: { closed: staffOnly(200) },
  exportScores: { closed: staffOnly(200) },
  exportReviews: { closed: staffOnly(200) },
  viewApplicationFile: { 'Austin’s in review': noRecused(200), 'Tacoma’s in review': staffOnly(200) },
  listReviews: { 'of Austin’s': noRecused(200), 'of Tacoma’s': staffOnly(200) },
  showContactDetails: { 'Austin’s in review': noRecused(200), 'Tacoma’s in review': staffOnly(200) },
  declareStaffConflict: { 'with Austin’s': staffOnly(201), 'with Tacoma’s': staffOnly(201) },

  viewRoundDiscussion: { 'of a closed round': staffOnly(200) },
  moveDiscussion: { 'of a closed round': staffOnly(200) },
  nameLeads: { 'of a closed round': staffOnly(200) },
  nameLead: { 'of Austin’s': noRecused(200), 'of Tacoma’s': staffOnly(200) },
  viewDiscussion: {
    'Austin’s, the reviewer’s own review in': discussing(200),
    'Austin’s, the reviewer’s own review not in': noRecused(200),
    'Tacoma’s': staffOnly(200),
  },
  addPost: {
    'on Austin’s, the reviewer’s own review in': discussing(201),
    'on Austin’s, the reviewer’s own review not in': noRecused(201),
    'on Tacoma’s': staffOnly(201),
  },
  saveNotes: {
    'of Austin’s, led by the reviewer': discussing(200),
    'of Austin’s, led by another': noRecused(200),
    'of Tacoma’s': staffOnly(200),
  },
  reviseReview: { 'the reviewer’s, in': reviewers(201), 'the reviewer’s, not in': signedIn(404) },
  viewAgenda: { 'of a closed round': staffOnly(200) },
  setAgenda: { 'of a closed round': staffOnly(200) },
  viewMyAgenda: { 'by the reviewer’s review, in': reviewers(200) },
  viewPersonProfile: { 'one’s own': signedIn(200) },
  savePersonProfile: { 'one’s own': signedIn(200) },
  searchMunicipalities: { all: everyone(200) },
  viewNamedReviewers: { 'Austin’s draft': membersOf(200), 'Tacoma’s draft': strangers(200) },
  nameReviewers: { 'Austin’s draft': editorsUp(200), 'Tacoma’s draft': strangers(200) },
  listConflicts: { 'of a closed round': staffOnly(200) },
  settleConflict: { 'with Austin’s': noRecused(200), 'with Tacoma’s': staffOnly(200) },

  listAwards: { all: everyone(200) },
  listDecisions: { 'of a closed round': staffOnly(200) },
  proposeDecision: { 'Austin’s in review': noRecused(200), 'Tacoma’s in review': staffOnly(200) },
  settleDecision: {
    'Austin’s, proposed by a colleague': noRecused(200),
    'Tacoma’s, proposed by a colleague': staffOnly(200),
    'Tacoma’s, proposed by oneself': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 409, 409, 404, 404],
  },
  proposeDecisions: { 'of a closed round': staffOnly(200) },
  announceRound: { 'all certified': staffOnly(200) },
  viewWaitlist: { 'of a closed round': staffOnly(200) },
  viewLetters: { 'of a closed round': staffOnly(200) },
  saveLetter: { 'of a closed round': staffOnly(200) },
  setAnswerDate: { 'of a closed round': staffOnly(200) },
  previewLetters: { 'of a closed round': staffOnly(200) },
  requestConfirmations: { 'before the date to answer by': staffOnly(409) },
  viewPortfolio: { 'of a closed round': staffOnly(200) },
  askPortfolio: { 'of a round that nobody is kept from': staffOnly(201) },
  proposePortfolio: { 'before there is one': staffOnly(404), planned: staffOnly(200) },
  viewRemarks: { 'Austin’s in review': noRecused(200), 'Tacoma’s in review': staffOnly(200) },
  saveRemarks: { 'Austin’s in review': noRecused(200), 'Tacoma’s in review': staffOnly(200) },
  recordAwardAnswer: {
    'of Austin’s, announced': noRecused(200),
    'of Tacoma’s, announced': staffOnly(200),
    'of Tacoma’s, certified': staffOnly(409),
  },
  viewOutcome: {
    'Austin’s, announced': membersOf(200),
    'Tacoma’s, announced': strangers(200),
    'Austin’s, certified': signedIn(404),
  },

  listPreferenceRounds: {
    'one’s own': [401, 404, 404, 404, 404, 404, 200, 200, 200, 200, 404, 404, 404, 404],
  },
  viewPreferences: {
    'of a closed round': [401, 404, 404, 404, 404, 404, 200, 200, 200, 404, 404, 404, 404, 404],
  },
  savePreferences: {
    'of a closed round': [401, 404, 404, 404, 404, 404, 200, 200, 200, 404, 404, 404, 404, 404],
  },
  viewSettings: { 'of a closed round': staffOnly(200) },
  saveSettings: { 'of a closed round': staffOnly(200) },
  listPlans: { 'of a closed round': staffOnly(200) },
  askPlan: { 'of a closed round': staffOnly(201) },
  viewPlan: { 'with Austin’s': staffOnly(200) },
  viewCertificate: { 'with Austin’s': noRecused(200), 'with Tacoma’s': staffOnly(200) },
  weighMoves: { 'of Austin’s': noRecused(200), 'of Tacoma’s': staffOnly(200) },
  movePair: { 'of Austin’s': noRecused(200), 'of Tacoma’s': staffOnly(200) },
  applyPlan: {
    'with Austin’s': [401, 404, 404, 404, 404, 404, 404, 404, 404, 404, 200, 409, 404, 404],
    'with Tacoma’s': staffOnly(200),
  },

  listRoster: { 'of a closed round': staffOnly(200) },
  rebuildRoster: { 'of a closed round': staffOnly(201) },
  askExport: { 'of a round with nothing sent': staffOnly(409) },
  listExports: { 'one’s own of a closed round': staffOnly(200) },
  viewExport: { 'one’s own': staffOnly(200), 'a colleague’s': signedIn(404) },
  openExport: {
    'one’s own, not written yet': staffOnly(409),
    'one’s own with Austin’s': noClear(200, 409),
    'a colleague’s': signedIn(404),
  },
  writeMailing: { 'of a closed round': staffOnly(201) },
  editMailing: { 'a draft': staffOnly(200) },
  previewMailing: { 'a draft': staffOnly(200) },
  sendMailing: { 'a draft to nobody': staffOnly(409) },

  viewJob: { 'one that waits': staffOnly(200) },
  cancelJob: { 'one that waits': staffOnly(200) },

  listMessages: { held: staffOnly(200) },
  countHeld: { 'of a closed round': staffOnly(200) },
  settleMessage: { held: staffOnly(200) },
  releaseLetters: { 'of a round': staffOnly(200) },
};

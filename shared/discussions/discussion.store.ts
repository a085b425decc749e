import { CustomAttributeType, Entity } from 'electrodb';
import { deriveId } from '../kernel/ids.ts';
import { eventWrites } from '../table/event.store.ts';
import { indexNames } from '../table/index-names.ts';
import { exactCase, type Table } from '../table/table.ts';
import { putItem, transact, type WriteItem } from '../table/transact.ts';
import type { DiscussionChange, Discussions } from './discussion.port.ts';
import { type Discussion, discussionSchema, type Post, postSchema } from './discussion.ts';
import { meetingNotes } from './notes.store.ts';

const pk = {
  field: 'pk',
  composite: ['applicationId'],
  template: 'application#${applicationId}',
  casing: exactCase,
} as const;

/** With the application, and in a list of its round's. */
const headEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'discussion', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        roundId: { type: 'string', required: true },
        version: { type: 'number', required: true },
        posts: { type: 'number', required: true },
        lead: { type: CustomAttributeType<NonNullable<Discussion['lead']>>('any') },
      },
      indexes: {
        byApplication: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: { field: 'sk', composite: [], template: 'discussion', casing: exactCase },
        },
        byRound: {
          index: indexNames.list,
          pk: {
            field: 'gsi2pk',
            composite: ['roundId'],
            template: 'round#${roundId}/discussions',
            casing: exactCase,
          },
          sk: {
            field: 'gsi2sk',
            composite: ['applicationId'],
            template: '${applicationId}',
            casing: exactCase,
          },
        },
      },
    },
    table,
  );

/** In the order of their numbers; never changed. */
const postEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'discussion-post', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        no: { type: 'number', required: true, padding: { length: 6, char: '0' } },
        by: { type: 'string', required: true },
        as: { type: 'string', required: true },
        at: { type: 'string', required: true },
        key: { type: 'string', required: true },
        text: { type: 'string', required: true },
        replyTo: { type: 'number' },
      },
      indexes: {
        byApplication: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: { field: 'sk', composite: ['no'], template: 'discussion-post#${no}', casing: exactCase },
        },
      },
    },
    table,
  );

/** Which post a request has made, by its key: a retry finds it and makes no second one. */
const keyEntity = (table: Table) =>
  new Entity(
    {
      model: { entity: 'discussion-key', version: '1', service: 'shimai' },
      attributes: {
        applicationId: { type: 'string', required: true },
        id: { type: 'string', required: true },
        no: { type: 'number', required: true },
      },
      indexes: {
        byKey: {
          pk: { ...pk, composite: ['applicationId'] },
          sk: { field: 'sk', composite: ['id'], template: 'discussion-key#${id}', casing: exactCase },
        },
      },
    },
    table,
  );

const postPage = 20;
/** A key is whatever a client sends: hashed, it fits into the table's. */
const keyId = (key: string) => deriveId('discussion-key', key);

export const discussionStore = (table: Table): Discussions => {
  const heads = headEntity(table);
  const posts = postEntity(table);
  const keys = keyEntity(table);

  const headWrite = (discussion: Discussion): WriteItem =>
    putItem(
      discussion.version === 1
        ? heads.create(discussion).params()
        : // Posts are counted here: of two at the same moment one takes the next number.
          heads
            .put(discussion)
            .where(({ version }, { eq }) => eq(version, discussion.version - 1))
            .params(),
    );
  const postWrites = (post: Post): WriteItem[] => [
    putItem(posts.create(post).params()),
    putItem(keys.create({ applicationId: post.applicationId, id: keyId(post.key), no: post.no }).params()),
  ];
  const writes = ({ discussion, post, events }: DiscussionChange): WriteItem[] => [
    headWrite(discussion),
    ...(post ? postWrites(post) : []),
    ...eventWrites(table, events),
  ];

  return {
    async find(applicationId) {
      const { data } = await heads.get({ applicationId }).go({ consistent: true });
      return data ? discussionSchema.parse(data) : undefined;
    },
    async ofRound(roundId) {
      const { data } = await heads.query.byRound({ roundId }).go({ pages: 'all' });
      return data.map((item) => discussionSchema.parse(item));
    },
    async posts(applicationId, position) {
      const { data, cursor } = await posts.query.byApplication({ applicationId }).go({
        consistent: true,
        limit: postPage,
        order: 'desc',
        ...(position && { cursor: position }),
      });
      return { items: data.map((item) => postSchema.parse(item)), next: cursor ?? undefined };
    },
    async postOf(applicationId, key) {
      const { data } = await keys.get({ applicationId, id: keyId(key) }).go({ consistent: true });
      return data?.no;
    },
    save: (change) => transact(table, writes(change)),
    ...meetingNotes(table),
  };
};

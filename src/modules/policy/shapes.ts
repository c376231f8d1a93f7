import { Type } from 'typebox';
import { Instant, Nullable, Shape } from '#kernel/http.ts';

const texts = Type.Array(Type.String());
const Named = Shape({ key: Type.String(), says: Type.String() });
export const MapShape = Shape({
  profile: Type.String(),
  subjects: texts,
  categories: Type.Array(Named),
  purposes: Type.Array(Named),
  tables: Type.Array(
    Shape({
      name: Type.String(),
      fields: Type.Array(
        Shape({
          name: Type.String(),
          category: Type.String(),
          subject: Type.String(),
          purposes: texts,
          because: Type.String(),
          isHash: Type.Boolean(),
          source: Type.String(),
          stay: Type.String(),
          erasure: Type.String(),
        }),
      ),
    }),
  ),
  records: Type.Array(Shape({ table: Type.String(), subjects: texts })),
  recipients: Type.Array(
    Shape({
      name: Type.String(),
      company: Type.String(),
      country: Nullable(Type.String()),
      purposes: texts,
      categories: texts,
      mechanism: Type.String(),
    }),
  ),
  stays: Type.Array(
    Shape({
      key: Type.String(),
      says: Type.String(),
      promise: Type.String(),
      law: Type.Array(Shape({ span: Type.String(), cites: Type.String() })),
    }),
  ),
  stores: Type.Array(
    Shape({ name: Type.String(), kind: Type.String(), holds: Type.String(), retention: Type.String() }),
  ),
});

const ChangeShape = Shape({ says: Type.String(), means: Type.String(), isMaterial: Type.Boolean() });

const VersionShape = Shape({
  number: Type.Integer(),
  state: Type.Union([Type.Literal('proposed'), Type.Literal('published'), Type.Literal('withdrawn')]),
  isMaterial: Type.Boolean(),
  proposedAt: Instant,
  publishedAt: Nullable(Instant),
  telling: Type.Union([Type.Literal('nobody'), Type.Literal('waiting'), Type.Literal('told')]),
  changes: Type.Array(ChangeShape),
});

/** Whether the wish has taken effect, or a colleague has to ask for the same. */
export const SecondApproverShape = Shape({ kind: Type.Union([Type.Literal('set'), Type.Literal('asked')]) });

export const PolicyShape = Shape({
  current: Nullable(Type.Integer()),
  secondApprover: Type.Boolean(),
  /** Who has asked to do without the second yes. */
  switchingOff: Type.Union([Type.Literal('nobody'), Type.Literal('me'), Type.Literal('a colleague')]),
  facesToCome: texts,
  faults: Type.Array(Shape({ code: Type.String(), says: Type.String(), clauses: texts, ways: texts })),
  pending: Type.Array(ChangeShape),
  versions: Type.Array(VersionShape),
  notices: Type.Array(
    Shape({
      version: Type.Integer(),
      channel: Type.String(),
      state: Type.String(),
      count: Type.Integer(),
    }),
  ),
});

export const PublishedShape = Shape({
  kind: Type.Union([Type.Literal('published'), Type.Literal('proposed')]),
  version: Type.Integer(),
});
export const NumberParams = Shape({ version: Type.String({ pattern: '^[1-9]\\d{0,5}$' }) });

export const EvidenceShape = Shape({
  holds: Type.Integer(),
  fails: Type.Integer(),
  pending: Type.Integer(),
  items: Type.Array(
    Shape({
      id: Type.String(),
      promise: Type.String(),
      kind: Type.String(),
      face: Nullable(Type.String()),
      state: Type.Union([Type.Literal('holds'), Type.Literal('fails'), Type.Literal('pending')]),
      because: Nullable(Type.Union([Type.Literal('face'), Type.Literal('check'), Type.Literal('not run')])),
      proofs: Type.Array(
        Shape({
          kind: Type.Union([Type.Literal('while it runs'), Type.Literal('of the release')]),
          check: Type.String(),
          says: Type.String({ description: 'What it tries, in plain words.' }),
          file: Nullable(Type.String()),
          result: Type.Union([Type.Literal('pass'), Type.Literal('fail'), Type.Literal('not run')]),
          passedAt: Nullable(Instant),
        }),
      ),
    }),
  ),
});

import { Type } from 'typebox';
import { CountryCode, IdText, Instant, Nullable, Shape } from '#kernel/http.ts';
import { permissions } from '#kernel/permissions.ts';
import type { Permission } from '#kernel/permissions.ts';

export const Email = Type.String({ format: 'email', maxLength: 254 });
export const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
export const Password = Type.String({ minLength: 1, maxLength: 128 });
export const Code = Type.String({ minLength: 10, maxLength: 200 });
export const Language = Type.Union([Type.Literal('en'), Type.Literal('de')]);

export const Look = Shape({ message: Type.String() });

export const ProfileShape = Shape({
  id: IdText,
  email: Type.String(),
  name: Type.String(),
  emailVerified: Type.Boolean(),
  locale: Type.String(),
  version: Type.Integer(),
  createdAt: Instant,
});

export const DeviceShape = Shape({
  id: IdText,
  device: Type.String(),
  network: Type.String(),
  signedInAt: Instant,
  lastUsedAt: Instant,
  isThisOne: Type.Boolean(),
});

const text = Type.String({ maxLength: 120 });
export const AddressIn = Shape({
  name: text,
  company: Type.Optional(Nullable(text)),
  line1: text,
  line2: Type.Optional(Nullable(text)),
  postcode: Type.Optional(Nullable(text)),
  city: Type.Optional(Nullable(text)),
  region: Type.Optional(Nullable(text)),
  country: CountryCode,
  phone: Type.Optional(Nullable(text)),
});
const said = Type.String();
const AddressOut = Shape({
  name: said,
  company: Type.Optional(said),
  line1: said,
  line2: Type.Optional(said),
  postcode: Type.Optional(said),
  city: said,
  region: Type.Optional(said),
  country: said,
  phone: Type.Optional(said),
});
export const SavedAddressShape = Shape({ id: IdText, address: AddressOut, isDefault: Type.Boolean() });

export const PermissionShape = Type.Unsafe<Permission>(
  Type.Union(Object.keys(permissions).map((permission) => Type.Literal(permission))),
);
export const RoleShape = Shape({
  id: IdText,
  code: Type.String(),
  name: Type.String(),
  permissions: Type.Array(PermissionShape),
  isShipped: Type.Boolean(),
  version: Type.Integer(),
});
export const RoleIn = Shape({
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  permissions: Type.Array(PermissionShape, { maxItems: 50 }),
});
export const ColleagueShape = Shape({
  id: IdText,
  name: Type.String(),
  email: Type.String(),
  state: Type.Union([Type.Literal('active'), Type.Literal('suspended')]),
  roleIds: Type.Array(IdText),
  since: Instant,
});
export const InvitationShape = Shape({
  id: IdText,
  email: Type.String(),
  name: Type.String(),
  roleIds: Type.Array(IdText),
  expiresAt: Instant,
});

const customer = {
  id: IdText,
  subjectId: IdText,
  name: Type.String(),
  email: Type.String(),
  isMasked: Type.Boolean(),
  emailVerified: Type.Boolean(),
  since: Instant,
};
export const CustomerShape = Shape(customer);
export const CustomerDetail = Shape({ ...customer, addresses: Type.Array(SavedAddressShape) });

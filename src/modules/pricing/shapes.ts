import { Type } from 'typebox';

export const ClassShape = Type.Union([
  Type.Literal('standard'),
  Type.Literal('reduced'),
  Type.Literal('reduced-2'),
  Type.Literal('reduced-3'),
  Type.Literal('zero'),
  Type.Literal('exempt'),
]);

import type { ThingKind } from '../../sync/things';
import { colourValues, limits, signValues, textSizeValues } from '../../wire';
import { type Copied, keptFields } from './copies';

type Check = (value: unknown) => boolean;

const text =
  (longest: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= longest;

const among =
  (values: readonly string[]): Check =>
  (value) =>
    values.some((one) => one === value);

const side: Check = (value) => Number(value) >= limits.minSide && Number(value) <= limits.maxSide;

const id = text(limits.idMaxLength);

/** What each field of a copied thing may be. */
const checks: Readonly<Record<string, Check>> = {
  id,
  group: id,
  on: id,
  from: id,
  to: id,
  title: text(limits.titleLength),
  body: text(limits.bodyLength),
  text: text(limits.noteLength),
  alt: text(limits.altLength),
  label: text(limits.labelLength),
  file: text(64),
  tags: (value) => Array.isArray(value) && value.length <= limits.tagsPerIdea && value.every(text(limits.tagLength)),
  colour: among(colourValues),
  size: among(textSizeValues),
  sign: among(signValues),
  x: Number.isFinite,
  y: Number.isFinite,
  width: side,
  height: side,
};

/** What another page of CoCreate copied, or null where it is not what it should be: anybody can put anything on a clipboard. */
export function readCopied(written: string): readonly Copied[] | null {
  try {
    const found: unknown = JSON.parse(written);
    return Array.isArray(found) && found.length > 0 && found.every(isCopied) ? found : null;
  } catch {
    return null;
  }
}

function isCopied(value: unknown): value is Copied {
  const found = (value ?? {}) as Readonly<Record<string, unknown>>;
  const fields = keptFields[found['kind'] as ThingKind];
  return fields?.every((name) => checks[name]?.(found[name]) ?? false) ?? false;
}

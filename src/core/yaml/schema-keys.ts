import { z } from 'zod';

/**
 * The keys that a schema knows at a place in the data. Of a discriminated union, the variant that the data chose;
 * of another union, the keys of all object variants.
 */
export function knownKeysAt(schema: z.ZodType, data: unknown, keys: readonly PropertyKey[]): string[] {
  const [key, ...rest] = keys;
  const variants = variantsOf(schema, data);
  if (key === undefined) {
    return [...new Set(variants.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])))];
  }
  const child = (data as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return [
    ...new Set(
      variants.flatMap((one) => {
        const inner = childSchema(one, key);
        return inner ? knownKeysAt(inner, child, rest) : [];
      }),
    ),
  ];
}

/** Takes off defaults and optionals, and opens unions. */
function variantsOf(schema: z.core.$ZodType, data: unknown): z.core.$ZodType[] {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator, options } = schema.def;
    const chosen = options.filter((option) => {
      const literal = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
      const value = (data as Record<string, unknown> | null | undefined)?.[discriminator];
      return literal instanceof z.ZodLiteral && literal.values.has(value as never);
    });
    return (chosen.length > 0 ? chosen : options).flatMap((option) => variantsOf(option, data));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => variantsOf(option, data));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return variantsOf(schema.def.innerType, data);
  }
  return [schema];
}

function childSchema(schema: z.core.$ZodType, key: PropertyKey): z.ZodType | null {
  if (schema instanceof z.ZodObject) return (schema.shape[String(key)] as z.ZodType | undefined) ?? null;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.def.valueType as z.ZodType;
  return null;
}

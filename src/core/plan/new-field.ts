import type { NewField } from './plan-change.ts';

/** A new field with the type that its name suggests: an id is a number that the server sets, "dueOn" is a date. */
export function newField(name: string): NewField {
  if (name === 'id') return { name, type: 'integer', readOnly: true };
  if (/(Id|_id)$/.test(name)) return { name, type: 'integer' };
  if (/(At|_at)$/.test(name)) return { name, type: 'date-time' };
  if (/(On|_on|Date|_date|^date)$/.test(name)) return { name, type: 'date' };
  if (/^(is|has|can)[A-Z_]/.test(name)) return { name, type: 'boolean' };
  return { name };
}

/** "overdueLoans", "Overdue_Loans" and "overdue loans" become "overdue-loans". */
export function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

export function isKebabCase(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}

export type FieldStyle = 'camelCase' | 'snake_case';

/** A field's name in one of the two styles of JSON. */
export function fieldName(name: string, style: FieldStyle): string {
  const words = kebabCase(name).split('-');
  if (style === 'snake_case') return words.join('_');
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
}

/** The English plural of a noun, by its ending. */
export function plural(word: string): string {
  if (/(person)$/i.test(word)) return word.replace(/person$/i, 'people');
  if (/(child)$/i.test(word)) return `${word}ren`;
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return `${word}s`;
}

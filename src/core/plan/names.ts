import type { PlanResource } from '../../contract/plan.ts';

/** One of a resource: `item`, else the name without its plural ("books" gives "book", "categories" gives "category"). */
export function itemName(resource: Pick<PlanResource, 'name' | 'item'>): string {
  return resource.item ?? singular(resource.name);
}

const ENDS_IN_IE = /(movie|cookie|calorie|zombie|selfie|brownie)s$/i;
const SAME_IN_BOTH = /(^|[^a-z])(series|species|news)$/i;

/** The English singular of a plural noun, by its ending; a word that is no plural stays as it is. */
export function singular(word: string): string {
  if (SAME_IN_BOTH.test(word)) return word;
  if (ENDS_IN_IE.test(word)) return word.slice(0, -1);
  if (/[^aeiou]ies$/i.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|zz)es$/i.test(word)) return word.slice(0, -2);
  return /[^s]s$/i.test(word) ? word.slice(0, -1) : word;
}

/** "loan-requests" becomes "LoanRequest"-like: a name that OpenAPI allows for a component. */
export function componentName(name: string): string {
  const words = name.normalize('NFKD').match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return joined === '' ? 'Thing' : joined;
}

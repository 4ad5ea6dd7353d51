import type { Plan, PlanField, PlanOperation, PlanResource } from '../../contract/plan.ts';

/** Places are numbers from 0, in the order of the file. */
type OfResource = { resource: number };
type OfField = OfResource & { field: number };
type OfRule = OfResource & { rule: number };
type OfOperation = OfResource & { operation: number };
type Place = { to: number };

/** What must be known of something new; the rest is left to its default. */
export type NewResource = Pick<PlanResource, 'name'> &
  Partial<Omit<PlanResource, 'name' | 'fields'>> & { fields?: NewField[] };
export type NewField = Pick<PlanField, 'name'> & Partial<PlanField>;

/** One change that a person makes of a plan. An empty text takes away what may be missing. */
export type PlanChange =
  | { do: 'set'; key: 'title' | 'purpose' | 'version' | 'basePath'; value: string }
  | { do: 'set-audience'; value: Plan['audience'] }
  | { do: 'add-resource'; value: NewResource; at?: number }
  | ({ do: 'remove-resource' } & OfResource)
  | ({ do: 'move-resource' } & OfResource & Place)
  | ({ do: 'set-resource'; key: 'name' | 'item' | 'description'; value: string } & OfResource)
  | ({ do: 'add-field'; value: NewField; at?: number } & OfResource)
  | ({ do: 'remove-field' } & OfField)
  | ({ do: 'move-field' } & OfField & Place)
  | ({ do: 'set-field'; key: 'name' | 'description'; value: string } & OfField)
  | ({ do: 'set-field-type'; value: PlanField['type'] } & OfField)
  | ({ do: 'set-field-flag'; key: 'required' | 'readOnly'; value: boolean } & OfField)
  | ({ do: 'add-rule'; value: string; at?: number } & OfResource)
  | ({ do: 'remove-rule' } & OfRule)
  | ({ do: 'move-rule' } & OfRule & Place)
  | ({ do: 'set-rule'; value: string } & OfRule)
  | ({ do: 'add-operation'; value: PlanOperation; at?: number } & OfResource)
  | ({ do: 'remove-operation' } & OfOperation)
  | ({ do: 'move-operation' } & OfOperation & Place)
  | ({ do: 'set-operation'; key: 'path' | 'summary'; value: string } & OfOperation)
  | ({ do: 'set-method'; value: PlanOperation['method'] } & OfOperation)
  | ({ do: 'add-status'; value: number } & OfOperation)
  | ({ do: 'remove-status'; value: number } & OfOperation)
  /** Several at once, one after the other. */
  | { do: 'all'; changes: PlanChange[] };
